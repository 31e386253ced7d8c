import { AnchoredRange } from '../text/anchor';
import type { AttributeLists } from './attributeLists';

/** Whether the id, the classes and the attributes are written alike, wherever they stand. */
export function hasSameMarkup(a: AttributeLists, b: AttributeLists): boolean {
  if (a.id?.value !== b.id?.value) return false;
  if (lengthOf(a.id) !== lengthOf(b.id)) return false;
  if (a.classes.length !== b.classes.length || a.attributes.length !== b.attributes.length) {
    return false;
  }
  const areClassesAlike = a.classes.every((token, index) => {
    const other = b.classes[index];
    return token.name === other?.name && lengthOf(token) === lengthOf(other);
  });
  return (
    areClassesAlike &&
    a.attributes.every((token, index) => {
      const other = b.attributes[index];
      return (
        token.key === other?.key &&
        token.value === other.value &&
        token.quote === other.quote &&
        lengthOf(token) === lengthOf(other) &&
        // The places of the parts follow from that of the whole, or they do not.
        token.valueRange instanceof AnchoredRange === other.valueRange instanceof AnchoredRange
      );
    })
  );
}

/** How long a token is in the source, which tells `&amp;` from `&`. */
function lengthOf(
  token: { readonly range: { readonly start: number; readonly end: number } } | undefined,
): number {
  return token === undefined ? -1 : token.range.end - token.range.start;
}
