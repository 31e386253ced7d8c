import { attributeOf, type Element, type Project } from '../project';
import { declaredSource, qdaOf, type QdaCode, type QdaSelection } from '../sources/qda';
import { dotted, escapeMarkdown, inQuotes, lines, paragraphs, shorten } from './markdown';

/** How much of a coded passage and of a memo is shown. */
const PASSAGE = 600;
const MEMO = 300;

/** The selection of the QDA project that a piece of evidence is; nothing where it names none. */
export function hoverSelection(project: Project, evidence: Element): string | undefined {
  const written = attributeOf(evidence, 'qda')?.text;
  if (written === undefined) return undefined;
  const { index, isComplete, files } = qdaOf(project);
  const [selection, ...others] = index.find(written);
  if (selection && others.length === 0) return describeSelection(project, selection);
  if (selection)
    return `⚠ *${others.length + 1} coded selections begin with ${escapeMarkdown(written)}*`;
  return isComplete && files.length > 0
    ? '⚠ *Its coded selection is not in the QDA project*'
    : undefined;
}

/** A coded passage: source, place, words, codes, cases, who coded it and when, and memos. */
export function describeSelection(project: Project, selection: QdaSelection): string {
  const { source, place, text, codes, cases, memos, user, date } = selection;
  const declared = declaredSource(project, source);
  const name =
    declared && declared.id !== source.name ? `${source.name} (${declared.id})` : source.name;
  return paragraphs(
    dotted(
      '**Coded passage**',
      escapeMarkdown(name),
      place === undefined ? '' : escapeMarkdown(place),
    ),
    text === '' ? '*No text: an area, or a part of a recording*' : quoted(text),
    lines(
      codes.length === 0
        ? ''
        : `**${codes.length === 1 ? 'Code' : 'Codes'}** ${codes.map(codeMention).join(', ')}`,
      cases.length === 0
        ? ''
        : `**${cases.length === 1 ? 'Case' : 'Cases'}** ${cases.map(escapeMarkdown).join(', ')}`,
      coder(user, date),
    ),
    ...memos.map((memo) => `*Memo:* ${escapeMarkdown(shorten(memo, MEMO))}`),
  );
}

function quoted(text: string): string {
  return `> ${escapeMarkdown(inQuotes(shorten(text, PASSAGE)))}`;
}

function codeMention({ path }: QdaCode): string {
  return escapeMarkdown(path.join(' > '));
}

function coder(user: string | undefined, date: string | undefined): string {
  const day = date === undefined ? undefined : (/^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? date);
  const known = dotted(user && escapeMarkdown(user), day && escapeMarkdown(day));
  return known === '' ? '' : `**Coded by** ${known}`;
}
