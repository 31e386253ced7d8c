import type { AttributeDefinition, Kind } from '../../model';
import type { Project } from '../../project';
import type { CompletionItem } from './item';

/** Attributes in which each element says something of its own. */
const OWN: ReadonlySet<string> = new Set([
  'note',
  'label',
  'loc',
  'original',
  'def',
  'term',
  'when',
]);

/** What is longer is no term that others would use. */
const LONGEST = 60;

/** What elements of a kind say elsewhere in an attribute of free text, so that the same is called the same. */
export function usedTexts(
  project: Project,
  kind: Kind,
  { name }: AttributeDefinition,
): CompletionItem[] {
  if (OWN.has(name)) return [];
  const counts = new Map<string, number>();
  for (const element of project.elementsWith(name)) {
    if (element.kind !== kind) continue;
    for (const attribute of element.attributes) {
      const text = attribute.name === name ? attribute.text.trim() : '';
      if (text !== '' && text.length <= LONGEST && !text.includes('"')) {
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([text, count]) => ({
      label: text,
      description: count === 1 ? 'used once' : `used ${count} times`,
      role: 'value',
      filterText: text,
      newText: text,
    }));
}
