import { afterEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  CodeActionRequest,
  DefinitionRequest,
  DocumentSymbolRequest,
  HoverRequest,
  LSPErrorCodes,
  ReferencesRequest,
  WorkDoneProgress,
  WorkDoneProgressCreateRequest,
  type Location,
  type MarkupContent,
} from 'vscode-languageserver/node';
import type { DirectoryEntry, FileSystem } from '../../server/src/core/ports';
import { TAG_SELECTION, type TagSelectionResult } from '../../server/src/shared/protocol';
import { manuscript } from '../bench/texts/manuscript';
import { MemoryFileSystem, ROOT } from '../tools/memoryFileSystem';
import { LocalServer } from './localServer';

let server: LocalServer;
let files: SlowFiles;

afterEach(() => {
  files.letGo();
  server.dispose();
});

/** Files of which those in a folder named `slow` are not read before they are let go. */
class SlowFiles implements FileSystem {
  readonly #files: FileSystem;
  #letGo: () => void = () => undefined;
  #wait: Promise<void> = Promise.resolve();

  constructor(all: FileSystem) {
    this.#files = all;
    this.hold();
  }

  hold(): void {
    this.#wait = new Promise((resolve) => {
      this.#letGo = resolve;
    });
  }

  letGo(): void {
    this.#letGo();
  }

  async readFile(uri: string): Promise<Uint8Array> {
    if (uri.startsWith(`${ROOT}slow/`)) await this.#wait;
    return this.#files.readFile(uri);
  }

  readDirectory(uri: string): Promise<readonly DirectoryEntry[]> {
    return this.#files.readDirectory(uri);
  }
}

const a = { uri: `${ROOT}a.md` };
const TEXT = '[Trust grew]{.claim #c-a evidence=e-z}. Sales grew.\n';
const OTHERS =
  '["We stayed."]{.evidence #e-z source=@x supports=c-a}\n\n[x]{.claim #c-sales-grew}\n';

/** Starts a server on a project that is not read before its files are let go, and notes what is shown of progress. */
async function start(): Promise<string[]> {
  const memory = new MemoryFileSystem({
    'warrant.yaml': 'manuscript: ["**/*.md"]\n',
    'a.md': TEXT,
    'slow/z.md': OTHERS,
  });
  for (let number = 0; number < 20; number++) memory.write(`slow/${number}.md`, 'Words.\n');
  files = new SlowFiles(memory);
  const shown: string[] = [];
  server = await LocalServer.start({
    files,
    params: { rootUri: ROOT.slice(0, -1) },
    capabilities: { window: { workDoneProgress: true } },
  });
  server.connection.onRequest(WorkDoneProgressCreateRequest.type, ({ token }) => {
    server.connection.onProgress(WorkDoneProgress.type, token, (value) => {
      shown.push(value.kind === 'report' ? (value.message ?? '') : value.kind);
    });
  });
  await server.open(a.uri, TEXT);
  return shown;
}

const at = (character: number) => ({ textDocument: a, position: { line: 0, character } });

async function hover(character: number): Promise<string> {
  const found = await server.connection.sendRequest(HoverRequest.type, at(character));
  return (found?.contents as MarkupContent | undefined)?.value ?? '';
}

async function definition(): Promise<string | undefined> {
  const found = await server.connection.sendRequest(DefinitionRequest.type, at(35));
  return (found as Location[])[0]?.uri;
}

async function tagSales(): Promise<TagSelectionResult> {
  const range = { start: { line: 0, character: 40 }, end: { line: 0, character: 50 } };
  return server.connection.sendRequest(TAG_SELECTION, { ...a, range, kind: 'claim' });
}

describe('while a project is read', () => {
  test('a hover says what the file itself says, and that more may come', async () => {
    await start();
    const claim = await hover(4);
    expect(claim).toMatch(/Claim.*#c-a/);
    expect(claim).toContain('still being read');
    expect(claim).not.toContain('Rests on');
    expect(await hover(35)).not.toContain('Nothing');
    files.letGo();
    await server.until('the whole', () => server.published.size > 0);
    expect(await hover(4)).toMatch(/Rests on[^]*We stayed/);
  });

  test('so it is while it is read again', async () => {
    await start();
    files.letGo();
    await server.until('the whole', () => server.published.size > 0);
    files.hold();
    const config = 'manuscript: ["**/*.md", "slow/more/*.md"]\n';
    await server.open(`${ROOT}warrant.yaml`, config, 'yaml');
    expect(await hover(4)).not.toContain('Rests on nothing');
  });

  test('what only the whole can tell waits for it', async () => {
    await start();
    const asked = [
      definition(),
      server.connection.sendRequest(ReferencesRequest.type, {
        ...at(4),
        context: { includeDeclaration: true },
      }),
      tagSales(),
    ] as const;
    const first = await Promise.race([...asked, hover(4)]);
    expect(first).toContain('still being read');
    files.letGo();
    const [target, references, tagged] = await Promise.all(asked);
    expect(target).toBe(`${ROOT}slow/z.md`);
    expect(references).toHaveLength(2);
    expect(tagged).toMatchObject({ ok: true, id: 'c-sales-grew-2' });
  });

  test('what waits for it can be cancelled', async () => {
    await start();
    const source = new CancellationTokenSource();
    const asked = server.connection.sendRequest(DefinitionRequest.type, at(35), source.token);
    await hover(4);
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });

  const askForActions = () => {
    const start0 = { line: 0, character: 0 };
    return server.connection.sendRequest(CodeActionRequest.type, {
      textDocument: a,
      range: { start: start0, end: start0 },
      context: { diagnostics: [] },
    });
  };

  const typeAtStart = async () => {
    const start0 = { line: 0, character: 0 };
    await server.change(a.uri, { range: { start: start0, end: start0 }, text: 'So ' });
  };

  test('quick fixes for a text that changed while they were worked out are not given', async () => {
    await start();
    const refused = expect(askForActions()).rejects.toMatchObject({
      code: LSPErrorCodes.ContentModified,
    });
    await hover(1);
    await typeAtStart();
    await hover(4);
    files.letGo();
    await refused;
  });

  test('progress is shown and ended', async () => {
    const shown = await start();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(server.published.size).toBe(0);
    files.letGo();
    await server.until('the end of progress', () => shown.at(-1) === 'end');
    expect(shown[0]).toBe('begin');
    expect(shown.some((message) => /\d+ of 22 files/.test(message))).toBe(true);
  });

  test('what is typed is judged in the end', async () => {
    await start();
    const start1 = { line: 1, character: 0 };
    for (let number = 0; number < 5; number++) {
      await server.change(a.uri, {
        range: { start: start1, end: start1 },
        text: `[It grew]{.claim #c-${number}}.\n`,
      });
      await hover(4);
    }
    files.letGo();
    await server.until('five claims that nothing supports', () => {
      return server.rules(a.uri).filter((rule) => rule === 'unsupported-finding').length === 5;
    });
  });
});

test('a request that is cancelled is answered so', async () => {
  server = await LocalServer.start();
  await server.open('untitled:A', manuscript(300_000));
  const source = new CancellationTokenSource();
  const asked = server.connection.sendRequest(
    DocumentSymbolRequest.type,
    { textDocument: { uri: 'untitled:A' } },
    source.token,
  );
  source.cancel();
  await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});
