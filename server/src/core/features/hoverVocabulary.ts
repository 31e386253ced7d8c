import type { AttributeDefinition, Kind, Tag, ValueType } from '../model';
import type { Project } from '../project';
import { touches, type TextRange } from '../text/range';
import { code, dotted, escapeMarkdown, lines, list, paragraphs } from './markdown';
import { capitalise } from './naming';

/** How a value is written, for authors. */
const TYPES: Readonly<Record<ValueType, string>> = {
  text: 'text',
  phrases: 'phrases, separated by ;',
  refs: 'ids and @keys, separated by spaces',
  ref: 'one id',
  'refs|text': 'text, or references with their # or @; parts separated by ;',
  enum: 'one of the values below',
  tests: 'ID:TEST or ID:TEST:pass|fail, separated by spaces',
  'step-number': 'a number, with a letter for parallel branches: 2a, 2b',
  date: 'a date: 2012, 2012-03 or 2012-03-05',
  period: 'a period: 2008, 2008/2012 or 2011/..',
  language: 'a language tag such as nl or pt-BR',
  guid: 'a GUID, or its first eight digits or more',
};

/** A piece of documentation with the words that it documents. */
export interface VocabularyHover {
  readonly markdown: string;
  readonly range: TextRange;
}

/** The documentation of the kind, attribute or value at an offset inside the braces of a tag. */
export function hoverVocabulary(
  project: Project,
  tag: Tag,
  offset: number,
): VocabularyHover | undefined {
  const { classToken, attributes, kind } = tag;
  for (const { definition, keyRange, place, origin } of attributes) {
    if (origin !== 'tag') continue;
    if (touches(keyRange, offset)) {
      return { markdown: describeAttribute(kind, definition), range: keyRange };
    }
    if (touches(place.range, offset)) {
      const value = attributes.find((attribute) => attribute.place === place)?.text ?? '';
      return { markdown: describeValue(kind, definition, value), range: place.range };
    }
  }
  if (!touches(classToken.range, offset)) return undefined;
  return { markdown: describeKind(project, kind, classToken.name), range: classToken.range };
}

/** The documentation of a kind under the name of a class. */
export function describeKind(project: Project, kind: Kind, name: string): string {
  const { attributes, summary } = project.vocabulary.kinds[kind];
  const meaning = project.vocabulary.classes.get(name)?.summary ?? summary;
  const alias = name === kind ? '' : ` (read as ${kind})`;
  return paragraphs(
    `${code(`.${name}`)}${alias}: ${escapeMarkdown(meaning)}`,
    `Attributes: ${Object.keys(attributes).map(code).join(' ')}`,
  );
}

/** The documentation of an attribute of a kind. */
export function describeAttribute(kind: Kind, definition: AttributeDefinition): string {
  const { name, summary, type, targets, values } = definition;
  return paragraphs(
    dotted(
      `**${escapeMarkdown(name)}** of ${kind === 'evidence' ? kind : `a ${kind}`}`,
      escapeMarkdown(TYPES[type]),
    ),
    escapeMarkdown(summary),
    values && valueList(definition),
    lines(
      targets && `Names: ${targets.map(targetName).join(', ')}`,
      definition.private ? 'Never published: the strip filter takes it out' : undefined,
    ),
  );
}

/** The documentation of a value of an attribute. */
export function describeValue(kind: Kind, definition: AttributeDefinition, value: string): string {
  const meaning = definition.values?.[value];
  if (!meaning) return describeAttribute(kind, definition);
  return paragraphs(
    `${code(`${definition.name}=${value}`)}: ${escapeMarkdown(meaning)}`,
    `${escapeMarkdown(definition.summary)}; ${Object.keys(definition.values ?? {})
      .map(code)
      .join(' ')}`,
  );
}

function valueList({ values = {}, default: standard }: AttributeDefinition): string {
  const items = Object.entries(values).map(([value, meaning]) => {
    const mark = value === standard ? ' (default)' : '';
    return `${code(value)}${mark}${meaning === '' ? '' : `: ${escapeMarkdown(meaning)}`}`;
  });
  return list(items, items.length);
}

function targetName(target: string): string {
  return target === 'citation' ? 'a cited work (@key)' : `${article(target)} ${target}`;
}

function article(word: string): string {
  return /^[aeiou]/.test(capitalise(word).toLowerCase()) ? 'an' : 'a';
}
