import { mapDot } from '../../core/exports/map/dot';
import { mapJson } from '../../core/exports/map/json';
import { layoutMap } from '../../core/exports/map/layout';
import { mapMermaid } from '../../core/exports/map/mermaid';
import { mapSvg } from '../../core/exports/map/svg';
import { argumentMap } from '../../core/features/map/argumentMap';
import { mechanismsAbout } from '../../core/features/map/shown';
import type { ArgumentMap } from '../../core/figures';
import type { Project } from '../../core/project';
import { oneOf, readArguments } from '../arguments';
import { EXIT, UsageError, type Environment } from '../environment';
import { EXPORT_OPTIONS, readForExport, writeExport } from '../exporting';
import { placeNames } from '../placeNames';

const FORMATS = ['svg', 'mermaid', 'dot', 'json'] as const;

/** `warrant map`: the mechanisms of a manuscript as a diagram. */
export async function map(args: readonly string[], environment: Environment): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'svg' },
    focus: { type: 'string' },
    evidence: { type: 'boolean', default: false },
    claims: { type: 'boolean', default: false },
    ...EXPORT_OPTIONS,
  });
  const format = oneOf('--format', values.format, FORMATS);
  const { project } = await readForExport(positionals, values, environment);
  const focus = values.focus === undefined ? {} : { focus: focusOf(project, values.focus) };
  const { evidence, claims } = values;
  const found = argumentMap(project, {
    evidence,
    claims,
    tests: evidence,
    collapsed: new Set(),
    ...focus,
  });
  if (found.nodes.length === 0) {
    throw new UsageError(
      'there is nothing to draw: no mechanism is tagged, and no claim names a cause and an effect',
    );
  }
  await writeExport(await draw(found, format, project, environment), project, values, environment);
  return EXIT.clean;
}

function focusOf(project: Project, given: string): string {
  const id = given.replace(/^#/, '');
  if (mechanismsAbout(project, id).length > 0) return id;
  throw new UsageError(
    project.element(id)
      ? `--focus: no mechanism has to do with “${id}”`
      : `--focus takes the id of an element; there is none “${id}”`,
  );
}

async function draw(
  found: ArgumentMap,
  format: (typeof FORMATS)[number],
  project: Project,
  environment: Environment,
): Promise<string> {
  switch (format) {
    case 'svg':
      return mapSvg(await layoutMap(found, await environment.layoutEngine()));
    case 'mermaid':
      return mapMermaid(found);
    case 'dot':
      return mapDot(found);
    case 'json': {
      const nameOf = placeNames(project, environment);
      return mapJson(found, ({ place }) => place && nameOf(place));
    }
  }
}
