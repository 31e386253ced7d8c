import type { TextRange } from '../text/range';
import type { ElementFact, Section } from './facts';

interface OpenSection {
  readonly index: number;
  readonly level: number;
  readonly start: number;
}

/**
 * The section of each heading, by the heading's index: it goes on to the next heading of the same or a higher level in the
 * same container (the file, a quote, an item, a div), or to the end of that container.
 */
export function sectionRanges(
  elements: readonly ElementFact[],
  end: number,
): Map<number, TextRange> {
  const ranges = new Map<number, TextRange>();
  const open = new Map<Section, Map<number, OpenSection[]>>();
  elements.forEach((element, index) => {
    const { heading } = element;
    if (heading === undefined) return;
    const { parent } = element;
    const byParent = open.get(heading.section) ?? new Map<number, OpenSection[]>();
    open.set(heading.section, byParent);
    const stack = byParent.get(parent) ?? [];
    byParent.set(parent, stack);
    const { start } = element.range;
    for (
      let last = stack.at(-1);
      last !== undefined && last.level >= heading.level;
      last = stack.at(-1)
    ) {
      ranges.set(last.index, { start: last.start, end: start });
      stack.pop();
    }
    stack.push({ index, level: heading.level, start });
  });
  for (const [section, byParent] of open) {
    for (const [parent, stack] of byParent) {
      const outer = elements[parent]?.contentRange.end ?? end;
      const close = Math.min(outer, section.end, end);
      for (const { index, start } of stack) ranges.set(index, { start, end: close });
    }
  }
  return ranges;
}
