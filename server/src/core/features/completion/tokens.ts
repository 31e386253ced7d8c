import { attributeName, type AttributeDefinition, type Kind } from '../../model';
import type { Project } from '../../project';
import type { SyntaxDocument } from '../../syntax';
import type { BracesAt } from './bracesAt';
import { awaitedIds, freeId, wordsIn } from './freeIds';
import { literal, placeholder, type CompletionItem } from './item';
import type { Spot } from './spot';

/** What a tag says already, besides the word that is being written. */
export interface Given {
  /** The class that makes it a tag. */
  readonly kind: Kind | undefined;
  readonly id: string | undefined;
  /** The names of its attributes. */
  readonly attributes: ReadonlySet<string>;
}

/** Reads what braces say besides the word at the caret. */
export function givenIn({ pieces, near }: BracesAt, { vocabulary }: Project): Given {
  const { text, at } = near;
  const attributes = new Set<string>();
  let kind: Kind | undefined;
  let id: string | undefined;
  for (const piece of pieces) {
    if (piece.start < at && at <= piece.end && piece.type !== 'pair') continue;
    const name = text.slice(piece.start + 1, piece.end);
    if (piece.type === 'class') kind ??= vocabulary.classes.get(name)?.kind;
    else if (piece.type === 'id') id = name;
    else if (piece.type === 'pair') {
      const key = text.slice(piece.start, piece.keyEnd);
      if (piece.start >= at || at > piece.keyEnd) attributes.add(attributeName(key));
      if (key === 'id') id = text.slice(piece.value.start, piece.value.end);
    }
  }
  return { kind, id, attributes };
}

/** The kinds, each with an id for what the braces tag where they hold none. */
export function kindItems(
  project: Project,
  document: SyntaxDocument,
  { content }: BracesAt,
  { typed, closing }: Spot,
  given: Given,
): CompletionItem[] {
  const words = given.id === undefined ? wordsIn(document, content) : '';
  return [...project.vocabulary.classes].map(([name, { kind, summary }]) => {
    const id = given.id === undefined ? freeId(project, kind, words) : undefined;
    return {
      label: `.${name}`,
      ...(id === undefined ? {} : { suffix: ` #${id}` }),
      description: summary,
      role: 'kind',
      filterText: typed.startsWith('.') ? `.${name}` : name,
      newText: `.${name}${closing}`,
      ...(id === undefined
        ? {}
        : { snippet: `.${name}${placeholder(1, ` #${id}`)}$0${literal(closing)}` }),
      subject: { type: 'kind', name },
    };
  });
}

/** The ids that a tag may take: those that something refers to already, and one made of its words. */
export function idItems(
  project: Project,
  document: SyntaxDocument,
  { content }: BracesAt,
  { closing }: Pick<Spot, 'closing'>,
  { kind }: Given,
): CompletionItem[] {
  if (!kind) return [];
  const item = (id: string, description: string): CompletionItem => ({
    label: `#${id}`,
    description,
    role: 'id',
    filterText: `#${id}`,
    newText: `#${id}${closing}`,
  });
  return [
    item(freeId(project, kind, wordsIn(document, content)), 'a free id'),
    ...awaitedIds(project, kind).map((id) => item(id, 'referred to already')),
  ];
}

/** What authors write first of each kind; the rest follows in the order of the specification. */
const FIRST: Readonly<Record<Kind, readonly string[]>> = {
  claim: ['evidence', 'from', 'type', 'warrant', 'qualifier', 'against', 'status'],
  evidence: ['supports', 'source', 'loc', 'kind', 'form', 'challenges', 'date'],
  mechanism: ['trigger', 'outcome', 'entities', 'activities', 'scope', 'evidence', 'term'],
  step: ['of', 'n', 'after', 'activity', 'entity', 'evidence', 'outcome', 'period'],
  construct: ['def', 'term', 'alias', 'parent', 'tier', 'match'],
};

/** The attributes of the kind that the tag does not have yet, the likely ones first. */
export function attributeItems(
  project: Project,
  { typed, closing }: Spot,
  { kind, attributes }: Given,
  hasValue: boolean,
  isHtml = false,
): CompletionItem[] {
  if (!kind) return [];
  const definitions = Object.values(project.vocabulary.kinds[kind].attributes);
  const rank = ({ name }: AttributeDefinition) => {
    const index = FIRST[kind].indexOf(name);
    return index < 0 ? FIRST[kind].length : index;
  };
  const prefix = typed.startsWith('data-') ? 'data-' : '';
  return definitions
    .filter(({ name }) => !attributes.has(name))
    .sort((a, b) => rank(a) - rank(b))
    .map((definition) => {
      const name = prefix + definition.name;
      const isQuoted = isHtml || QUOTED.has(definition.type);
      const value = isQuoted ? '="$1"$0' : '=$0';
      return {
        label: definition.name,
        description: definition.summary,
        role: 'attribute',
        filterText: name,
        newText: hasValue ? name : `${name}=${closing}`,
        ...(hasValue ? {} : { snippet: `${name}${value}${literal(closing)}`, asksOn: true }),
        subject: { type: 'attribute', kind, name: definition.name },
      };
    });
}

/** What has, or may have, several words. */
const QUOTED: ReadonlySet<AttributeDefinition['type']> = new Set<AttributeDefinition['type']>([
  'text',
  'phrases',
  'refs',
  'refs|text',
  'tests',
]);
