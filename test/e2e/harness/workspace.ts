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
  return {
    folder,
    remove: () => rm(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}
