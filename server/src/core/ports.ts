/** What stands in a folder. */
export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory';
}

/** The files of the world outside, named by URI. Every method rejects with {@link FileSystemError}. */
export interface FileSystem {
  /** The bytes of a file. */
  readFile(uri: string): Promise<Uint8Array>;
  /** What stands in a folder, in no particular order. */
  readDirectory(uri: string): Promise<readonly DirectoryEntry[]>;
}

/** What is said of a path at which a folder stands where a file was meant. */
export const IS_FOLDER = 'it is a folder, not a file';

/** Why a file or folder could not be read. */
export class FileSystemError extends Error {
  override readonly name = 'FileSystemError';

  constructor(
    readonly uri: string,
    readonly code: 'not-found' | 'not-readable',
    message: string,
  ) {
    super(message);
  }
}

/** Where the server reports what it does. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Cuts long work into slices, so that what is short need not wait for it. */
export interface Pace {
  /** Whether the slice is over. */
  readonly isDue: () => boolean;
  /** Lets other work go first. */
  readonly pause: () => Promise<void>;
}

/**
 * Reads the text of a PDF.
 * @returns the text of each page
 * @throws {Error} with a message for the author where it cannot be read
 */
export type ReadPdf = (bytes: Uint8Array, pace: Pace) => Promise<readonly string[]>;

/** For where nothing else waits. */
export const WITHOUT_PAUSE: Pace = { isDue: () => false, pause: () => Promise.resolve() };
