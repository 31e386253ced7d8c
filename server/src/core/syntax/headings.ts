import type { TextRange } from '../text/range';
import type { Block } from './block';
import type { ElementFact, Section } from './facts';
import type { Heading } from './types';

/** A heading, with the section that goes on to the next heading or to the end of what it stands in. */
export class HeadingView implements Heading {
  /** The heading; it is replaced where it is marked up otherwise. */
  element: ElementFact;
  /** The heading that ends the section, if one does. */
  next: HeadingView | undefined;
  /** The innermost section around this one. */
  outer: HeadingView | undefined;
  readonly sectionRange: TextRange;

  /** `end` is the end of the file. */
  constructor(element: ElementFact, end: TextRange) {
    this.element = element;
    this.sectionRange = new SectionRange(this, end);
  }

  get level(): number {
    return Math.min(this.element.heading?.level ?? 1, 6);
  }

  get id(): string {
    return this.element.id?.value ?? this.element.automaticId ?? '';
  }

  get text(): string {
    return this.element.heading?.name?.title ?? '';
  }

  get range(): TextRange {
    return this.element.range;
  }
}

class SectionRange implements TextRange {
  readonly #heading: HeadingView;
  readonly #fileEnd: TextRange;

  constructor(heading: HeadingView, fileEnd: TextRange) {
    this.#heading = heading;
    this.#fileEnd = fileEnd;
  }

  get start(): number {
    return this.#heading.range.start;
  }

  get end(): number {
    const { next, element } = this.#heading;
    if (next !== undefined) return next.range.start;
    return Math.min(
      element.parent?.contentRange.end ?? Infinity,
      element.heading?.section.end?.end ?? Infinity,
      this.#fileEnd.end,
    );
  }

  toJSON(): TextRange {
    return { start: this.start, end: this.end };
  }
}

/**
 * The headings with their sections: a section goes on to the next heading of the same or a higher level in the same
 * container (the file, a quote, an item, a div), or to the end of that container.
 */
export function headingsOf(blocks: readonly Block[], end: TextRange): HeadingView[] {
  const open = new Map<Section, Map<ElementFact | undefined, HeadingView[]>>();
  const around: HeadingView[] = [];
  const views: HeadingView[] = [];
  for (const element of headingElements(blocks)) {
    const { heading, parent } = element;
    if (heading === undefined) continue;
    const view = new HeadingView(element, end);
    heading.view = view;
    const siblings = siblingsOf(open, heading.section, parent);
    const { level } = heading;
    for (let last = siblings.at(-1); last !== undefined; last = siblings.at(-1)) {
      if ((last.element.heading?.level ?? 0) < level) break;
      last.next = view;
      siblings.pop();
    }
    siblings.push(view);
    views.push(view);
  }
  for (const view of views) {
    const { start } = view.range;
    while ((around.at(-1)?.sectionRange.end ?? Infinity) <= start) around.pop();
    view.outer = around.at(-1);
    around.push(view);
  }
  return views;
}

function headingElements(blocks: readonly Block[]): ElementFact[] {
  const headings: ElementFact[] = [];
  for (const { elements } of blocks) {
    for (const element of elements) if (element.heading !== undefined) headings.push(element);
  }
  return headings;
}

function siblingsOf(
  open: Map<Section, Map<ElementFact | undefined, HeadingView[]>>,
  section: Section,
  parent: ElementFact | undefined,
): HeadingView[] {
  let byParent = open.get(section);
  if (byParent === undefined) {
    byParent = new Map<ElementFact | undefined, HeadingView[]>();
    open.set(section, byParent);
  }
  let siblings = byParent.get(parent);
  if (siblings === undefined) byParent.set(parent, (siblings = []));
  return siblings;
}
