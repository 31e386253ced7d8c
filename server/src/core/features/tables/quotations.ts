import { attributeOf, documentAt, type Element, type Project } from '../../project';
import { visibleText } from '../../syntax';
import { inQuotes } from '../markdown';
import { sourceKindOf } from '../grounds';
import { lineStart } from '../tagging/lines';

/** Forms in which the words of a source are given. */
const VERBATIM: ReadonlySet<string> = new Set(['quote', 'excerpt']);

const OPENS = /^["“„«‘‚»›‹]/u;

/**
 * The words that a piece of evidence quotes from the field, in quotation marks; undefined for what is no quotation, and for
 * one from the literature.
 */
export function quotationOf(project: Project, evidence: Element): string | undefined {
  if (sourceKindOf(project, evidence) === 'literature') return undefined;
  const origins = project.linksFrom(evidence, 'source');
  if (origins.length > 0 && origins.every(({ to }) => to.type === 'citation')) return undefined;
  const carrier = evidence.tag?.source.carrier;
  if (carrier === 'image' || carrier === 'table' || carrier === 'heading') return undefined;
  const form = attributeOf(evidence, 'form')?.text;
  if (form !== undefined && !VERBATIM.has(form)) return undefined;
  const { text, withheld } = evidence;
  if (withheld !== undefined) return undefined;
  const quoted = blockQuotation(project, evidence);
  if (quoted !== undefined) return inQuotes(quoted);
  if (text === '' || (form === undefined && !OPENS.test(text))) return undefined;
  return inQuotes(text);
}

/** The paragraphs of a piece of evidence that are set as a block quotation, in one. */
function blockQuotation(project: Project, { tag }: Element): string | undefined {
  if (tag?.source.carrier !== 'div') return undefined;
  const file = project.file(tag.uri);
  if (!file) return undefined;
  const { contentRange } = tag.source;
  const document = documentAt(file, contentRange);
  const text = document.slice(contentRange.start, contentRange.end);
  const quoted = document.leavesIn(contentRange).filter(({ range: { start } }) => {
    const at = start - contentRange.start;
    return text.slice(lineStart(text, at), at).includes('>');
  });
  if (quoted.length === 0) return undefined;
  return quoted.map(({ range }) => visibleText(document, range).text.trim()).join(' ');
}
