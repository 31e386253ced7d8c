import type { ProtocolRow } from '../../../server/src/shared/rows';

/**
 * What a screen reader says of a row: the icon's meaning first, then what stands there, and the state where the icon
 * alone shows it.
 * @param missing what is missing in it and below it, in words; '' for nothing
 */
export function spoken(
  {
    role,
    label,
    description,
    state,
  }: Pick<ProtocolRow, 'role' | 'label' | 'description' | 'state'>,
  missing: string,
): string {
  const isShownOnly =
    state === 'supported' || (state === 'contested' && !description.includes(state));
  return [role.replace('-', ' '), label, isShownOnly ? state : '', description, missing]
    .filter((part) => part !== '')
    .join(', ');
}
