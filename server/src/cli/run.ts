import { FileSystemError } from '../core/ports';
import { didYouMean } from './arguments';
import { check } from './commands/check';
import { dataStructure } from './commands/dataStructure';
import { lsp } from './commands/lsp';
import { map } from './commands/map';
import { matrix } from './commands/matrix';
import { outline } from './commands/outline';
import { qda } from './commands/qda';
import { quotations } from './commands/quotations';
import { syntax } from './commands/syntax';
import { table } from './commands/table';
import { EXIT, UsageError, type Environment } from './environment';
import { HELP, VERSION } from './help';

const COMMANDS: Readonly<
  Record<string, (args: readonly string[], environment: Environment) => Promise<number>>
> = {
  check,
  syntax,
  outline,
  map,
  matrix,
  'data-structure': dataStructure,
  table,
  qda,
  quotations,
  lsp,
};

/** Runs the `warrant` command. Gives its exit code; never rejects. */
export async function run(args: readonly string[], environment: Environment): Promise<number> {
  const [name = '', ...rest] = args;
  try {
    if (name === '--version' || name === '-v') {
      environment.stdout.write(`${VERSION}\n`);
      return EXIT.clean;
    }
    if (name === '--help' || name === '-h' || name === 'help') {
      environment.stdout.write(HELP);
      return EXIT.clean;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) {
      const names = Object.keys(COMMANDS);
      if (name === '') throw new UsageError(`no command given; there are ${names.join(', ')}`);
      throw new UsageError(`there is no command “${name}”${didYouMean(name, names)}`);
    }
    if (asksForHelp(rest)) {
      environment.stdout.write(HELP);
      return EXIT.clean;
    }
    return await command(rest, environment);
  } catch (error) {
    environment.stderr.write(`warrant: ${failureMessage(error)}\n`);
    return EXIT.failure;
  }
}

/** Behind `--` an argument is a path. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}

function failureMessage(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nSee warrant --help.`;
  if (error instanceof FileSystemError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
