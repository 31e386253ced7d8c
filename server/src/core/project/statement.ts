import type { EvidenceTest, LinkKind } from '../model';
import type { TextRange } from '../text/range';
import type { Declaration, Node } from './link';
import type { LiveElement } from './liveElement';

/** An attribute, or for nesting the inner tag. */
interface WrittenAt {
  readonly uri: string;
  /** The name of the attribute. */
  readonly name?: string;
}

/** What a statement says. */
export interface Said {
  /** How it is said. */
  readonly by: Declaration['by'];
  /** The link that it declares; a test belongs to the link that is there. */
  readonly kind: LinkKind;
  readonly from: Node;
  readonly to: Node;
  readonly test?: EvidenceTest;
}

/** One place that says something about two nodes, before it is known which links there are between them. */
export class Statement {
  readonly by: Declaration['by'];
  readonly kind: LinkKind;
  readonly from: Node;
  readonly to: Node;
  readonly test: EvidenceTest | undefined;
  readonly owner: LiveElement;
  /** Its place among the statements of its owner. */
  readonly index: number;
  /** The reference; for nesting, the inner element. */
  readonly range: TextRange;
  readonly #at: WrittenAt;

  constructor(
    { by, kind, from, to, test }: Said,
    owner: LiveElement,
    index: number,
    at: WrittenAt,
    range: TextRange,
  ) {
    this.by = by;
    this.kind = kind;
    this.from = from;
    this.to = to;
    this.test = test;
    this.owner = owner;
    this.index = index;
    this.range = range;
    this.#at = at;
  }

  /** What it declares, put together for whoever asks: few do. */
  get declaration(): Declaration {
    const { by, owner, range } = this;
    const { uri, name } = this.#at;
    const place = { uri, range };
    return name === undefined ? { by, place, owner } : { by, place, attribute: name, owner };
  }
}
