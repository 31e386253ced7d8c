import { attributeOf, type Project } from '../project';
import { sentenceAround } from '../project/sentences';
import { setAttributes } from '../rules/shared/tagEdits';
import { containsRange, type TextRange } from '../text/range';
import { nameOf } from './naming';
import { trimRange } from './tagging/lines';
import { refuse, retagging, type Refusal, type Retagging } from './tagging/result';
import { tagAt, type Pointed } from './tagging/tagAt';
import { seen } from './tagging/verify';

/** What stands between a term and its definition, in English and Dutch. */
const DEFINING = new RegExp(
  String.raw`^[\s,]*(?:\([^)]*\)[\s,]*)?` +
    String.raw`(?:(?:(?:is|are|was|were|be|can be|may be|we|here|wordt|worden|is hier)\s+)*` +
    String.raw`(?:defined|understood|conceptuali[sz]ed|operationali[sz]ed|gedefinieerd|opgevat|begrepen|define|understand)\s+(?:here\s+)?(?:as|als)|` +
    String.raw`refers? to|denotes?|means?|verwijst naar|betekent|is|are|zijn|:|—|–)[\s:,]+(?:that\s+)?`,
  'i',
);

/**
 * Gives the construct at a selection the definition that stands in words behind it in its sentence, as its `def`. Where
 * words beside a tagged term are selected, these are the definition.
 */
export function extractDefinition(
  project: Project,
  uri: string,
  selection: TextRange,
): Retagging | Refusal {
  const file = project.file(uri);
  if (!file) return refuse('This file is no manuscript');
  const { document } = file.facts;
  const own = tagAt(project, uri, selection, ['construct']);
  const at = own ?? termIn(project, uri, selection);
  if (!at)
    return refuse('Put the caret in a tagged construct, or select the words that define one');
  const { element, tag } = at;
  if (attributeOf(element, 'def')) return refuse(`${nameOf(element)} has a definition already`);
  if (attributeOf(element, 'term')) {
    return refuse(`${nameOf(element)} has a term, so that the tagged text is its definition`);
  }
  const words = own
    ? wordsBehind(seen(document, { start: tag.source.range.end, end: sentenceEnd(at) }))
    : seen(document, selection);
  if (words === '') {
    return refuse(
      `Nothing behind ${nameOf(element)} reads as its definition; select the words that define it`,
    );
  }
  const edits = setAttributes(document.text, tag.source, { def: words });
  if (edits.length === 0)
    return refuse(`Nothing can be written in the marks of ${nameOf(element)}`);
  return retagging([[uri, edits]]);
}

/** The construct that is tagged in the sentence of a selection of words. */
function termIn(project: Project, uri: string, selection: TextRange): Pointed | undefined {
  const file = project.file(uri);
  if (!file || selection.end <= selection.start) return undefined;
  const { document } = file.facts;
  const sentence = sentenceAround(document, trimRange(document.text, selection));
  for (const tag of file.facts.currentTags) {
    if (tag.kind !== 'construct' || !containsRange(sentence, tag.source.range)) continue;
    const element = project.elementOf(tag);
    if (element) return { file, tag, element };
  }
  return undefined;
}

function sentenceEnd({ file, tag }: Pointed): number {
  return sentenceAround(file.facts.document, tag.source.range).end;
}

function wordsBehind(rest: string): string {
  const verb = DEFINING.exec(rest);
  return verb ? rest.slice(verb[0].length).replace(/[\s.;:,]+$/, '') : '';
}
