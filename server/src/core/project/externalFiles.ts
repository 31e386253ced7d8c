import { FileSystemError, WITHOUT_PAUSE, type Pace, type ReadPdf } from '../ports';
import { isTracking, Signal, type NodeOwner } from '../reactive';
import { inSlices } from '../steps';
import { fingerprint } from './fingerprint';

/**
 * Makes something of the bytes of a file. The same object each time: what it has made of a file is kept under it. It
 * throws, or rejects with, an Error whose message says why it cannot; it neither keeps nor changes the bytes.
 */
export interface FileReader<T> {
  /**
   * @param pace when long work should let other work go first
   * @param readPdf absent where PDF cannot be read
   */
  read(bytes: Uint8Array, uri: string, pace: Pace, readPdf?: ReadPdf): T | Promise<T>;
}

/** What is known of a file outside the manuscript. The same object as long as it says the same. */
export type Reading<T> =
  | { readonly state: 'pending' }
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable'; readonly message: string }
  | { readonly state: 'read'; readonly value: T };

/** What a project may ask of the files outside its manuscript. */
export interface Externals {
  /** What a reader makes of a file; who asks while something is derived is asked again when that changes. */
  reading<T>(uri: string, reader: FileReader<T>): Reading<T>;
  /** How often somebody was told so far that a file is still being read. */
  readonly pendingAnswers: number;
}

/** What {@link ExternalFiles} needs to know. */
export interface ExternalOptions {
  /** The bytes of a file as it stands now. Rejects with FileSystemError. */
  readonly bytesOf: (uri: string) => Promise<Uint8Array>;
  readonly pace?: Pace;
  readonly readPdf?: ReadPdf;
  /** Waits until an author who edits such a file pauses. */
  readonly calm?: () => Promise<void>;
  /** Told when there is another reading of a file, whether it is the first, and whether the file is there at all. */
  readonly onRead?: (uri: string, isFirst: boolean, isThere: boolean) => void;
  /** Whether all readings are kept, since they are asked for once and soon. */
  readonly keepsAll?: boolean;
}

const PENDING: Reading<never> = { state: 'pending' };
const MISSING: Reading<never> = { state: 'missing' };

/** So many readings that nothing was derived from are kept, for who asks again. */
const MAX_IDLE = 32;

/** So large may the files of these be together, in bytes. */
const MAX_IDLE_BYTES = 64 * 1024 * 1024;

/** Of an author who never pauses is waited for so many pauses. */
const LONGEST_WAIT = 5;

/** What one reader made of a file. */
class Entry {
  readonly file: ExternalFile;
  readonly reader: FileReader<unknown>;
  readonly signal: Signal<Reading<unknown>>;
  /** The fingerprint of what was read; undefined until something was. */
  content: string | undefined;
  size = 0;
  isFollowed = false;

  constructor(file: ExternalFile, reader: FileReader<unknown>, owner: NodeOwner<unknown>) {
    this.file = file;
    this.reader = reader;
    this.signal = new Signal<Reading<unknown>>(PENDING, owner, this);
  }
}

/** A file that somebody has asked for. */
class ExternalFile {
  readonly entries = new Map<FileReader<unknown>, Entry>();
  isStale = false;
  isEdited = false;
  isBeingRead = false;

  constructor(readonly uri: string) {}
}

/** What stands in a file, or why nothing can be made of it. */
interface Content {
  readonly fingerprint: string;
  readonly bytes?: Uint8Array;
  readonly failure: Reading<never>;
}

/**
 * Files outside the manuscript: bibliographies, transcripts, projects of other programs. Each is read when somebody first
 * asks for it, and again when it has changed, once for all its readers; until then the old reading stands. What is the
 * same byte for byte is not made anew. What nobody asks for any more is let go. URIs are normalised.
 */
export class ExternalFiles implements Externals, NodeOwner<unknown> {
  readonly #options: ExternalOptions;
  readonly #files = new Map<string, ExternalFile>();
  /** What nothing is derived from, in the order in which it was last asked for. */
  readonly #idle = new Set<Entry>();
  readonly #running = new Set<Promise<void>>();
  #pendingAnswers = 0;

  constructor(options: ExternalOptions) {
    this.#options = options;
  }

  get pendingAnswers(): number {
    return this.#pendingAnswers;
  }

  reading<T>(uri: string, reader: FileReader<T>): Reading<T> {
    const entry = this.#entry(uri, reader);
    if (isTracking()) {
      entry.isFollowed = true;
      this.#idle.delete(entry);
    } else if (!entry.isFollowed) {
      this.#idle.delete(entry);
      this.#idle.add(entry);
    }
    // What stands under a reader was made by it.
    const reading = entry.signal.value as Reading<T>;
    if (reading.state === 'pending') this.#pendingAnswers++;
    return reading;
  }

  /** Whether somebody has asked for a file. */
  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** Whether somebody has asked for a file, or for one below a folder. */
  isAskedFor(uri: string): boolean {
    return this.#concerned(uri).length > 0;
  }

  /**
   * Has a file, or what is known below a folder, read again, since it may be another one.
   * @param isEdited whether its author may be in the middle of it
   */
  changed(uri: string, isEdited = false): void {
    for (const file of this.#concerned(uri)) {
      file.isStale = true;
      file.isEdited ||= isEdited;
      this.#start(file);
    }
  }

  /** Ends when all has been read that was asked for; gives whether there was anything to wait for. */
  async settled(): Promise<boolean> {
    const hasWaited = this.#running.size > 0;
    while (this.#running.size > 0) await Promise.all(this.#running);
    return hasWaited;
  }

  /** Nothing is derived from a reading any more. */
  unread(key: unknown): void {
    if (!(key instanceof Entry)) return;
    key.isFollowed = false;
    this.#idle.add(key);
    this.#trim();
  }

  #concerned(uri: string): readonly ExternalFile[] {
    const file = this.#files.get(uri);
    if (file) return [file];
    if (this.#files.size === 0) return [];
    const below = `${uri}/`;
    return [...this.#files.values()].filter((known) => known.uri.startsWith(below));
  }

  #entry(uri: string, reader: FileReader<unknown>): Entry {
    let file = this.#files.get(uri);
    if (!file) this.#files.set(uri, (file = new ExternalFile(uri)));
    let entry = file.entries.get(reader);
    if (!entry) {
      file.entries.set(reader, (entry = new Entry(file, reader, this)));
      this.#start(file);
    }
    return entry;
  }

  #start(file: ExternalFile): void {
    if (file.isBeingRead) return;
    file.isBeingRead = true;
    const running = this.#bringUpToDate(file).finally(() => {
      this.#running.delete(running);
      this.#trim();
    });
    this.#running.add(running);
  }

  async #bringUpToDate(file: ExternalFile): Promise<void> {
    try {
      await this.#readUntilUpToDate(file);
    } finally {
      // At once: what is asked for from now on has to be read by another call.
      file.isBeingRead = false;
    }
  }

  async #readUntilUpToDate(file: ExternalFile): Promise<void> {
    do {
      for (let waits = 0; file.isEdited && waits < LONGEST_WAIT; waits++) {
        file.isEdited = false;
        await this.#options.calm?.();
      }
      file.isStale = false;
      file.isEdited = false;
      const content = await this.#contentOf(file.uri);
      for (const entry of [...file.entries.values()]) {
        if (entry.content === content.fingerprint) continue;
        const reading = await this.#read(entry, content);
        const isFirst = entry.content === undefined;
        entry.content = content.fingerprint;
        entry.size = content.bytes?.byteLength ?? 0;
        if (isSame(entry.signal.untracked, reading)) continue;
        entry.signal.value = reading;
        this.#options.onRead?.(file.uri, isFirst, content.bytes !== undefined);
      }
    } while (needsReading(file));
  }

  async #contentOf(uri: string): Promise<Content> {
    try {
      const bytes = await this.#options.bytesOf(uri);
      const { pace = WITHOUT_PAUSE } = this.#options;
      return { fingerprint: await inSlices(fingerprint(bytes), pace), bytes, failure: PENDING };
    } catch (error) {
      const failure =
        error instanceof FileSystemError && error.code === 'not-found'
          ? MISSING
          : unreadable(error);
      return { fingerprint: JSON.stringify(failure), failure };
    }
  }

  async #read({ reader, file }: Entry, { bytes, failure }: Content): Promise<Reading<unknown>> {
    if (!bytes) return failure;
    const { pace = WITHOUT_PAUSE, readPdf } = this.#options;
    try {
      if (pace.isDue()) await pace.pause();
      return { state: 'read', value: await reader.read(bytes, file.uri, pace, readPdf) };
    } catch (error) {
      return unreadable(error);
    }
  }

  #trim(): void {
    if (this.#options.keepsAll === true) return;
    let count = 0;
    let bytes = 0;
    for (const entry of [...this.#idle].reverse()) {
      count++;
      bytes += entry.size;
      const isKept = count === 1 || (count <= MAX_IDLE && bytes <= MAX_IDLE_BYTES);
      if (isKept || isUnread(entry) || entry.file.isBeingRead) continue;
      this.#idle.delete(entry);
      const { file } = entry;
      file.entries.delete(entry.reader);
      if (file.entries.size === 0) this.#files.delete(file.uri);
    }
  }
}

function needsReading({ isStale, entries }: ExternalFile): boolean {
  return isStale || [...entries.values()].some(isUnread);
}

function isUnread({ content }: Entry): boolean {
  return content === undefined;
}

function unreadable(error: unknown): Reading<never> {
  return { state: 'unreadable', message: error instanceof Error ? error.message : String(error) };
}

/** Whether two readings say the same; what was made of other bytes is another thing. */
function isSame(a: Reading<unknown>, b: Reading<unknown>): boolean {
  if (a.state === 'unreadable' && b.state === 'unreadable') return a.message === b.message;
  return a.state === b.state && a.state !== 'read';
}
