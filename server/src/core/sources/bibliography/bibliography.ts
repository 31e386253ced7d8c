import type { Steps } from '../../steps';
import type { TextRange } from '../../text/range';
import type { TextEdit } from '../../text/textEdit';
import type { Work } from './work';

/** Something that is wrong in a bibliography. */
export interface Fault {
  readonly range: TextRange;
  /** One sentence, without a full stop: what is wrong, and what to do. */
  readonly message: string;
  /** Whether Pandoc refuses the whole file for it; else something is only lost. */
  readonly isFatal: boolean;
  /** What mends it, where that is plain. */
  readonly mending?: Mending;
  /** The entry that it is a fault of, where there may be more to try; see `mendEntry`. */
  readonly within?: TextRange;
}

/** What mends a fault, and how that is named. */
export interface Mending {
  readonly title: string;
  /** In the order of the text. */
  readonly edits: readonly TextEdit[];
}

/** An entry of a bibliography. */
export interface Entry {
  /** Case counts. */
  readonly key: string;
  readonly range: TextRange;
  readonly keyRange: TextRange;
  /** Read when first asked for. */
  readonly work: Work;
  /** Reads what it says, so that it is there when somebody asks. */
  prepare(): void;
}

/** A bibliography that is being read, entry by entry. */
export type Reading = Steps<Bibliography>;

/** A bibliography as far as it can be read: what is broken hides nothing else. Offsets are those of its text. */
export class Bibliography {
  /** In the order of the file. */
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
  /** Whether its format is one that Warrant does not read, so that nothing is known of it. */
  readonly isForeign: boolean;
  /** What it was read from. */
  readonly text: string;
  readonly #broken: readonly TextRange[];
  readonly #aliases: ReadonlyMap<string, string>;
  readonly #byKey = new Map<string, Entry>();

  /**
   * @param broken the parts of the text in which entries may stand that were not found
   * @param aliases the keys of entries by other names that these have
   */
  constructor(
    text: string,
    entries: readonly Entry[],
    faults: readonly Fault[],
    broken: readonly TextRange[] = [],
    isForeign = false,
    aliases: ReadonlyMap<string, string> = new Map(),
  ) {
    this.text = text;
    this.entries = entries;
    this.faults = faults;
    this.isForeign = isForeign;
    this.#broken = broken;
    this.#aliases = aliases;
    // As Pandoc has it, the last one counts.
    for (const entry of entries) this.#byKey.set(entry.key, entry);
  }

  /** The same with a further fault of the file. */
  with(fault: Fault): Bibliography {
    const faults = [fault, ...this.faults];
    return new Bibliography(
      this.text,
      this.entries,
      faults,
      this.#broken,
      this.isForeign,
      this.#aliases,
    );
  }

  /** The entry with a key; the last one, where there are several. */
  entry(key: string): Entry | undefined {
    return this.#byKey.get(key);
  }

  /** The keys, each once. */
  get keys(): Iterable<string> {
    return this.#byKey.keys();
  }

  /** The text of an entry, white space folded. */
  textOf({ range }: Entry): string {
    return this.text.slice(range.start, range.end).replace(/\s+/g, ' ').trim();
  }

  /** An entry with the blanks and the line end behind it, as it is deleted. */
  lineRangeOf({ range: { start, end } }: Entry): TextRange {
    const rest = /^[ \t]*\r?\n?/.exec(this.text.slice(end, end + 200))?.[0] ?? '';
    const line = this.text.lastIndexOf('\n', start - 1) + 1;
    const isIndented = this.text.slice(line, start).trim() === '';
    return { start: isIndented ? line : start, end: end + rest.length };
  }

  /** Whether an entry is not the one that counts under its key. */
  isOverridden(entry: Entry): boolean {
    return this.#byKey.get(entry.key) !== entry;
  }

  /** Whether a key may stand where the file is broken, or has letters that could not be read. */
  mayHide(key: string): boolean {
    return (
      this.isForeign ||
      (BEYOND_ASCII.test(key) && this.text.includes('\uFFFD')) ||
      this.#broken.some(({ start, end }) => this.text.slice(start, end).includes(key))
    );
  }

  /** The key of the entry that has another name (`ids` of BibLaTeX, which Pandoc does not know). */
  keyOfAlias(alias: string): string | undefined {
    return this.#aliases.get(alias);
  }
}

/** In files of an older encoding, these letters are read as U+FFFD. */
const BEYOND_ASCII = /[\u0080-\uffff]/;
