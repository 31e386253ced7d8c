import path from 'node:path';
import { URI } from 'vscode-uri';
import {
  holdBackQda,
  type ShownQda,
  type ShownSelection,
} from '../../core/features/qda/heldBackQda';
import { count } from '../../core/features/markdown';
import { FileSystemError } from '../../core/ports';
import { ACCESS_LEVELS, normalizeUri } from '../../core/project';
import { SelectionIndex, readQda, type QdaProject } from '../../core/sources/qda';
import { oneOf, readArguments } from '../arguments';
import { EXIT, UsageError, type Environment } from '../environment';
import { EXPORT_OPTIONS, noteHeldBack, refuseRealNames } from '../exporting';
import { qdaManuscripts } from '../qdaManuscripts';
import { writeResult } from '../result';

const FORMATS = { text: toText, json: toJson } as const;
const { include, output, 'allow-real-names': allowRealNames } = EXPORT_OPTIONS;

/** A file with what may be seen of it. */
interface ShownFile {
  readonly file: string;
  readonly shown: ShownQda;
  readonly index: SelectionIndex;
}

/** `warrant qda`: lists the sources, codes and coded passages of QDA projects, as far as manuscripts say who may read them. */
export async function qda(args: readonly string[], environment: Environment): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'text' },
    manuscript: { type: 'string', multiple: true, default: [] },
    include,
    output,
    'allow-real-names': allowRealNames,
  });
  const format = FORMATS[oneOf('--format', values.format, ['text', 'json'])];
  const level = oneOf('--include', values.include, ACCESS_LEVELS);
  if (positionals.length === 0) throw new UsageError('qda needs a .qdpx, .qdc or .csv file');
  const read: { file: string; uri: string; project: QdaProject }[] = [];
  for (const file of positionals) {
    const uri = normalizeUri(URI.file(path.resolve(environment.cwd, file)).toString());
    read.push({ file, uri, project: await readFile(file, uri, environment) });
  }
  const uris = read.map(({ uri }) => uri);
  const manuscripts = await qdaManuscripts(uris, values.manuscript, environment);
  const files = read.map(({ file, project }): ShownFile => {
    const shown = holdBackQda(project, manuscripts, level);
    if (shown.isMixed) {
      throw new UsageError(
        `the quotation marks of ${file} do not match, so that words which are held back may stand in the rows of other sources; mend them in the table (warrant check says where), or show everything by --include confidential`,
      );
    }
    return { file, shown, index: new SelectionIndex([project]) };
  });
  const text = format(files);
  for (const manuscript of manuscripts) refuseRealNames(text, manuscript, values, environment);
  for (const { shown } of files) noteShown(shown, environment);
  await writeResult(text, values.output, environment);
  return EXIT.clean;
}

function noteShown({ heldBack, undeclared }: ShownQda, environment: Environment): void {
  noteHeldBack(heldBack, environment, ['coded passage', 'coded passages']);
  if (undeclared === 0) return;
  const sources = count(undeclared, 'source is', 'sources are');
  environment.stderr.write(
    `warrant: ${sources} declared in no manuscript and shown, since nothing says who may read what is in them\n`,
  );
}

async function readFile(
  file: string,
  uri: string,
  { fileSystem }: Environment,
): Promise<QdaProject> {
  try {
    return readQda(await fileSystem.readFile(uri), uri);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'not-found') {
      throw new UsageError(`${file}: there is no such file`);
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be read: ${reason}`);
  }
}

function toText(files: readonly ShownFile[]): string {
  return files.map(projectText).join('\n');
}

function projectText({ file, shown, index }: ShownFile): string {
  const { name, origin, sources, codes, selections, problems } = shown;
  const title = [file, name === '' || file.endsWith(name) ? '' : `“${name}”`, origin ?? ''];
  const lines = [title.filter((part) => part !== '').join(' · ')];
  lines.push(...problems.map((problem) => `! ${problem}`));
  lines.push('', `Codes (${codes.length})`);
  for (const code of codes) {
    const uses = selections.filter((selection) => selection.codes.includes(code)).length;
    lines.push(`${'  '.repeat(code.path.length)}${code.name} (${uses})`);
  }
  for (const source of sources) {
    const own = selections.filter((selection) => selection.source === source);
    lines.push('', `${source.name} (${own.length})`);
    for (const selection of own) lines.push(...selectionLines(selection, index));
  }
  return `${lines.join('\n')}\n`;
}

function selectionLines(selection: ShownSelection, index: SelectionIndex): string[] {
  const { guid, place = '', codes, text, memos } = selection;
  const names = codes.map((code) => code.name).join('; ');
  const about = [guid === undefined ? '' : index.shortest({ guid }), place, names];
  const lines = [`  ${about.filter((part) => part !== '').join(' · ')}`];
  if (text !== '') lines.push(`    ${text.replace(/\s+/g, ' ').trim()}`);
  lines.push(...memos.map((memo) => `    memo: ${memo.replace(/\s+/g, ' ')}`));
  return lines;
}

/** Sources and codes are named by their place in their lists, since not all have a GUID. */
function toJson(files: readonly ShownFile[]): string {
  const written = files.map(({ file, shown }) => {
    const { name, origin, sources, codes, selections, problems } = shown;
    return {
      file,
      name,
      ...(origin === undefined ? {} : { origin }),
      problems,
      sources: sources.map(({ text, ...source }) => ({ ...source, length: text?.length ?? null })),
      codes: codes.map(({ parent, ...code }) => ({
        ...code,
        parent: parent ? codes.indexOf(parent) : null,
      })),
      selections: selections.map((selection) => ({
        ...selection,
        source: sources.indexOf(selection.source),
        codes: selection.codes.map((code) => codes.indexOf(code)),
      })),
    };
  });
  return `${JSON.stringify({ version: 1, files: written }, null, 2)}\n`;
}
