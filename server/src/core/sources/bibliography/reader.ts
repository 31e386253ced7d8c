import { WITHOUT_PAUSE, type Pace } from '../../ports';
import { decodeText, type FileReader } from '../../project';
import { finish, inSlices } from '../../steps';
import { Bibliography, type Entry, type Reading } from './bibliography';
import { readBibtex } from './bibtex';
import { readCslJson } from './cslJson';
import { readCslYaml } from './cslYaml';

/** Reads a bibliography; the end of its name tells the format, as it does for Pandoc. */
export const BIBLIOGRAPHY: FileReader<Bibliography> = {
  async read(bytes, uri, pace) {
    const begin = readerOf(uri);
    if (!begin) return new Bibliography('', [], [], [], true);
    // Offsets are those of the text without its mark, as in an editor.
    const { text, problem } = decodeText(bytes);
    const bibliography = await inSlices(begin(text), pace);
    // Who completes a key wants to see all works at once.
    if (pace !== WITHOUT_PAUSE) void warmUp(bibliography.entries, pace);
    if (!problem) return bibliography;
    const { message, range } = problem;
    const fault = { range, message: message.replace(/^this/, 'This'), isFatal: true };
    return bibliography.with(fault);
  },
};

/** Reads what stands in the front matter of a manuscript, under `references:`. */
export function readInline(text: string): Bibliography {
  return finish(readCslYaml(text, true));
}

function readerOf(uri: string): ((text: string) => Reading) | undefined {
  if (/\.(?:bib|bibtex|biblatex)$/i.test(uri)) return readBibtex;
  if (/\.json$/i.test(uri)) return readCslJson;
  return /\.ya?ml$/i.test(uri) ? readCslYaml : undefined;
}

async function warmUp(entries: readonly Entry[], { isDue, pause }: Pace): Promise<void> {
  for (const entry of entries) {
    // Reading it once is all; what it says is kept.
    entry.prepare();
    if (isDue()) await pause();
  }
}
