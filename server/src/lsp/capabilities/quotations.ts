import { reportQuotations } from '../../core/features/quotationReport';
import { normalizeUri } from '../../core/project';
import type { ProtocolQuotation, ProtocolQuotations } from '../../shared/quotations';
import { clientFiles, type Context } from '../context';
import { toLocation } from '../toProto';

/** What became of the quotations of a file's project in their sources, once these are read. */
export async function quotationsOf(context: Context, uri: string): Promise<ProtocolQuotations> {
  const { workspace } = context;
  const project = await workspace.projectOf(normalizeUri(uri));
  const { quotations, sum } = await workspace.whenRead(() => reportQuotations(project));
  const uris = quotations.map(({ place }) => place.uri);
  const files = await clientFiles(context, project, uris);
  const listed = quotations.flatMap((one): ProtocolQuotation[] => {
    const location = toLocation(one.place, files);
    if (!location) return [];
    const { text, outcome, state, isGrave, changes } = one;
    const isVerbatim = state === 'verbatim';
    return [{ text, outcome, isVerbatim, isGrave, detail: changes.join('; '), location }];
  });
  return { sum, quotations: listed };
}
