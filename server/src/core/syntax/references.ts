import { type AttributeLists, isEmpty } from './attributeLists';
import type { ElementFact, Facts, LinkFact, ReferenceDefinition, ReferenceUse } from './facts';
import type { InternalLink } from './types';

// Longer than any label, so that brackets nested thousands of times cost no more than linear time.
const maximalLabel = 2000;

/** The definitions of references, by label; labels are compared without case and with white space folded. */
export class ReferenceTable {
  readonly #definitions = new Map<string, ReferenceDefinition>();
  readonly #headings = new Map<string, string>();
  /** The uses that are links, or stand in one. */
  readonly #linked = new Set<ReferenceUse>();

  constructor(definitions: readonly ReferenceDefinition[]) {
    for (const definition of definitions)
      this.#definitions.set(keyOf(definition.label), definition);
  }

  /** Lets the text of a heading stand for its identifier (Pandoc manual, `implicit_header_references`). */
  addHeading(text: string, id: string): void {
    const key = keyOf(text);
    if (!this.#headings.has(key)) this.#headings.set(key, id);
  }

  definition(label: string): ReferenceDefinition | undefined {
    if (label.length > maximalLabel) return undefined;
    return this.#definitions.get(keyOf(label));
  }

  isDefined(label: string): boolean {
    if (label.length > maximalLabel) return false;
    const key = keyOf(label);
    return this.#definitions.has(key) || this.#headings.has(key);
  }

  /** Whether a defined link holds what stands inside `use`. */
  isInsideLink(use: ReferenceUse | undefined): boolean {
    return use !== undefined && this.#linked.has(use);
  }

  /** Finds out which uses are links or stand in one; outer uses come first. */
  linkUses(uses: Facts['uses']): void {
    for (const use of uses) {
      const isLink = use.element.carrier === 'link' && this.isDefined(use.label);
      if (isLink || this.isInsideLink(use.insideUse)) this.#linked.add(use);
    }
  }
}

/** The elements and links that the uses of defined references make. */
export function resolveUses(
  uses: Facts['uses'],
  table: ReferenceTable,
): { readonly elements: ElementFact[]; readonly links: InternalLink[] } {
  const elements: ElementFact[] = [];
  const links: InternalLink[] = [];
  for (const use of uses) {
    const definition = table.definition(use.label);
    if (!table.isDefined(use.label) || table.isInsideLink(use.insideUse)) continue;
    const lists = merged(use.element, definition?.attributes);
    if (!isEmpty(lists)) elements.push(use.element.with({ lists }));
    if (definition === undefined || use.element.carrier !== 'link') continue;
    const { address, addressRange } = definition;
    if (!address.startsWith('#') || address.length < 2) continue;
    links.push({
      target: address.slice(1),
      range: use.element.range,
      targetRange: { start: addressRange.start + 1, end: addressRange.end },
    });
  }
  return { elements, links };
}

/** The links that count: those in the text of a defined reference are text. */
export function liveLinks(links: readonly LinkFact[], table: ReferenceTable): InternalLink[] {
  return links
    .filter((link) => !table.isInsideLink(link.insideUse))
    .map(({ target, range, targetRange }) => ({ target, range, targetRange }));
}

/** The use's id and values win, its classes come first. */
function merged(use: AttributeLists, definition: AttributeLists | undefined): AttributeLists {
  if (definition === undefined) return use;
  const keys = new Set(use.attributes.map((attribute) => attribute.key));
  const names = new Set(use.classes.map((token) => token.name));
  const id = use.id ?? definition.id;
  const classes = [...use.classes, ...definition.classes.filter((token) => !names.has(token.name))];
  const attributes = [
    ...definition.attributes.filter((attribute) => !keys.has(attribute.key)),
    ...use.attributes,
  ];
  return id === undefined ? { classes, attributes } : { id, classes, attributes };
}

function keyOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}
