import { KINDS, VOCABULARY, type AttributeDefinition, type KindDefinition } from '../model';

/** The line of the template that the tables replace. */
const PLACEHOLDER = '<!-- kinds and attributes -->';

/**
 * `docs/markup.md`: the hand-written template with the tables of the vocabulary in the place of its placeholder.
 * @throws Error when the template has no placeholder.
 */
export function markupPage(template: string): string {
  if (!template.includes(PLACEHOLDER)) throw new Error(`the template lacks ${PLACEHOLDER}`);
  const tables = KINDS.map((kind) => describeKind(VOCABULARY.kinds[kind])).join('\n\n');
  return template.replace(PLACEHOLDER, tables);
}

function describeKind({ name, summary, classes, attributes }: KindDefinition): string {
  const aliases = classes.slice(1).map((alias) => `\`.${alias}\``);
  const also = aliases.length > 0 ? ` (also ${aliases.join(', ')})` : '';
  const rows = Object.values(attributes).map(describeAttribute);
  return [
    `### \`.${name}\`: ${lower(summary)}${also}`,
    '',
    '| attribute | value | meaning |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function describeAttribute(definition: AttributeDefinition): string {
  const { name, summary } = definition;
  return `| \`${name}\` | ${describeValue(definition)} | ${cell(summary)} |`;
}

const VALUES: Readonly<Record<Exclude<AttributeDefinition['type'], 'enum'>, string>> = {
  text: 'text',
  phrases: 'phrases, separated by `;`',
  refs: 'references, separated by spaces',
  ref: 'one reference',
  'refs|text': 'references (`#id`, `@key`) or text; parts separated by `;`',
  tests: '`ID:TEST` or `ID:TEST:pass`, `ID:TEST:fail`',
  'step-number': 'a number, with a letter for a branch: `2`, `2a`',
  date: 'a date: `2012`, `2012-03`, `2012-03-05`',
  period: 'a date or period: `2008/2012`, `2011/..`',
  language: 'a language tag: `nl`, `pt-BR`',
  guid: 'a GUID, or its first eight digits or more',
};

function describeValue({ type, values, default: standard, targets }: AttributeDefinition): string {
  if (type === 'enum') {
    return Object.entries(values ?? {})
      .map(([value, meaning]) => {
        const mark = value === standard ? ' (default)' : '';
        return `\`${value}\`${mark}${meaning === '' ? '' : `: ${cell(lower(meaning))}`}`;
      })
      .join('<br>');
  }
  const to = targets ? `, to ${targets.map(plural).join(', ')}` : '';
  return `${cell(VALUES[type])}${to}`;
}

const PLURALS: Readonly<Record<string, string>> = {
  evidence: 'evidence',
  citation: 'cited works',
};

function plural(target: string): string {
  return PLURALS[target] ?? `${target}s`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A `|` would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
