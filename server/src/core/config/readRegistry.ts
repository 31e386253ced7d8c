import type { RegistryEntry, WrittenAttribute } from './config';
import type { WrittenConfig } from './schema';
import type { YamlPlace } from './yamlTree';

type WrittenEntries = NonNullable<WrittenConfig['elements']>;

/** The keys of an entry that are no attributes of the element. */
const OWN_KEYS: ReadonlySet<string> = new Set(['is', 'quote', 'file', 'cites']);

/** Reads the entries under `elements:`; each item of a list becomes an attribute of its own, with its own place. */
export function readRegistry(
  uri: string,
  entries: WrittenEntries,
  placeOf: (path: readonly PropertyKey[]) => YamlPlace,
): RegistryEntry[] {
  return Object.entries(entries).map(([id, entry]) => {
    const place = (...more: PropertyKey[]) => placeOf([id, ...more]);
    const text = (key: 'is' | 'quote' | 'file') => {
      const value = entry[key];
      return value === undefined
        ? {}
        : { [key]: { text: value, place: { uri, range: place(key).range } } };
    };
    const written: WrittenAttribute[] = [];
    const add = (key: string, value: string, ...item: PropertyKey[]) => {
      const { range } = place(key, ...item);
      written.push({ key, text: value, place: { uri, range }, keyRange: place(key).keyRange });
    };
    for (const [key, value] of Object.entries(entry)) {
      if (OWN_KEYS.has(key) || value === null) continue;
      if (typeof value === 'string') add(key, value);
      else if (Array.isArray(value)) value.forEach((item, index) => add(key, item, index));
    }
    entry.cites?.forEach((key, index) => add('cites', `@${key.replace(/^@/, '')}`, index));
    return {
      id: id.replace(/^#/, ''),
      place: { uri, range: place().keyRange },
      ...text('is'),
      ...text('quote'),
      ...text('file'),
      written,
    };
  });
}
