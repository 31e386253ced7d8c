import type { Source } from '../../config';
import { attributeOf, perKey, perProject, type Element, type Project } from '../../project';
import { contentOf, hasContent, readingAt } from '../contents';
import { declaredSource, qdaOf } from '../qda';
import type { SourceText } from '../texts';
import { checkQuotation, type QuotationVerdict } from './checkQuotation';
import { QUOTED_SOURCE } from './quotedSource';
import { quotedWordsOf, type QuotedWords } from './quotedWords';

/** A quotation of a manuscript that was looked up in its source. */
export interface CheckedQuotation {
  readonly element: Element;
  /** As it stands in the manuscript. */
  readonly quoted: QuotedWords;
  /** The words that were looked up: those of `original=`, where that is given. */
  readonly text: string;
  readonly isOriginal: boolean;
  readonly source: Source;
  /** The file that holds the text of the source; of one in a QDA project, what that calls it; and the text. */
  readonly uri: string;
  readonly within?: string;
  readonly content: SourceText;
  readonly verdict: QuotationVerdict;
}

/** What comes of a quotation, or why nothing does: no source has a text, or none could be read (yet). */
export interface QuotationCheck {
  readonly element: Element;
  readonly quoted: QuotedWords;
  readonly state: 'checked' | 'no-file' | 'missing' | 'pending' | 'unreadable';
  readonly checked?: CheckedQuotation;
}

/** The verdict on a quotation in one text, kept by what it was made from. */
const verdictOf = perKey((project, key: string): QuotationVerdict | undefined => {
  const { text, sourceLang, lang, speakers, ...place } = JSON.parse(key) as Lookup;
  const reading = readingAt(project, place, QUOTED_SOURCE);
  if (reading.state !== 'read') return undefined;
  return checkQuotation(text, reading.value.indexIn(sourceLang), {
    speakers,
    ...(lang === undefined ? {} : { lang }),
  });
});

interface Lookup {
  readonly uri: string;
  readonly within?: string;
  readonly text: string;
  readonly sourceLang?: string;
  readonly lang?: string;
  readonly speakers: readonly string[];
}

/** The better a quotation is found in a source, the more likely it is from there. */
const RANKS: readonly QuotationVerdict['state'][] = [
  'verbatim',
  'altered',
  'other-language',
  'too-short',
  'not-found',
];

/** Whether some source of a piece of evidence has a text; without one, its words need not be read. */
export function hasSourceText(project: Project, element: Element): boolean {
  if (!haveTexts(project)) return false;
  return sourcesOf(project, element).some((source) => hasContent(project, source));
}

/** Whether any source has a text: in most manuscripts none has, and no evidence need be looked at. */
const haveTexts = perProject((project) =>
  project.sources.some((source) => hasContent(project, source)),
);

/** Looks up each quotation of a piece of evidence in the texts of its sources. */
export function checkQuotationsOf(project: Project, element: Element): readonly QuotationCheck[] {
  if (element.kind !== 'evidence') return [];
  const sources = sourcesOf(project, element);
  if (sources.length === 0) return [];
  return quotedWordsOf(project, element).map((quoted) =>
    checkIn(project, element, quoted, sources),
  );
}

/** Looks up a quotation in the texts of some sources. */
export function checkIn(
  project: Project,
  element: Element,
  quoted: QuotedWords,
  sources: readonly Source[],
): QuotationCheck {
  const original = attributeOf(element, 'original')?.text;
  const isOriginal = original !== undefined && original.trim() !== '';
  const text = isOriginal ? original : quoted.text;
  let state: QuotationCheck['state'] = 'no-file';
  let hasOther = false;
  let best: CheckedQuotation | undefined;
  for (const source of sources) {
    const found = contentOf(project, source, QUOTED_SOURCE);
    if (!found) {
      hasOther = true;
      continue;
    }
    const { reading, ...place } = found;
    if (reading.state !== 'read') {
      hasOther = true;
      ({ state } = reading);
      continue;
    }
    const lang = isOriginal ? source.lang : attributeOf(element, 'lang')?.text;
    const verdict = verdictOf(project, JSON.stringify({ ...place, ...lookup(text, source, lang) }));
    if (!verdict) continue;
    const { content } = reading.value;
    const checked = { element, quoted, text, isOriginal, source, ...place, content, verdict };
    const isBetter = !best || RANKS.indexOf(verdict.state) < RANKS.indexOf(best.verdict.state);
    if (isBetter) best = checked;
  }
  // It may stand in the source that cannot be read.
  if (best && hasOther && best.verdict.state === 'not-found') best = undefined;
  if (!best) return { element, quoted, state };
  return { element, quoted, state: 'checked', checked: best };
}

function lookup(text: string, source: Source, lang: string | undefined) {
  return {
    text,
    speakers: [source.id, source.informant].filter((name) => name !== undefined),
    ...(source.lang === undefined ? {} : { sourceLang: source.lang }),
    ...(lang === undefined ? {} : { lang }),
  };
}

function sourcesOf(project: Project, element: Element): Source[] {
  const links = project.linksFrom(element, 'source');
  const ids = links.flatMap(({ to }) => (to.type === 'source' ? [to.id] : []));
  const named = [...new Set(ids)].flatMap((id) => project.source(id) ?? []);
  if (links.length > 0) return named;
  const coded = codedIn(project, element);
  return coded ? [coded] : [];
}

/** The declared source in which the selection of the QDA project stands that evidence names. */
function codedIn(project: Project, element: Element): Source | undefined {
  const qda = attributeOf(element, 'qda');
  if (!qda) return undefined;
  const [selection, ...others] = qdaOf(project).index.find(qda.text);
  return selection && others.length === 0 ? declaredSource(project, selection.source) : undefined;
}
