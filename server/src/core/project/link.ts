import type { EvidenceTest, LinkKind, Place } from '../model';
import type { Element } from './element';

/** What a link joins: an element, a work of the bibliography, or a declared source. */
export type Node =
  | { readonly type: 'element'; readonly element: Element }
  | { readonly type: 'citation'; readonly key: string }
  | { readonly type: 'source'; readonly id: string };

/** One of the places where a link is declared. */
export interface Declaration {
  readonly by: 'attribute' | 'nesting' | 'test';
  /** The reference; for nesting, the inner element. */
  readonly place: Place;
  /** The attribute that declares it. */
  readonly attribute?: string;
  /** The element on which it is written; for nesting, the inner one. */
  readonly owner: Element;
}

/** A link of the argument. It may be declared at either end, by nesting, or all of these; it is one link still. */
export interface Link {
  readonly kind: LinkKind;
  /** Evidence, for support and challenge; the whole's part, for `part-of`; the later step, for `after`. */
  readonly from: Node;
  readonly to: Node;
  readonly declarations: readonly Declaration[];
  /** The process-tracing tests on a link of support or challenge. */
  readonly tests: readonly EvidenceTest[];
}

/** A name for a node that is unique in the project. */
export function nodeKey(node: Node): string {
  switch (node.type) {
    case 'element':
      return elementNodeKey(node.element);
    case 'citation':
      return `@${node.key}`;
    case 'source':
      return `source:${node.id}`;
  }
}

/** The name of the node that an element is; a work or a source may have the same name as its id. */
export function elementNodeKey({ key }: Element): string {
  return `#${key}`;
}

/** The element of a node, if it is one. */
export function elementOfNode(node: Node): Element | undefined {
  return node.type === 'element' ? node.element : undefined;
}

/** Whether a test on the link failed: such a link is no support. */
export function failed({ tests }: Pick<Link, 'tests'>): boolean {
  return tests.some(({ result }) => result === 'fail');
}
