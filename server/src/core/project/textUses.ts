import { crossReference } from '../model';
import type { Citation, InternalLink, SyntaxBlock } from '../syntax';
import { Change, KeyedSignals } from '../reactive';
import { OrderedGroups } from './orderedGroups';

/** A link or citation in the text of a file. */
export interface TextUse {
  readonly uri: string;
  readonly link?: InternalLink;
  readonly citation?: Citation;
}

/** The works that the text cites, and the identifiers that it names, kept up to date block by block. */
export class TextUses {
  readonly #counts = new Map<string, number>();
  readonly #cited = new KeyedSignals<string, boolean>((key) => this.#counts.has(key));
  readonly #names: OrderedGroups<string, TextUse>;
  readonly #linksChange = new Change();
  readonly #uses = new Map<InternalLink | Citation, TextUse>();

  /** @param rankOf the place of a file in the manuscript */
  constructor(rankOf: (uri: string) => number) {
    this.#names = new OrderedGroups<string, TextUse>(
      (a, b) =>
        rankOf(a.uri) - rankOf(b.uri) ||
        Number(a.citation !== undefined) - Number(b.citation !== undefined) ||
        startOf(a) - startOf(b),
    );
  }

  /** Whether the text, or `nocite`, cites a work. */
  isCited(key: string): boolean {
    return this.#cited.get(key);
  }

  /** The links to an identifier, and the citations that may be cross-references to it. */
  naming(id: string): readonly TextUse[] {
    return this.#names.get(id);
  }

  /** All links to identifiers, in no order. */
  links(): { readonly uri: string; readonly link: InternalLink }[] {
    this.#linksChange.track();
    return [...this.#uses.values()].flatMap(({ uri, link }) => (link ? [{ uri, link }] : []));
  }

  /** Takes in a block of a file. */
  add(uri: string, { citations, links }: Pick<SyntaxBlock, 'citations' | 'links'>): void {
    for (const link of links) this.#keep(link.target, link, { uri, link });
    for (const citation of citations) {
      const { key } = citation;
      const count = this.#counts.get(key) ?? 0;
      this.#counts.set(key, count + 1);
      if (count === 0) this.#cited.refresh(key);
      if (crossReference(key)) this.#keep(key, citation, { uri, citation });
    }
  }

  /** Takes out a block. */
  delete({ citations, links }: Pick<SyntaxBlock, 'citations' | 'links'>): void {
    for (const link of links) this.#drop(link.target, link);
    for (const citation of citations) {
      const { key } = citation;
      const count = (this.#counts.get(key) ?? 1) - 1;
      if (count > 0) this.#counts.set(key, count);
      else {
        this.#counts.delete(key);
        this.#cited.refresh(key);
      }
      this.#drop(key, citation);
    }
  }

  #keep(name: string, item: InternalLink | Citation, use: TextUse): void {
    this.#uses.set(item, use);
    this.#linksChange.announce();
    this.#names.add(name, use);
  }

  #drop(name: string, item: InternalLink | Citation): void {
    const use = this.#uses.get(item);
    if (!use) return;
    this.#uses.delete(item);
    this.#linksChange.announce();
    this.#names.delete(name, use);
  }
}

function startOf({ link, citation }: TextUse): number {
  return (link ?? citation)?.range.start ?? 0;
}
