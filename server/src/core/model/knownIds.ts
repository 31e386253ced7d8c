import type { Attributed, Label } from '../syntax';
import type { KnownId } from './facts';

/** The identifier of an element, written or automatic, if it has one. */
export function idOfElement(source: Attributed): KnownId | undefined {
  const { id, automaticId, carrier, range } = source;
  const kind = carrier === 'heading' ? 'heading' : 'element';
  if (id) return { id: id.value, range: id.range, kind, source };
  return automaticId ? { id: automaticId, range, kind, source } : undefined;
}

/** The identifier of a label. */
export function idOfLabel({ id, kind, range }: Label): KnownId {
  return { id, range, kind };
}
