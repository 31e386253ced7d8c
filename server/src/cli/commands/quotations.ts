import { reportQuotations, type ReportedQuotation } from '../../core/features/quotationReport';
import {
  ACCESS_LEVELS,
  accessOf,
  countHeldBack,
  withheldMark,
  type Element,
  type HeldBackAccess,
} from '../../core/project';
import { hasPseudonyms, pseudonymsOf } from '../../core/sources/pseudonyms';
import { oneOf, readArguments } from '../arguments';
import { EXIT, type Environment } from '../environment';
import { EXPORT_OPTIONS, noteHeldBack, refuseRealNames } from '../exporting';
import { printable } from '../format/excerpt';
import { displayName } from '../inputs';
import { readManuscript } from '../manuscript';
import { placeNames } from '../placeNames';
import { writeResult } from '../result';

/** How much of a quotation is shown. */
const EXCERPT = 70;

/** `warrant quotations`: what became of each quotation in its source, and a sum. */
export async function quotations(
  args: readonly string[],
  environment: Environment,
): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'text' },
    ...EXPORT_OPTIONS,
  });
  const format = oneOf('--format', values.format, ['text', 'json']);
  const include = oneOf('--include', values.include, ACCESS_LEVELS);
  const { project, workspace } = await readManuscript(
    positionals,
    values['stdin-filename'],
    environment,
  );
  const { quotations: all, sum } = await workspace.whenRead(() => reportQuotations(project));
  const placeOf = placeNames(project, environment);
  const held = new Map<Element, HeldBackAccess>();
  const rows = all.map((quotation) => {
    const { element } = quotation;
    const access = accessOf(project, element);
    const isHeld = ACCESS_LEVELS.indexOf(access) > ACCESS_LEVELS.indexOf(include);
    const withheld = isHeld && access !== 'open' ? access : undefined;
    if (withheld) held.set(element, withheld);
    return rowOf(quotation, { withheld, place: placeOf(quotation.place), environment });
  });
  const text =
    format === 'json'
      ? `${JSON.stringify({ version: 1, quotations: rows, sum }, undefined, 2)}\n`
      : toText(rows, sum);
  await workspace.whenRead(() => hasPseudonyms(project) && pseudonymsOf(project));
  refuseRealNames(text, project, values, environment);
  noteHeldBack(countHeldBack(held.values()), environment);
  await writeResult(text, values.output, environment);
  return EXIT.clean;
}

interface Shown {
  readonly withheld: HeldBackAccess | undefined;
  readonly place: ReturnType<ReturnType<typeof placeNames>>;
  readonly environment: Environment;
}

/** A quotation as programs read it. Lines and characters are 0-based. */
function rowOf(
  { element, text, state, isGrave, outcome, changes, source, speaker, passage }: ReportedQuotation,
  { withheld, place, environment }: Shown,
) {
  // Who speaks and where is left out with what is confidential, as in every export.
  const isNameless = withheld === 'confidential';
  return {
    ...(place ?? {}),
    ...(element.id === undefined ? {} : { element: element.id }),
    state,
    outcome,
    isGrave,
    text: withheld ? withheldMark(withheld) : text.replace(/\s+/g, ' ').trim(),
    changes: withheld ? [] : changes,
    ...(source === undefined ? {} : { source }),
    ...(speaker === undefined || isNameless ? {} : { speaker }),
    ...(passage === undefined || isNameless
      ? {}
      : {
          passage: {
            file: displayName(passage.uri, environment.cwd),
            ...(passage.within === undefined ? {} : { within: passage.within }),
            ...(passage.line === undefined ? {} : { line: passage.line }),
            ...(passage.place === undefined ? {} : { place: passage.place }),
          },
        }),
  };
}

function toText(rows: readonly ReturnType<typeof rowOf>[], sum: string): string {
  const entries = rows
    .filter(({ state }) => state !== 'verbatim')
    .map(({ file, line, character, outcome, text, changes, source }) => {
      const where = file === undefined ? '' : `${file}:${(line ?? 0) + 1}:${(character ?? 0) + 1} `;
      const words = text.length > EXCERPT ? `${text.slice(0, EXCERPT).trimEnd()}…` : text;
      const head = `${where}${outcome}${source === undefined ? '' : ` (${source})`}: “${words}”`;
      return [head, ...changes.map((change) => `  ${change}`)].map(printable).join('\n');
    });
  return [...entries, sum].map((entry) => `${entry}\n`).join('');
}
