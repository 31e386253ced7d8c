import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder that a test may change. */
export interface Workspace {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Copies a folder, with its name, to a temporary place. */
export async function copyWorkspace(source: string): Promise<Workspace> {
  const parent = await mkdtemp(path.join(tmpdir(), 'warrant-workspace-'));
  const folder = path.join(parent, path.basename(source));
  await cp(source, folder, { recursive: true });
  // Where this process ends early, nothing may stay behind.
  const abandon = (): void => {
    rmSync(parent, { recursive: true, force: true });
  };
  process.once('exit', abandon);
  return {
    folder,
    async remove() {
      await rm(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      process.off('exit', abandon);
    },
  };
}
