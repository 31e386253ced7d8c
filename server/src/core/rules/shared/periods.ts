import { parsePeriod, type Attribute, type Period } from '../../model';
import { attributeOf, type Element } from '../../project';

/** The period of a step with the place where it is written; undefined where there is none that can be read. */
export function periodOf(
  step: Element,
): { readonly attribute: Attribute; readonly value: Period } | undefined {
  const attribute = attributeOf(step, 'period');
  const period = attribute && parsePeriod(attribute.text);
  return attribute && period?.ok ? { attribute, value: period.value } : undefined;
}

/** Whether a date is surely earlier than another one; of dates of different precision, what both say is compared. */
export function isEarlier(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) < other.slice(0, length);
}

/** Whether a period surely begins before another one begins. */
export function startsBefore(period: Period, other: Period): boolean {
  if (other.start === '') return false;
  if (period.start !== '') return isEarlier(period.start, other.start);
  return period.end !== '' && isEarlier(period.end, other.start);
}

/** Whether a date surely lies before or after a period. */
export function outside(date: string, { start, end }: Period): 'before' | 'after' | undefined {
  if (start !== '' && isEarlier(date, start)) return 'before';
  if (end !== '' && isEarlier(end, date)) return 'after';
  return undefined;
}
