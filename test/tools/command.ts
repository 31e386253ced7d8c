import { nodeFileSystem } from '../../server/src/platform/nodeFileSystem';
import { run } from '../../server/src/cli/run';
import type { Environment } from '../../server/src/cli/environment';
import { layoutEngine } from './layoutEngine';
import { MemoryFileSystem } from './memoryFileSystem';

/** What a run of the command gave. */
export interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What was written into files, by their absolute paths. */
  readonly written: ReadonlyMap<string, string>;
}

/** What may be different around the command. */
export interface Setting {
  readonly stdin?: string | Uint8Array | Environment['stdin'];
  readonly env?: Environment['env'];
  readonly isTTY?: boolean;
  readonly cwd?: string;
}

/** Runs `warrant` in this process, in the folder of files in memory, or of the real ones where none are given. */
export async function warrant(
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> | MemoryFileSystem | undefined,
  { stdin = '', env = {}, isTTY = false, cwd = '/paper' }: Setting = {},
): Promise<Result> {
  let out = '';
  let err = '';
  const written = new Map<string, string>();
  const fileSystem =
    files === undefined
      ? nodeFileSystem
      : files instanceof MemoryFileSystem
        ? files
        : new MemoryFileSystem(files);
  const code = await run(args, {
    fileSystem,
    cwd,
    env,
    stdin:
      typeof stdin === 'function'
        ? stdin
        : () =>
            Promise.resolve(typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin),
    writeFile: (path, text) => Promise.resolve(void written.set(path, text)),
    layoutEngine: () => Promise.resolve(layoutEngine),
    stdout: { isTTY, write: (text) => void (out += text) },
    stderr: { isTTY, write: (text) => void (err += text) },
  });
  return { code, out, err, written };
}
