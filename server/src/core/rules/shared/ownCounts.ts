import { sentenceAround, wordsOf, type Project, type ProjectFile } from '../../project';
import { citationsBetween } from '../../project/citations';
import { visibleText, type Leaf } from '../../syntax';
import { containsRange } from '../../text/range';
import { countsOf, type Count } from './counts';

/** A count that the authors give of their own data or findings. */
export interface OwnCount extends Count {
  readonly uri: string;
  readonly leaf: Leaf;
}

/** Authors who speak of themselves or their study. */
const OWN =
  /\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y|(?:[Tt]his|[Tt]he|[Tt]he present) (?:study|paper|article|research|analysis|case|findings|data|results|model))\b/;

/** How a finding is put forward. */
const YIELDS =
  /\b(?:f[io]nds?|found|identif(?:y|ies|ied)|yield(?:s|ed)?|reveal(?:s|ed)?|show(?:s|ed)?|distinguish(?:es|ed)?|trace[sd]?|propos(?:e|es|ed)|discern(?:s|ed)?|uncover(?:s|ed)?|develop(?:s|ed)?|describe[sd]?|suggest(?:s|ed)?|present(?:s|ed)?|put forward|emerge[sd]?|consists? of|theori[sz]e[sd]?|arrive[sd]? at|result(?:s|ed) in|condense[sd]?|group(?:s|ed)?)\b/i;

/** How the authors went about it: the steps of an analysis are none of the case. */
const PROCEDURE =
  /\b(?:analy[sz](?:e|ed|es|ing)|analysis|analyses|cod(?:e|ed|es|ing)|collect(?:ed|ing|ion)?|proceed(?:ed|s)?|procedures?|sampl(?:e|ed|ing)|interview(?:s|ed|ing)?|transcribed|read|reading)\b[^.]*$/i;

/** How much of a sentence before a number is read for who says it, and how. */
const REACH = 400;

const METHOD_TITLE =
  /\b(?:methods?|methodology|data|research design|procedure|approach|case and)\b/i;

/** What a count is of decides where its author plainly speaks of the paper's own. */
export type Sort = 'data' | 'result' | 'process';

/** The counts of some nouns that the authors give of their own work; a sentence that cites is about somebody else's. */
export function ownCounts(
  project: Project,
  file: ProjectFile,
  nouns: ReadonlyMap<string, Sort>,
): OwnCount[] {
  const { document, uri } = file.facts;
  const names = new Set(nouns.keys());
  const hint = new RegExp(`\\b(?:${[...names].join('|')})\\b`, 'i');
  return document.leaves.flatMap((leaf) => {
    if (leaf.kind === 'heading') return [];
    // Reading the words of every block would cost more than it finds.
    if (!hint.test(document.text.slice(leaf.range.start, leaf.range.end))) return [];
    return countsOf(wordsOf(document, leaf), names).flatMap((count) => {
      const sort = nouns.get(count.noun);
      if (sort === undefined || !speaksOfItself(project, file, count, sort)) return [];
      return [{ ...count, uri, leaf }];
    });
  });
}

function speaksOfItself(
  project: Project,
  { facts: { document, uri, tags } }: ProjectFile,
  { range }: Count,
  sort: Sort,
): boolean {
  const isQuoted = tags.some(
    ({ kind, source }) => kind === 'evidence' && containsRange(source.range, range),
  );
  const sentence = sentenceAround(document, range);
  if (isQuoted || citationsBetween(document, sentence).length > 0) return false;
  const before = visibleText(document, { start: sentence.start, end: range.start }).text.slice(
    -REACH,
  );
  const whole = visibleText(document, sentence).text;
  const inMethod = document.headings.some(
    ({ text, sectionRange }) => METHOD_TITLE.test(text) && containsRange(sectionRange, range),
  );
  const inAbstract = project.inAbstract({ uri, range });
  switch (sort) {
    case 'data':
      return inMethod || inAbstract || OWN.test(whole);
    case 'result':
      return inAbstract || OWN.test(whole);
    case 'process':
      return !inMethod && OWN.test(before) && YIELDS.test(before) && !isProcedure(before);
  }
}

/** Whether the number of steps is that of the authors' own work: “we analysed the data in three steps”. */
function isProcedure(before: string): boolean {
  return /\b(?:in|through|over|during)\s*$/i.test(before) && PROCEDURE.test(before);
}
