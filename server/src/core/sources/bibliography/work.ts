/** A person or a body by which a work is known. */
export interface Name {
  /** The family name with its particles, or the whole name of a body. */
  readonly family: string;
  readonly given?: string;
}

/** What an entry of a bibliography says of a work, as plain text. */
export interface Work {
  /** Without the `@`; case counts. */
  readonly key: string;
  /** Such as `article` or `chapter`, as the entry has it. */
  readonly type: string;
  /** The authors, else the editors. */
  readonly names: readonly Name[];
  /** Whether the names are those of editors. */
  readonly isEdited?: boolean;
  readonly year?: string;
  readonly title?: string;
  /** The journal, book or series in which it stands. */
  readonly container?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly publisher?: string;
  /** Without the address of a resolver. */
  readonly doi?: string;
  readonly url?: string;
}

/** What a format gives of a work: each of the fields, or `undefined` where the entry does not say it. */
type WorkFields = Pick<Work, 'key' | 'type' | 'names'> & {
  readonly [Field in keyof Omit<Work, 'key' | 'type' | 'names'>]-?: Work[Field] | undefined;
};

/** A work with those of the fields that an entry says, pages joined by a dash. */
export function workWith({ key, type, names, isEdited, pages, ...others }: WorkFields): Work {
  const said = Object.entries({
    ...others,
    pages: pages?.replace(/(\d)\s*[-–—]+\s*(?=\d)/g, '$1–'),
  }).filter(([, value]) => value !== undefined);
  const work: Work = { key, type, names, ...Object.fromEntries(said) };
  return isEdited === true && names.length > 0 ? { ...work, isEdited } : work;
}

/** Family names, as they are cited: `Van de Ven & Poole`, `Gioia et al.`; empty where there are none. */
export function shortNames({ names }: Pick<Work, 'names'>): string {
  const [first, second] = names.map(({ family }) => family);
  if (first === undefined) return '';
  if (names.length > 2) return `${first} et al.`;
  return second === undefined ? first : `${first} & ${second}`;
}

/** A work in a few words: `Van de Ven & Poole 1995: Explaining development`. */
export function describeWork(work: Work): string {
  const who = [shortNames(work), work.year ?? ''].filter((part) => part !== '').join(' ');
  return [who, work.title ?? ''].filter((part) => part !== '').join(': ');
}
