import { spawn } from 'node:child_process';

/** Settings of a command. */
export interface CommandOptions {
  readonly cwd: string;
  /** Milliseconds after which the command is ended. */
  readonly timeout: number;
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program and waits for its end.
 *
 * @returns what it wrote to its standard output.
 * @throws an error with the whole output when it cannot be started, fails or takes too long.
 */
export function runCommand(
  program: string,
  args: readonly string[],
  { cwd, timeout, env }: CommandOptions,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      timeout,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a batch file on Windows, which Node starts only through a shell.
      shell: process.platform === 'win32' && program === 'npm',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve(stdout);
        return;
      }
      const end = signal ?? `exit code ${String(code)}`;
      const line = [program, ...args].join(' ');
      reject(new Error(`${line}: ${end}\n${stdout}${stderr}`.trim()));
    });
  });
}
