import type { Steps } from '../../steps';
import { canonicalGuid } from './guids';
import { attributeIn, childrenOf, textIn, type XmlElement } from './xmlTree';

/** Gives the text that an element holds or names by `plainTextPath`; undefined where there is none. */
export type TextOf = (element: XmlElement) => Steps<string | undefined>;

/**
 * The memos of a project: the `Description` of an element, the `Note`s that it refers to, and those that a `Link` joins
 * with it, as NVivo has it.
 */
export class Notes {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #linked = new Map<string, string[]>();

  private constructor(project: XmlElement, texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
    for (const link of childrenOf(project, 'Links').flatMap((list) => childrenOf(list, 'Link'))) {
      this.#join(attributeIn(link, 'originGUID') ?? '', attributeIn(link, 'targetGUID') ?? '');
    }
  }

  /** Reads the memos of a project. */
  static *read(project: XmlElement, textOf: TextOf): Steps<Notes> {
    const texts = new Map<string, string>();
    for (const note of childrenOf(project, 'Notes').flatMap((list) => childrenOf(list, 'Note'))) {
      const guid = attributeIn(note, 'guid');
      const own = yield* textOf(note);
      const text = own?.trim() || textIn(note, 'Description') || attributeIn(note, 'name');
      if (guid !== undefined && text !== undefined) texts.set(canonicalGuid(guid), text);
      yield;
    }
    return new Notes(project, texts);
  }

  /** The memos of an element, each once. */
  of(element: XmlElement): readonly string[] {
    const guid = attributeIn(element, 'guid');
    const notes = childrenOf(element, 'NoteRef').map(
      (reference) =>
        this.#texts.get(canonicalGuid(attributeIn(reference, 'targetGUID') ?? '')) ?? '',
    );
    const linked = guid === undefined ? [] : (this.#linked.get(canonicalGuid(guid)) ?? []);
    const all = [textIn(element, 'Description') ?? '', ...notes, ...linked];
    return [...new Set(all.filter((memo) => memo !== ''))];
  }

  /** A link may run either way. */
  #join(origin: string, target: string): void {
    const ends = [canonicalGuid(origin), canonicalGuid(target)] as const;
    for (const [note, other] of [ends, [ends[1], ends[0]] as const]) {
      const text = this.#texts.get(note);
      if (text === undefined || this.#texts.has(other)) continue;
      this.#linked.set(other, [...(this.#linked.get(other) ?? []), text]);
    }
  }
}
