import { check } from './commands/check';
import { lsp } from './commands/lsp';
import { syntax } from './commands/syntax';
import { EXIT, UsageError, type Environment } from './environment';
import { HELP, VERSION } from './help';

const COMMANDS: Readonly<
  Record<string, (args: readonly string[], environment: Environment) => Promise<number>>
> = { check, syntax, lsp };

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
      const what = name === '' ? 'no command given' : `there is no command “${name}”`;
      throw new UsageError(`${what}; commands are ${Object.keys(COMMANDS).join(', ')}`);
    }
    if (rest.includes('--help') || rest.includes('-h')) {
      environment.stdout.write(HELP);
      return EXIT.clean;
    }
    return await command(rest, environment);
  } catch (error) {
    const message =
      error instanceof UsageError
        ? `${error.message}\nSee warrant --help.`
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error);
    environment.stderr.write(`warrant: ${message}\n`);
    return EXIT.failure;
  }
}
