import type { Element, Project } from '../project';
import {
  checkQuotationsOf,
  placeInFile,
  type CheckedQuotation,
  type FoundQuotation,
} from '../sources/quotations';
import { dotted, escapeMarkdown, paragraphs, shorten } from './markdown';
import { lastPart, markdownLink } from './places';

/** So much is shown of the words that are the same, between two differences. */
const SAME = 120;

/** What became of the quotations of a piece of evidence in its source: verbatim, or what differs, word by word. */
export function hoverQuotations(project: Project, evidence: Element): string | undefined {
  const told = checkQuotationsOf(project, evidence).flatMap(({ checked, state }) => {
    if (checked) return describe(checked);
    return state === 'unreadable' ? '⚠ *The file of its source cannot be read*' : [];
  });
  return told.length === 0 ? undefined : paragraphs(...new Set(told));
}

function describe(checked: CheckedQuotation): string {
  const { verdict } = checked;
  switch (verdict.state) {
    case 'not-found':
      return `⚠ **Not found in** ${escapeMarkdown(textName(checked))}`;
    case 'too-short':
      return '*Too short to be looked up*';
    case 'other-language':
      return '*Not looked up: the source is in another language; `original=` takes its words*';
    case 'verbatim':
      return dotted('✓ **Verbatim**', whereabouts(checked, verdict));
    case 'altered':
      return paragraphs(
        dotted('⚠ **Altered**', whereabouts(checked, verdict)),
        `> ${differenceOf(verdict)}`,
        '*~~Struck out~~: only in the source. **Bold**: only in the quotation.*',
      );
  }
}

/** Who says it, and where, with a link to the passage. */
function whereabouts(checked: CheckedQuotation, { speaker }: FoundQuotation): string {
  const { uri, line, place } = placeInFile(checked) ?? { uri: checked.uri };
  const name = escapeMarkdown(textName(checked));
  return dotted(
    speaker === undefined ? undefined : escapeMarkdown(speaker),
    place === undefined ? undefined : escapeMarkdown(place),
    // An editor shows nothing of a QDA project.
    checked.within === undefined ? markdownLink(uri, line, name) : name,
  );
}

/** The text of a source, as its author knows it. */
function textName({ uri, within, source }: CheckedQuotation): string {
  return within === undefined ? (source.file ?? source.id) : `${within} in ${lastPart(uri)}`;
}

function differenceOf({ words }: FoundQuotation): string {
  return words
    .map(({ type, quoted, source }) => {
      if (type === 'passed-over') return '[…]';
      if (type === 'same') return escapeMarkdown(middleOut(quoted));
      const gone = source === '' ? '' : `~~${escapeMarkdown(plain(source))}~~`;
      const put = quoted === '' ? '' : `**${escapeMarkdown(plain(quoted))}**`;
      return [gone, put].filter((part) => part !== '').join(' ');
    })
    .join(' ');
}

function middleOut(words: string): string {
  const text = plain(words);
  if (text.length <= SAME) return text;
  return `${shorten(text, SAME / 2)} ${text.slice(-SAME / 2).replace(/^\S*\s/, '')}`;
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}
