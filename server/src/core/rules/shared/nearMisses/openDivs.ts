import type { Vocabulary } from '../../../model';
import type { ProjectFile } from '../../../project';
import type { Attributed } from '../../../syntax';
import type { Miss } from './miss';

/** Divs with a tag that are never closed: Pandoc lets them run to the end of the text, and nesting makes links. */
export function openDivs({ uri, facts }: ProjectFile, { classes }: Vocabulary): Miss[] {
  const open = facts.divs.filter(
    ({ form, range, contentRange }) => form === 'markdown' && contentRange.end === range.end,
  );
  if (open.length === 0) return [];
  const tagged = new Set<Attributed>();
  for (const element of facts.divs) {
    if (!element.classes.some(({ name }) => classes.has(name))) continue;
    // The end of an inner fence that is missing is taken from the outer one.
    for (let at: Attributed | undefined = element; at && !tagged.has(at); at = at.parent) {
      tagged.add(at);
    }
  }
  return open.flatMap((element): Miss[] => {
    if (!tagged.has(element)) return [];
    const { range, contentRange, attributeRange } = element;
    const place = { uri, range: attributeRange ?? { start: range.start, end: contentRange.start } };
    const message =
      'This fence, or one inside it, is never closed, so that everything after it belongs to it; write ::: on a line of its own where it ends';
    return [{ problem: { message, place, severity: 'warning' } }];
  });
}
