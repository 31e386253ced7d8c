import { WITHOUT_PAUSE } from '../../../../server/src/core/ports';
import { BIBLIOGRAPHY, type Bibliography } from '../../../../server/src/core/sources/bibliography';

/** Reads a bibliography of a name. */
export async function read(name: string, text: string | Uint8Array): Promise<Bibliography> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return BIBLIOGRAPHY.read(bytes, `file:///${name}`, WITHOUT_PAUSE);
}

/** The faults of a bibliography, each behind the text where it stands. */
export function faultsIn({ faults }: Bibliography, text: string): string[] {
  return faults.map(({ range, message }) => `${text.slice(range.start, range.end)} | ${message}`);
}
