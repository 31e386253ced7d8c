import { dataStructure as dataStructureOf } from '../../core/features/dataStructure/dataStructure';
import { dataStructureSvg } from '../../core/exports/dataStructure/svg';
import { readArguments } from '../arguments';
import { EXIT, UsageError, type Environment } from '../environment';
import { EXPORT_OPTIONS, readForExport, writeExport } from '../exporting';

/** `warrant data-structure`: concepts, themes and dimensions as the figure of a paper, in SVG. */
export async function dataStructure(
  args: readonly string[],
  environment: Environment,
): Promise<number> {
  const { values, positionals } = readArguments(args, {
    of: { type: 'string' },
    ...EXPORT_OPTIONS,
  });
  const { project } = await readForExport(positionals, values, environment);
  const top = values.of === undefined ? undefined : project.element(values.of.replace(/^#/, ''));
  if (values.of !== undefined && top?.kind !== 'construct') {
    throw new UsageError(`--of takes the id of a construct; there is none “${values.of}”`);
  }
  const { boxes, notes } = dataStructureOf(project, top);
  if (boxes.length === 0) {
    throw new UsageError('there is no data structure: no construct has a tier or a parent');
  }
  for (const note of notes) environment.stderr.write(`warrant: ${note}\n`);
  await writeExport(dataStructureSvg(boxes), project, values, environment);
  return EXIT.clean;
}
