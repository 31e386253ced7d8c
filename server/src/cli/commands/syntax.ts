import { isConfigFile, Workspace } from '../../core/project';
import { decodeText } from '../../core/project/decode';
import { parse, plainText } from '../../core/syntax';
import { oneOf, readArguments } from '../arguments';
import { EXIT, UsageError, type Environment } from '../environment';
import { collectInputs } from '../inputs';
import { readStdin } from '../stdin';

/** `warrant syntax`: every attributed element and citation that Pandoc would see, with UTF-16 offsets. */
export async function syntax(args: readonly string[], environment: Environment): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'json' },
    'stdin-filename': { type: 'string' },
  });
  oneOf('--format', values.format, ['json']);
  if (positionals.length === 0) throw new UsageError('syntax needs a file');
  const stdin = await readStdin(positionals, values['stdin-filename'], environment);
  const fileSystem = stdin?.fileSystem ?? environment.fileSystem;
  const workspace = new Workspace(fileSystem);
  const files: ReturnType<typeof describe>[] = [];
  for (const given of positionals) {
    for (const { uri, name } of await collectInputs([given], workspace, environment, stdin)) {
      if (isConfigFile(uri)) continue;
      const { text, problem } = decodeText(await fileSystem.readFile(uri));
      if (problem) environment.stderr.write(`warrant: ${name}: ${problem.message}\n`);
      files.push(describe(name, text));
    }
  }
  environment.stdout.write(`${JSON.stringify({ version: 1, files })}\n`);
  return EXIT.clean;
}

function describe(file: string, text: string) {
  const document = parse(text);
  return {
    file,
    elements: document.elements.map((element) => ({
      carrier: element.carrier,
      id: element.id?.value ?? element.automaticId ?? '',
      classes: element.classes.map(({ name }) => name),
      attributes: element.attributes.map(({ key, value }) => [key, value]),
      text: plainText(document, element),
      range: element.range,
    })),
    citations: document.citations.map(({ key, range }) => ({ key, range })),
  };
}
