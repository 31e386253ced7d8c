import type { Attribute, Kind, Tag } from '../../model';
import type { Project } from '../../project';
import type { TextRange } from '../../text/range';
import { tagsIn } from './tagMarks';

/** What the words in the braces of a tag are. */
export const TOKEN_TYPES = ['kind', 'id', 'attribute', 'value', 'reference'] as const;

/** What is said of them besides: which kind, and whether a reference leads nowhere. */
export const TOKEN_MODIFIERS = [
  'claim',
  'evidence',
  'mechanism',
  'step',
  'construct',
  'declaration',
  'unresolved',
] as const;

/** A word in the braces of a tag. */
export interface Token {
  readonly range: TextRange;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly modifiers: readonly (Kind | 'declaration' | 'unresolved')[];
}

/**
 * The words in the braces of the tags in a part of a manuscript, in their order; they do not overlap. None in a file that
 * takes no part.
 */
export function tokensIn(project: Project, uri: string, range: TextRange): Token[] {
  return tagsIn(project, uri, range)
    .flatMap((tag) => tokensOf(project, tag))
    .sort((a, b) => a.range.start - b.range.start);
}

function tokensOf(project: Project, tag: Tag): Token[] {
  const { kind, classToken, id } = tag;
  const own = tag.attributes.filter(({ origin }) => origin === 'tag');
  const broken = brokenIn(project, tag);
  return [
    { range: classToken.range, type: 'kind', modifiers: [kind] },
    ...(id ? [{ range: id.range, type: 'id', modifiers: ['declaration', kind] } as const] : []),
    ...own.flatMap((attribute): Token[] => [
      { range: attribute.keyRange, type: 'attribute', modifiers: [] },
      ...valueTokens(attribute, broken),
    ]),
  ];
}

function valueTokens({ references, place }: Attribute, broken: ReadonlySet<number>): Token[] {
  if (references.length === 0) return [{ range: place.range, type: 'value', modifiers: [] }];
  return references.map(({ range }) => {
    return { range, type: 'reference', modifiers: broken.has(range.start) ? ['unresolved'] : [] };
  });
}

/** Where references of a tag begin that lead nowhere. */
function brokenIn(project: Project, tag: Tag): ReadonlySet<number> {
  const element = project.elementOf(tag);
  const uses = element ? project.referencesFrom(element) : [];
  return new Set(
    uses
      .filter(({ resolution, place }) => !resolution && place.uri === tag.uri)
      .map(({ place }) => place.range.start),
  );
}
