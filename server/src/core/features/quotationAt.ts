import type { Project } from '../project';
import { checkQuotationsOf, placeInFile } from '../sources/quotations';
import { touches, type TextRange } from '../text/range';
import type { Place } from '../model';
import { tagsAt } from './subjectAt';

/** The words of a quotation, and the passage of its source that they are from. */
export interface QuotationAt {
  readonly origin: TextRange;
  readonly target: Place;
}

/** The passage of the source of a quotation in which an offset stands, where that is a text. */
export function quotationAt(
  project: Project,
  uri: string,
  offset: number,
): QuotationAt | undefined {
  for (const tag of tagsAt(project, uri, offset)) {
    const element = project.elementOf(tag);
    if (element?.kind !== 'evidence' || element.tag !== tag) continue;
    for (const { quoted, checked } of checkQuotationsOf(project, element)) {
      const passage = checked && placeInFile(checked);
      if (!passage?.range || quoted.uri !== uri || !touches(quoted.range, offset)) continue;
      return { origin: quoted.range, target: { uri: passage.uri, range: passage.range } };
    }
  }
  return undefined;
}
