import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { StdioClient } from '../../tools/stdioClient';
import type { Benchmark, Row } from '../figures';
import { Timing } from '../measure';
import { bibtex } from '../texts/bibtex';
import { qdaArchive } from '../texts/qdaArchive';
import { transcript } from '../texts/transcript';

/** Each file is read by so many new servers, of which that counts which the machine disturbed least. */
const RUNS = 3;

/** What an author types in may not stand still for longer, in milliseconds. */
const LIMIT = 100;

/** How long the server answers nobody while it reads what is large. */
export const readingBenchmark: Benchmark = {
  name: 'reading',
  about:
    'The built server over standard input and output: the longest time for which a question about folds is not answered while a large file beside the manuscript is read and checked.',
  async measure(report) {
    const rows: Row[] = [];
    for (const { name, files } of CASES()) {
      report(name);
      const longest: number[] = [];
      const whole: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        const { gap, total } = await readBy(files);
        longest.push(gap);
        whole.push(total);
      }
      rows.push({ name, cells: [new Timing(longest).minimum, new Timing(whole).minimum] });
    }
    const gaps = rows.map(({ cells: [gap = Number.NaN] }) => gap);
    return {
      tables: [
        { title: 'While a file is read, ms', columns: ['longest answer', 'until checked'], rows },
      ],
      promises: [
        {
          what: 'the longest answer while a large file is read',
          value: Math.max(...gaps),
          unit: 'ms',
          bound: 'at most',
          limit: LIMIT,
        },
      ],
    };
  },
};

interface Case {
  readonly name: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/** The last line of each manuscript is a claim that rests on nothing, and one with an unknown work says that all is read. */
function CASES(): Case[] {
  const qda = qdaArchive(24, 450_000);
  const evidence = qda.coded
    .filter((_, index) => index % Math.ceil(qda.coded.length / 50) === 0)
    .map(({ guid, words, source }) => `["${words}"]{.evidence qda=${guid}} ${source}\n\n`);
  const interview = transcript(2_000_000);
  const quoted = interview.sentences
    .filter((_, index) => index % 160 === 0)
    .map((words) => `["${words}"]{.evidence source=i1}\n\n`);
  return [
    {
      name: `QDA project, ${megabytes(qda.size)} unpacked, ${String(qda.coded.length)} selections`,
      files: {
        'paper.md': `${HEAD('qda: study.qdpx')}${evidence.join('')}`,
        'study.qdpx': qda.bytes,
      },
    },
    {
      name: `transcript, ${megabytes(interview.text.length)}, ${String(quoted.length)} quotations`,
      files: {
        'paper.md': `${HEAD('sources: [{id: i1, kind: interview, file: i1.txt}]')}${quoted.join('')}`,
        'i1.txt': interview.text,
      },
    },
    {
      name: 'bibliography, 20000 entries',
      files: { 'paper.md': HEAD('stage: draft'), 'refs.bib': bibtex(20_000) },
    },
  ];
}

function HEAD(setting: string): string {
  return `---\nwarrant:\n  ${setting}\nbibliography: ${setting.startsWith('stage') ? 'refs.bib' : 'one.bib'}\n---\n\n[Trust grows]{.claim} [@nobody1900].\n\n`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

/** Asks for folds again and again (hovers wait for the files that they speak of), from the first one that is answered until the file has been read and judged. */
async function readBy(files: Case['files']): Promise<{ gap: number; total: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'warrant-reading-'));
  let client: StdioClient | undefined;
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, content] of Object.entries({ 'one.bib': '@book{a,}\n', ...files })) {
      await writeFile(path.join(folder, name), content);
    }
    const uri = pathToFileURL(path.join(folder, 'paper.md')).href;
    client = await StdioClient.start();
    const start = performance.now();
    await client.open(uri, String(files['paper.md']));
    let gap = 0;
    let quietSince = start;
    let said = '';
    // Nothing more is said once all is read and judged.
    while (performance.now() - quietSince < QUIET) {
      const asked = performance.now();
      const at = client.at(uri, { line: 6, character: 3 });
      await client.connection.sendRequest('textDocument/foldingRange', at);
      const now = performance.now();
      gap = Math.max(gap, now - asked);
      const says = JSON.stringify(client.published(uri) ?? '');
      if (says !== said || now - asked > BUSY) quietSince = now;
      said = says;
      await sleep(2);
    }
    return { gap, total: quietSince - start };
  } finally {
    await client?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** An answer that takes longer than this, in milliseconds, has waited for other work. */
const BUSY = 8;

/** When nothing has happened for so many milliseconds, all is done. */
const QUIET = 1_500;
