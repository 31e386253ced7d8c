import type { Project } from '../project';
import { checkQuotationsOf } from '../sources/quotations';
import { touches, type TextRange } from '../text/range';
import type { Place } from '../model';
import { shownPassage, type TextUri } from './passageOf';
import { tagsAt } from './subjectAt';

/** The words of a quotation, and the passage of its source that they are from. */
export interface QuotationAt {
  readonly origin: TextRange;
  readonly target: Place;
}

/**
 * The passage of the source of a quotation in which an offset stands, where an editor can show it.
 * @param textUri for editors that show what is no text file
 */
export function quotationAt(
  project: Project,
  uri: string,
  offset: number,
  textUri?: TextUri,
): QuotationAt | undefined {
  for (const tag of tagsAt(project, uri, offset)) {
    const element = project.elementOf(tag);
    if (element?.kind !== 'evidence' || element.tag !== tag) continue;
    for (const { quoted, checked } of checkQuotationsOf(project, element)) {
      if (quoted.uri !== uri || !touches(quoted.range, offset)) continue;
      const target = checked && shownPassage(checked, textUri);
      if (target) return { origin: quoted.range, target };
    }
  }
  return undefined;
}
