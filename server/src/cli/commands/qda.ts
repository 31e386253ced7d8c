import path from 'node:path';
import { URI } from 'vscode-uri';
import { FileSystemError } from '../../core/ports';
import { SelectionIndex, readQda, type QdaProject } from '../../core/sources/qda';
import { oneOf, readArguments } from '../arguments';
import { EXIT, UsageError, type Environment } from '../environment';
import { writeResult } from '../result';

const FORMATS = { text: toText, json: toJson } as const;

/** A file with what it holds. */
interface ReadFile {
  readonly file: string;
  readonly project: QdaProject;
}

/** `warrant qda`: lists the sources, codes and coded passages of QDA projects. */
export async function qda(args: readonly string[], environment: Environment): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'text' },
    output: { type: 'string', short: 'o' },
  });
  const format = FORMATS[oneOf('--format', values.format, ['text', 'json'])];
  if (positionals.length === 0) throw new UsageError('qda needs a .qdpx, .qdc or .csv file');
  const files: ReadFile[] = [];
  for (const file of positionals) {
    files.push({ file, project: await read(file, environment) });
  }
  await writeResult(format(files), values.output, environment);
  return EXIT.clean;
}

async function read(file: string, { fileSystem, cwd }: Environment): Promise<QdaProject> {
  const uri = URI.file(path.resolve(cwd, file)).toString();
  const bytes = await fileSystem.readFile(uri);
  try {
    return readQda(bytes, uri);
  } catch (error) {
    if (error instanceof FileSystemError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} cannot be read: ${reason}`);
  }
}

function toText(files: readonly ReadFile[]): string {
  return files.map(({ file, project }) => projectText(file, project)).join('\n');
}

function projectText(file: string, project: QdaProject): string {
  const { name, origin, sources, codes, selections, problems } = project;
  const index = new SelectionIndex([project]);
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
    for (const selection of own) {
      const names = selection.codes.map((code) => code.name).join('; ');
      const about = [index.shortest(selection), selection.place ?? '', names];
      lines.push(`  ${about.filter((part) => part !== '').join(' · ')}`);
      if (selection.text !== '') lines.push(`    ${selection.text.replace(/\s+/g, ' ').trim()}`);
      lines.push(...selection.memos.map((memo) => `    memo: ${memo.replace(/\s+/g, ' ')}`));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Sources and codes are named by their place in their lists, since not all have a GUID. */
function toJson(files: readonly ReadFile[]): string {
  const written = files.map(({ file, project }) => {
    const { sources, codes, selections, ...rest } = project;
    return {
      file,
      ...rest,
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
