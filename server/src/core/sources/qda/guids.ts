/** The hexadecimal digits of a GUID, in lower case; braces, hyphens and `urn:uuid:` do not count. */
export function guidDigits(written: string): string {
  return written
    .replace(/^\s*urn:uuid:/i, '')
    .replace(/[\s{}()\u2010\u2011-]/g, '')
    .toLowerCase();
}

/** The one spelling of a GUID: lower case, in groups; what is none stays as it is, in lower case. */
export function canonicalGuid(written: string): string {
  const digits = guidDigits(written);
  const groups = /^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/.exec(digits);
  return groups ? groups.slice(1).join('-') : written.trim().toLowerCase();
}

/**
 * A GUID for something that has none, made from its name: the same name gives the same GUID. Four FNV-1a hashes of 32 bits
 * with different beginnings, so that two of a project's few thousand names do not collide.
 */
export function guidOfName(name: string): string {
  let digits = '';
  for (const seed of SEEDS) {
    let hash = seed;
    for (let index = 0; index < name.length; index++) {
      hash = Math.imul(hash ^ name.charCodeAt(index), FNV_PRIME);
      // FNV-1a alone hardly stirs the upper bits at the end of a name.
      hash ^= hash >>> 15;
    }
    digits += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return canonicalGuid(digits);
}

const FNV_PRIME = 0x01000193;
const SEEDS = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
