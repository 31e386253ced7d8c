import type { SyntaxDocument } from '../syntax';
import type { TextRange } from '../text/range';
import { emptyConfig, type FrontMatterConfig, type PathEntry } from './config';
import { filterPaths } from './filters';
import { takePlaces, withMovablePlaces } from './places';
import { readConfig, withoutEchoes, yamlProblems } from './readConfig';
import { readYamlComments } from './yamlComments';
import { asMap, asTexts, readYaml, type YamlTree, type YamlValue } from './yamlTree';

/**
 * Reads what a manuscript's front matter says to Warrant: `warrant:`, `bibliography:`, `references:` and the filters.
 * Everything else in it belongs to other tools. Faults of the YAML are reported only where Warrant has a key in it.
 */
export function readFrontMatter(uri: string, document: SyntaxDocument): FrontMatterConfig {
  return withMovablePlaces(read(uri, document));
}

/**
 * Lets a front matter that was read before take over the places of one that says the same.
 * @returns whether it says the same, and nothing in it is read more closely than to what it says
 */
export function isSameFrontMatter(before: FrontMatterConfig, now: FrontMatterConfig): boolean {
  const { elements, comments, problems } = now;
  return elements.length + comments.length + problems.length === 0 && takePlaces(before, now);
}

function read(uri: string, document: SyntaxDocument): FrontMatterConfig {
  const { frontMatter } = document;
  const whole = frontMatter ? document.slice(0, frontMatter.range.end) : '';
  const nothing = {
    ...emptyConfig(uri, whole),
    optsIn: false,
    optsOut: false,
    filters: [],
    references: [],
  };
  const content = frontMatter?.contentRange;
  if (!content) return nothing;
  const text = whole.slice(content.start, content.end);
  const tree = readYaml(text, content.start);
  const fields = asMap(tree.value);
  const mentioned = 'warrant' in fields || /^warrant[ \t]*:/m.test(text);
  const own = ownPart(text, content.start);
  const faults = mentioned ? yamlProblems(uri, text, tree, content.start, own) : [];
  const comments = readYamlComments(text, content.start);
  const shared = {
    text: whole,
    comments,
    filters: filterNames(fields),
    references: referenceIds(fields['references']),
    bibliography: bibliographyOf(uri, tree, fields['bibliography']),
  };
  const written = fields['warrant'];
  if (typeof written === 'string' && !SWITCH.test(written)) {
    const message = `warrant: takes true, false or keys such as sources, not “${written}”`;
    const place = { uri, range: tree.placeOf(['warrant']).range };
    faults.push({ rule: 'invalid-project', message, place });
  }
  if (written === undefined || written === null || typeof written !== 'object') {
    const optsOut = written === false || (typeof written === 'string' && NO.test(written));
    return { ...nothing, ...shared, optsIn: mentioned && !optsOut, optsOut, problems: faults };
  }
  const config = readConfig(uri, tree, written, ['warrant']);
  return {
    ...config,
    ...shared,
    bibliography: [...shared.bibliography, ...config.bibliography],
    problems: withoutEchoes(faults, config.problems),
    optsIn: true,
    optsOut: false,
  };
}

/** What other readers of YAML take for true and false. */
const SWITCH = /^(?:true|false|yes|no|on|off)$/i;
const NO = /^(?:false|no|off)$/i;

/** From the key `warrant` to the next key beside it. */
function ownPart(text: string, offset: number): TextRange {
  const key = /^(?:warrant|"warrant"|'warrant')[ \t]*:/m.exec(text);
  if (!key) return { start: offset, end: offset + text.length };
  const from = key.index + key[0].length;
  const next = /^[^\s#}\]-]/m.exec(
    text.slice(from).replace(/^.*/, (line) => ' '.repeat(line.length)),
  );
  return { start: offset + key.index, end: offset + (next ? from + next.index : text.length) };
}

type Fields = ReturnType<typeof asMap>;

function bibliographyOf(uri: string, tree: YamlTree, value: YamlValue | undefined): PathEntry[] {
  return asTexts(value).map((path, index) => {
    const place = tree.placeOf(Array.isArray(value) ? ['bibliography', index] : ['bibliography']);
    return { path, place: { uri, range: place.range } };
  });
}

function referenceIds(value: YamlValue | undefined): string[] {
  return Array.isArray(value) ? value.flatMap((entry) => asTexts(asMap(entry)['id'])) : [];
}

/** Quarto lists filters under `filters:`; R Markdown passes them on in `pandoc_args`, at any depth. */
function filterNames(fields: Fields): string[] {
  const names = filterPaths(fields['filters']);
  const visit = (value: YamlValue): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, item] of Object.entries(value)) {
        if (key === 'pandoc_args' || key === 'filters') names.push(...filterPaths(item));
        visit(item);
      }
    }
  };
  for (const key of ['output', 'format', 'pandoc_args']) visit(fields[key] ?? null);
  names.push(...asTexts(fields['pandoc_args']));
  return names;
}
