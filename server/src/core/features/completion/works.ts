/** A work of the bibliography, as far as its entry says. */
export interface Work {
  /** Without the `@`. */
  readonly key: string;
  /** Family names, as they are cited: `Van de Ven & Poole`. */
  readonly authors?: string;
  readonly year?: string;
  readonly title?: string;
}

/** A work in a few words: `Van de Ven & Poole 1995: Explaining development`. */
export function describeWork({ authors, year, title }: Work): string {
  const who = [authors, year].filter((part) => part !== undefined).join(' ');
  return [who, title].filter((part) => part !== undefined && part !== '').join(': ');
}
