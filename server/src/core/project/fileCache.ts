import { FileSystemError, type DirectoryEntry, type FileSystem } from '../ports';
import { decodeText, type DecodedText } from './decode';
import { childUri, parentUri } from './uris';

/** A file larger than this is no manuscript; reading it would only cost memory. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** What was read of the world outside for one project, so that it can be told whether a change concerns it. */
export class Dependencies {
  readonly #uris = new Set<string>();

  add(uri: string): void {
    this.#uris.add(uri);
  }

  /** Whether a change of this file, or its coming or going, can make a difference. */
  includes(uri: string): boolean {
    if (this.#uris.has(uri) || this.#uris.has(`${uri}/`)) return true;
    if (ancestors(uri).some((folder) => this.#uris.has(`${folder}/`))) return true;
    // What changed may have been a folder.
    const below = `${uri}/`;
    for (const read of this.#uris) if (read.startsWith(below)) return true;
    return false;
  }

  addDirectory(uri: string): void {
    this.#uris.add(`${uri}/`);
  }
}

/** A text that is put together when it is asked for. */
export interface TextSource {
  readonly text: string;
}

/** The texts and listings that have been read, with open documents laid over the files. */
export class FileCache {
  readonly #fileSystem: FileSystem;
  readonly #overlays = new Map<string, TextSource>();
  /** Open documents that are no manuscripts. */
  readonly #supporting = new Map<string, TextSource>();
  readonly #texts = new Map<string, Promise<DecodedText>>();
  readonly #listings = new Map<string, Promise<readonly DirectoryEntry[]>>();
  /** The names in the folders that have been listed. */
  readonly #names = new Map<string, ReadonlySet<string>>();

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** The documents that are open in the editor. */
  get openUris(): readonly string[] {
    return [...this.#overlays.keys()];
  }

  /** Lays the text of an open document over its file; `undefined` takes it away. */
  setOverlay(uri: string, text: TextSource | undefined): void {
    if (text === undefined) this.#overlays.delete(uri);
    else this.#overlays.set(uri, text);
  }

  /** The text of an open document. */
  overlay(uri: string): TextSource | undefined {
    return this.#overlays.get(uri);
  }

  /** Lays the text of an open document that is no manuscript over its file; `undefined` takes it away. */
  setSupporting(uri: string, text: TextSource | undefined): void {
    if (text === undefined) this.#supporting.delete(uri);
    else this.#supporting.set(uri, text);
  }

  /** The text of an open document that is no manuscript. */
  supporting(uri: string): TextSource | undefined {
    return this.#supporting.get(uri);
  }

  /** Whether a file stands where its folder was last listed; also where that was never done, since nobody relies on it. */
  isListed(uri: string): boolean {
    const folder = parentUri(uri);
    const names = this.#names.get(folder);
    return !names || [...names].some((name) => childUri(folder, name) === uri);
  }

  /** Forgets what was read of a file, or of a folder and all below it, that has changed, come or gone. */
  forget(uri: string): void {
    this.#texts.delete(uri);
    this.#listings.delete(uri);
    for (const folder of ancestors(uri)) this.#listings.delete(folder);
    const below = `${uri}/`;
    for (const known of this.#texts.keys()) if (known.startsWith(below)) this.#texts.delete(known);
    for (const known of this.#listings.keys()) {
      if (known.startsWith(below)) this.#listings.delete(known);
    }
  }

  /**
   * The text of a file, as it stands when it is given: what changes while it is being read is read again.
   * @throws FileSystemError (as a rejection) when it is not there or cannot be read; the next call tries again.
   */
  async read(uri: string, dependencies: Dependencies): Promise<DecodedText> {
    dependencies.add(uri);
    for (;;) {
      const overlay = this.#overlays.get(uri);
      if (overlay !== undefined) return { text: overlay.text };
      const reading = this.#texts.get(uri) ?? this.#startReading(uri);
      try {
        const read = await reading;
        if (!this.#overlays.has(uri) && this.#texts.get(uri) === reading) return read;
      } catch (error) {
        if (!this.#overlays.has(uri) && !this.#texts.has(uri)) throw error;
      }
    }
  }

  /** The bytes of a file, or of the document that is open in its place. Rejects with FileSystemError. */
  async readBytes(uri: string): Promise<Uint8Array> {
    const open = this.#overlays.get(uri) ?? this.#supporting.get(uri);
    if (open === undefined) return this.#bytesOf(uri);
    const { text } = open;
    // Where an editor could not read all letters, the file still has them.
    const bytes = text.includes(REPLACEMENT)
      ? await this.#bytesOf(uri).catch(() => undefined)
      : undefined;
    return bytes && isUneditedUtf8(text, bytes) ? bytes : new TextEncoder().encode(text);
  }

  /** What stands in a folder, sorted by name; nothing where it cannot be listed. */
  async list(uri: string, dependencies: Dependencies): Promise<readonly DirectoryEntry[]> {
    dependencies.addDirectory(uri);
    let listing = this.#listings.get(uri);
    if (!listing) {
      listing = this.#fileSystem
        .readDirectory(uri)
        .then((entries) => [...entries].sort((a, b) => compareNames(a.name, b.name)))
        .catch(() => []);
      this.#listings.set(uri, listing);
      void listing.then((entries) => {
        this.#names.set(uri, new Set(entries.map(({ name }) => name)));
      });
    }
    return listing;
  }

  #startReading(uri: string): Promise<DecodedText> {
    const reading = this.#readFile(uri);
    this.#texts.set(uri, reading);
    // A rejection must not stay: the file may come back.
    reading.catch(() => {
      if (this.#texts.get(uri) === reading) this.#texts.delete(uri);
    });
    return reading;
  }

  async #readFile(uri: string): Promise<DecodedText> {
    return decodeText(await this.#bytesOf(uri));
  }

  async #bytesOf(uri: string): Promise<Uint8Array> {
    const bytes = await this.#fileSystem.readFile(uri);
    if (bytes.byteLength <= MAX_FILE_BYTES) return bytes;
    const message = `larger than ${MAX_FILE_BYTES / 1024 / 1024} MB; save the part that is needed as a file of its own`;
    throw new FileSystemError(uri, 'not-readable', message);
  }
}

/** What UTF-8 shows in the place of bytes that are none of its letters. */
const REPLACEMENT = '\uFFFD';

/** Whether a text is what an editor makes of bytes that it takes for UTF-8; it may have made all line ends alike. */
function isUneditedUtf8(text: string, bytes: Uint8Array): boolean {
  const unified = (one: string): string => one.replace(/\r\n?/g, '\n');
  return unified(text) === unified(new TextDecoder().decode(bytes));
}

/** A new file may stand in a new folder, so all folders above it count. */
function ancestors(uri: string): string[] {
  const folders: string[] = [];
  for (let current = uri, folder = parentUri(uri); folder !== current; folder = parentUri(folder)) {
    folders.push(folder);
    current = folder;
  }
  return folders;
}

const collator = new Intl.Collator('en', { numeric: true });

function compareNames(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : 1);
}
