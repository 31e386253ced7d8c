import { readArguments } from '../arguments';
import { EXIT, UsageError, type Environment } from '../environment';

/** `warrant lsp --stdio`: runs the language server until the editor ends it. */
export async function lsp(args: readonly string[], _environment: Environment): Promise<number> {
  const { values } = readArguments(args, {
    stdio: { type: 'boolean' },
    clientProcessId: { type: 'string' },
  });
  if (!values.stdio) throw new UsageError('lsp needs --stdio');
  const { startServer } = await import('../../lsp/server');
  const { startStdioServer } = await import('../../lsp/stdio');
  await startStdioServer(startServer);
  return EXIT.clean;
}
