import type { LayoutEngine } from '../core/exports/map/arrange';
import type { FileSystem, ReadPdf } from '../core/ports';

/** A stream that the command writes to. */
export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
}

/** What the command finds around it; tests inject their own. */
export interface Environment {
  readonly fileSystem: FileSystem;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: () => Promise<Uint8Array>;
  /** Writes a text file, by its absolute path; what was there is gone. */
  readonly writeFile: (path: string, text: string) => Promise<void>;
  readonly readPdf?: ReadPdf;
  /** Loads what gives the nodes of a map their places. */
  readonly layoutEngine: () => Promise<LayoutEngine>;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** The command cannot do what was asked: exit code 2, and a message that says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the shell sees (the contract that scripts rely on). */
export const EXIT = { clean: 0, findings: 1, failure: 2 } as const;
