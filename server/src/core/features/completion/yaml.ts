import { configJsonSchema, type JsonSchema } from '../../documentation/configJsonSchema';
import type { AttributeDefinition } from '../../model';
import type { Project } from '../../project';
import { RULES } from '../../rules';
import type { CompletionItem, CompletionList } from './item';
import { referenceItems, type Known } from './references';
import { ITEM, yamlSpot, type YamlSpot, type YamlStep } from './yamlPath';

/** A YAML text, and where in its file it begins. */
export interface YamlText {
  readonly text: string;
  readonly start: number;
  /** In front matter, all that is ours stands under `warrant:`. */
  readonly isFrontMatter: boolean;
}

let schema: JsonSchema | undefined;

/**
 * What may be written at the caret of `warrant.yaml` or of what stands under `warrant:` in front matter: keys and values
 * of the schema, and under `elements:` ids, the attributes of their kind, and what these may name.
 */
export function yamlCompletions(
  known: Known,
  { text, start, isFrontMatter }: YamlText,
): CompletionList | undefined {
  const spot = yamlSpot(text, known.vantage.offset - start);
  if (!spot) return undefined;
  const path = isFrontMatter ? ownPath(spot) : spot.path;
  if (!path) return undefined;
  const offered = [...(ofElement(known, spot, path) ?? ofSchema(spot, path))];
  // The colon of a key that is written already stays.
  const isBeforeColon = spot.type === 'key' && /^[ \t]*:/.test(text.slice(spot.word.end));
  const items = isBeforeColon
    ? offered.map((item) => ({
        ...item,
        newText: item.newText.replace(/:\s*$/, ''),
        asksOn: false,
      }))
    : offered;
  const word = { start: start + spot.word.start, end: start + spot.word.end };
  return items.length > 0 ? { items, word, isIncomplete: false } : undefined;
}

/** The path below `warrant:`; nothing in what other tools own. */
function ownPath({ path }: YamlSpot): readonly YamlStep[] | undefined {
  return path[0] === 'warrant' ? path.slice(1) : undefined;
}

function ofSchema({ type, siblings }: YamlSpot, path: readonly YamlStep[]): CompletionItem[] {
  const found = path.reduce<JsonSchema[]>(below, expanded((schema ??= configJsonSchema(RULES))));
  if (type === 'value') return found.flatMap(valuesOf);
  return found.flatMap(({ properties }) =>
    Object.entries(asSchemas(properties))
      .filter(([name]) => !siblings.has(name))
      .map(([name, property]) => keyItem(name, property)),
  );
}

/** Under `elements:`, the keys are ids, and the attributes are those of the kind that each has. */
function ofElement(
  known: Known,
  { type, siblings }: YamlSpot,
  [section, id, name]: readonly YamlStep[],
): Iterable<CompletionItem> | undefined {
  const { project } = known;
  if (section !== 'elements') return undefined;
  if (id === undefined && type === 'key') return idItems(project, siblings);
  const kind = typeof id === 'string' ? project.element(id)?.kind : undefined;
  if (kind === undefined) return undefined;
  const { attributes } = project.vocabulary.kinds[kind];
  if (type === 'key' && name === undefined) {
    return Object.values(attributes)
      .filter((definition) => !siblings.has(definition.name))
      .map((definition) => attributeItem(definition));
  }
  const definition = typeof name === 'string' ? attributes[name] : undefined;
  if (!definition || type !== 'value') return undefined;
  if (definition.values) {
    return Object.entries(definition.values).map(([value, meaning]) => valueItem(value, meaning));
  }
  if (!definition.targets) return undefined;
  const typed = '';
  const targets = definition.targets.filter((target) => target !== 'citation');
  const excluded = new Set(typeof id === 'string' ? [id] : []);
  const { items } = referenceItems(known, { targets, typed, needsSigil: false, excluded });
  // An unquoted # would begin a comment.
  return definition.type === 'refs|text'
    ? items.map((item) => ({ ...item, newText: `"#${item.newText}"` }))
    : items;
}

function* idItems(project: Project, siblings: ReadonlySet<string>): Iterable<CompletionItem> {
  for (const { id, kind } of project.elements) {
    if (id === undefined || siblings.has(id)) continue;
    yield {
      label: id,
      description: kind,
      role: 'element',
      filterText: id,
      newText: `${id}: `,
      subject: { type: 'element', name: id },
    };
  }
}

function attributeItem({ name, summary, values }: AttributeDefinition): CompletionItem {
  return { ...keyItem(name, { description: summary }), asksOn: values !== undefined };
}

function keyItem(name: string, property: JsonSchema): CompletionItem {
  const { description } = property;
  const isScalar = expanded(property).every(({ type }) => type !== 'object' && type !== 'array');
  return {
    label: name,
    ...(typeof description === 'string' ? { description } : {}),
    role: 'attribute',
    filterText: name,
    newText: isScalar ? `${name}: ` : `${name}:`,
    asksOn: valuesOf(property).length > 0,
  };
}

function valuesOf(value: JsonSchema): CompletionItem[] {
  return expanded(value).flatMap(({ enum: values, const: only }) => {
    const names = Array.isArray(values) ? (values as unknown[]) : [only];
    return names.flatMap((name) => (typeof name === 'string' ? [valueItem(name)] : []));
  });
}

function valueItem(value: string, description?: string): CompletionItem {
  return {
    label: value,
    ...(description === undefined ? {} : { description }),
    role: 'value',
    filterText: value,
    newText: value,
  };
}

/** What a schema says of what stands below a step. */
function below(schemas: readonly JsonSchema[], step: YamlStep): JsonSchema[] {
  return schemas.flatMap(({ items, properties, additionalProperties }) => {
    const next = step === ITEM ? items : (asSchemas(properties)[step] ?? additionalProperties);
    return isSchema(next) ? expanded(next) : [];
  });
}

/** The alternatives that a schema allows. */
function expanded(one: JsonSchema): JsonSchema[] {
  const { anyOf } = one;
  return Array.isArray(anyOf) ? anyOf.filter(isSchema).flatMap(expanded) : [one];
}

function asSchemas(value: unknown): Readonly<Record<string, JsonSchema>> {
  return isSchema(value) ? (value as Readonly<Record<string, JsonSchema>>) : {};
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}
