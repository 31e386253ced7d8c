/** Gives headings their automatic identifiers, as Pandoc does (Pandoc manual, `auto_identifiers`). */
export class AutomaticIdentifiers {
  readonly #used = new Set<string>();
  readonly #next = new Map<string, number>();

  /** Takes note of an identifier that the author wrote. */
  add(id: string): void {
    this.#used.add(id);
  }

  /** The identifier for a heading whose text gives `base`, different from all before it. */
  create(base: string): string {
    if (!this.#used.has(base)) {
      this.#used.add(base);
      return base;
    }
    let number = this.#next.get(base) ?? 1;
    while (this.#used.has(`${base}-${number}`)) number++;
    this.#next.set(base, number + 1);
    const id = `${base}-${number}`;
    this.#used.add(id);
    return id;
  }
}

/** Words of letters and digits, of which most titles consist. */
const isSimple = /^[A-Za-z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*$/;

/** The identifier that the plain text of a heading gives, if no other heading has it. */
export function identifierOf(text: string): string {
  if (isSimple.test(text)) return text.toLowerCase().replaceAll(' ', '-');
  const kept = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_.-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
    .replace(/^[^\p{L}]+/u, '');
  return kept === '' ? 'section' : kept;
}
