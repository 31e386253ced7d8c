import { guidDigits } from './guids';
import type { QdaProject, QdaSelection } from './qdaProject';

/** Fewer digits than this name no selection. */
export const MIN_GUID_DIGITS = 8;

/** The selections of projects by their GUID or its first digits. */
export class SelectionIndex {
  readonly #digits: readonly string[];
  readonly #selections: readonly QdaSelection[];

  constructor(projects: readonly QdaProject[]) {
    const sorted = projects
      .flatMap(({ selections }) => selections)
      .map((selection) => ({ selection, digits: guidDigits(selection.guid) }))
      .sort((a, b) => (a.digits < b.digits ? -1 : a.digits > b.digits ? 1 : 0));
    this.#digits = sorted.map(({ digits }) => digits);
    this.#selections = sorted.map(({ selection }) => selection);
  }

  /**
   * The selections whose GUID begins with what is written, however it is written; none for fewer than
   * {@link MIN_GUID_DIGITS} digits. More than one means that the beginning is ambiguous.
   */
  find(written: string): readonly QdaSelection[] {
    const digits = guidDigits(written);
    if (digits.length < MIN_GUID_DIGITS) return [];
    let low = 0;
    let high = this.#digits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#digits[middle] ?? '') < digits) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (this.#digits[end]?.startsWith(digits) === true) end++;
    return this.#selections.slice(low, end);
  }

  /** The shortest beginning of a selection's GUID that names it alone, of {@link MIN_GUID_DIGITS} digits at least. */
  shortest({ guid }: Pick<QdaSelection, 'guid'>): string {
    const digits = guidDigits(guid);
    for (let length = MIN_GUID_DIGITS; length < digits.length; length += 4) {
      const short = digits.slice(0, length);
      if (this.find(short).length <= 1) return short;
    }
    return digits;
  }
}
