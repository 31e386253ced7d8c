import type { Place } from '../model';
import type { TextRange } from '../text/range';
import { firstFrom } from '../text/search';
import type { Suppression } from './suppressions';

/** A finding, as far as a suppression looks at it. */
interface Found {
  readonly rule: string;
  readonly place: Place;
}

/** The suppressions of one file, found by rule and place. Good as long as the text stays as it is. */
export class SuppressionIndex {
  readonly #byRule = new Map<string, Named>();

  constructor(suppressions: readonly Suppression[]) {
    for (const suppression of suppressions) {
      // A suppression without a reason hides nothing.
      if (suppression.fault !== undefined) continue;
      for (const name of new Set(suppression.rules.map((rule) => rule.name))) {
        const named = this.#byRule.get(name) ?? { whole: [], parts: [] };
        this.#byRule.set(name, named);
        if (suppression.covers === 'file') named.whole.push(suppression);
        else named.parts.push({ suppression, covers: suppression.covers, reach: 0 });
      }
    }
    for (const { parts } of this.#byRule.values()) {
      parts.sort((a, b) => a.covers.start - b.covers.start);
      let reach = 0;
      for (const part of parts) part.reach = reach = Math.max(reach, part.covers.end);
    }
  }

  /** Whether a finding of the file is hidden. */
  hides({ rule, place: { range } }: Found): boolean {
    const named = this.#byRule.get(rule);
    if (!named) return false;
    if (named.whole.length > 0) return true;
    const { parts } = named;
    const last = parts[firstFrom(parts, range.start + 1, ({ covers }) => covers.start) - 1];
    return last !== undefined && range.start <= last.reach;
  }

  /**
   * For each suppression that hides something, the rules of which it does.
   * @param findings of the file, in the order in which they begin
   */
  used(findings: readonly Found[]): Map<Suppression, Set<string>> {
    const starts = new Map<string, number[]>();
    for (const { rule, place } of this.#byRule.size > 0 ? findings : []) {
      if (!this.#byRule.has(rule)) continue;
      const own = starts.get(rule) ?? [];
      starts.set(rule, own);
      own.push(place.range.start);
    }
    const used = new Map<Suppression, Set<string>>();
    const note = (suppression: Suppression, rule: string): void => {
      used.set(suppression, (used.get(suppression) ?? new Set()).add(rule));
    };
    for (const [rule, own] of starts) {
      const { whole, parts } = this.#byRule.get(rule) ?? NONE;
      for (const suppression of whole) note(suppression, rule);
      for (const { suppression, covers } of parts) {
        const first = own[firstFrom(own, covers.start, (start) => start)];
        if (first !== undefined && first <= covers.end) note(suppression, rule);
      }
    }
    return used;
  }
}

/** The suppressions that name one rule. */
interface Named {
  readonly whole: Suppression[];
  /** In the order in which what they cover begins. */
  readonly parts: {
    readonly suppression: Suppression;
    readonly covers: TextRange;
    /** How far this one or one before it reaches. */
    reach: number;
  }[];
}

const NONE: Named = { whole: [], parts: [] };
