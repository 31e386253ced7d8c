import type * as z from 'zod';
import { nearest, VOCABULARY } from '../model';
import { containsRange, type TextRange } from '../text/range';
import {
  emptyConfig,
  type Config,
  type ConfigProblem,
  type PathEntry,
  type RuleSetting,
  type Source,
} from './config';
import { readRegistry } from './readRegistry';
import { configSchema, type WrittenConfig } from './schema';
import { expandIds } from './sourceIds';
import { readYaml, type YamlPlace, type YamlTree, type YamlValue } from './yamlTree';
import { readYamlComments } from './yamlComments';
import { yamlNearMisses } from './yamlNearMisses';

/** Reads `warrant.yaml`. Never throws: what is wrong is listed, and what could be read is kept. */
export function readConfigFile(uri: string, text: string): Config {
  const tree = readYaml(text);
  const faults = yamlProblems(uri, text, tree);
  const comments = readYamlComments(text);
  if (tree.value === null) return { ...emptyConfig(uri, text), comments, problems: faults };
  const config = readConfig(uri, tree, tree.value, []);
  return { ...config, text, comments, problems: withoutEchoes(faults, config.problems) };
}

/** The faults of the YAML, and of what is read from it those that lie before the first place where it breaks. */
export function withoutEchoes(
  faults: readonly ConfigProblem[],
  read: readonly ConfigProblem[],
): ConfigProblem[] {
  const starts = faults.filter(({ hidesRest }) => hidesRest).map(({ place }) => place.range.start);
  const cut = Math.min(...starts);
  return [...faults, ...read.filter(({ place }) => place.range.end <= cut)];
}

/**
 * The faults of the YAML itself, those that spring from an unquoted `@` or `#` named as near misses.
 * @param part where Warrant's own keys stand; near misses and tags elsewhere are other tools' business.
 */
export function yamlProblems(
  uri: string,
  text: string,
  tree: YamlTree,
  offset = 0,
  part: TextRange = { start: offset, end: offset + text.length },
): ConfigProblem[] {
  const misses = yamlNearMisses(text, offset).filter(({ range }) => containsRange(part, range));
  const first = misses[0];
  // Such a value throws the parser off its track: what it says from that line on is an echo.
  const echo = first ? text.lastIndexOf('\n', first.range.start - offset) + 1 + offset : Infinity;
  // A tag such as `!expr` is for the tool whose key bears it.
  const problems = tree.problems
    .filter(({ isSyntax, range }) => isSyntax || containsRange(part, range))
    .sort((a, b) => a.range.start - b.range.start);
  // So does every fault of the syntax.
  const cut = problems.findIndex(({ isSyntax }) => isSyntax);
  const faults = (cut < 0 ? problems : problems.slice(0, cut + 1))
    .filter(({ range }) => range.start < echo)
    .map(({ message, range, isSyntax }): ConfigProblem => ({
      rule: 'invalid-project',
      message: `This is not valid YAML: ${message}`,
      place: { uri, range },
      ...(isSyntax ? { hidesRest: true } : {}),
    }));
  return [
    ...faults,
    ...misses.map(({ message, range, suggestion }): ConfigProblem => ({
      rule: 'near-miss',
      message,
      place: { uri, range },
      suggestion,
      ...(cut < 0 ? {} : { hidesRest: true }),
    })),
  ];
}

/**
 * Reads the configuration that stands at a path of a YAML tree.
 * A key with a fault is reported and left out; the others count.
 */
export function readConfig(
  uri: string,
  tree: YamlTree,
  value: YamlValue,
  path: readonly PropertyKey[],
): Omit<Config, 'text' | 'comments'> {
  const { data, problems, placeOf } = parseLeniently(uri, tree, value, path);
  const at = (...more: PropertyKey[]) => ({ uri, range: placeOf(more).range });
  const keyAt = (...more: PropertyKey[]) => ({ uri, range: placeOf(more).keyRange });
  const paths = (key: 'manuscript' | 'bibliography' | 'qda'): PathEntry[] =>
    (data[key] ?? []).map((entry, index) => ({ path: entry, place: at(key, index) }));
  const pseudonyms =
    data.pseudonyms === undefined ? undefined : { path: data.pseudonyms, place: at('pseudonyms') };
  const rules = Object.entries(data.rules ?? {}).map(([rule, severity]): RuleSetting => ({
    rule,
    severity,
    place: keyAt('rules', rule),
  }));
  const sources = (data.sources ?? []).flatMap((source, index) =>
    readSource(source, (...more) => at('sources', index, ...more), problems),
  );
  problems.push(...repeated(sources));
  for (const name of Object.keys(data.vocabulary?.kinds ?? {})) {
    if (!VOCABULARY.classes.has(name)) continue;
    const message = `“${name}” is a kind already; give the further kind another name`;
    problems.push({ rule: 'invalid-project', message, place: keyAt('vocabulary', 'kinds', name) });
  }
  return {
    uri,
    ...(data.manuscript ? { manuscript: paths('manuscript') } : {}),
    bibliography: paths('bibliography'),
    sources,
    qda: paths('qda'),
    elements: readRegistry(uri, data.elements ?? {}, (entry) => placeOf(['elements', ...entry])),
    ...(pseudonyms ? { pseudonyms } : {}),
    ...(data.stage ? { stage: data.stage } : {}),
    rules,
    vocabulary: data.vocabulary ?? {},
    problems,
  };
}

type WrittenSource = NonNullable<WrittenConfig['sources']>[number];

function readSource(
  { id, ids, ...rest }: WrittenSource,
  at: (...path: PropertyKey[]) => Source['place'],
  problems: ConfigProblem[],
): Source[] {
  const place = at();
  const { ids: names, faulty } = expandIds(id === undefined ? (ids ?? []) : [id]);
  for (const range of faulty) {
    const message = `“${shorten(range)}” is not a range of ids such as i01..i15, or one too long`;
    problems.push({ rule: 'invalid-project', message, place });
  }
  return names.map((name) => {
    const item = Array.isArray(ids) ? ids.indexOf(name) : -1;
    const idPlace = id !== undefined ? at('id') : item >= 0 ? at('ids', item) : undefined;
    const places = { idPlace, filePlace: rest.file === undefined ? undefined : at('file') };
    return { id: name, place, ...defined(places), ...defined(rest) };
  });
}

/** The references to a source that is declared twice go to the first, and what the second says is lost. */
function* repeated(sources: readonly Source[]): Iterable<ConfigProblem> {
  const first = new Map<string, Source>();
  const reported = new Set<Source['place']>();
  for (const source of sources) {
    const earlier = first.get(source.id);
    if (!earlier) first.set(source.id, source);
    if (!earlier || reported.has(source.place)) continue;
    reported.add(source.place);
    const message = `the source ${source.id} is declared already, and the first declaration counts; rename or remove one`;
    yield { rule: 'invalid-project', message, place: source.place };
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined),
  ) as Defined<T>;
}

/** How often faulty parts are cut out before the rest is given up. */
const MAX_ROUNDS = 50;

/** Where each item of a list stood before others were cut out of it. */
type Origins = WeakMap<object, readonly number[]>;

interface Lenient {
  readonly data: WrittenConfig;
  readonly problems: ConfigProblem[];
  /** The place of what stands at a path of `data`. */
  readonly placeOf: (path: readonly PropertyKey[]) => YamlPlace;
}

/** Cuts out what is faulty, so that one slip does not cost the author all sources and elements. */
function parseLeniently(
  uri: string,
  tree: YamlTree,
  value: YamlValue,
  base: readonly PropertyKey[],
): Lenient {
  const problems: ConfigProblem[] = [];
  const rest: YamlValue = structuredClone(value);
  const origins: Origins = new WeakMap();
  const placeOf = (path: readonly PropertyKey[]): YamlPlace =>
    tree.placeOf([...base, ...originalPath(rest, path, origins)]);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const parsed = configSchema.safeParse(rest);
    if (parsed.success) return { data: parsed.data, problems, placeOf };
    const issues = parsed.error.issues.flatMap(innermost);
    for (const issue of issues) problems.push(...issueProblems(uri, issue, placeOf));
    for (const issue of issues) {
      const isRoot = issue.path.length === 0 && issue.code !== 'unrecognized_keys';
      if (isRoot) return { data: {}, problems, placeOf };
      const keys: readonly PropertyKey[] =
        issue.code === 'unrecognized_keys' ? issue.keys : [issue.path[issue.path.length - 1] ?? ''];
      const parent = issue.code === 'unrecognized_keys' ? issue.path : issue.path.slice(0, -1);
      for (const key of keys) {
        if (!keepsBack(rest, parent, key)) cut(rest, parent, key);
      }
    }
    prune(rest, origins);
  }
  return { data: {}, problems, placeOf };
}

/** Of a value that may be one thing or a list of them, the items that are at fault. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const inside = issue.errors.find((branch) => branch.every(({ path }) => path.length > 0));
  if (!inside || inside.length === 0) return [issue];
  return inside
    .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
    .flatMap(innermost);
}

/** A path as it was before anything was cut out. */
function originalPath(
  value: YamlValue,
  path: readonly PropertyKey[],
  origins: Origins,
): PropertyKey[] {
  let holder: unknown = value;
  return path.map((step) => {
    const original = Array.isArray(holder) ? origins.get(holder)?.[Number(step)] : undefined;
    holder = (holder as Record<PropertyKey, unknown> | null | undefined)?.[step];
    return original ?? step;
  });
}

/** What is written for `access:` of a source, and is no such value, is taken for one that keeps it back. */
function keepsBack(value: YamlValue, parent: readonly PropertyKey[], key: PropertyKey): boolean {
  const [list, , ...inside] = parent;
  if (list !== 'sources' || inside.length > 0 || key !== 'access') return false;
  let holder: unknown = value;
  for (const step of parent) {
    holder = (holder as Record<PropertyKey, unknown> | null | undefined)?.[step];
  }
  if (holder === null || typeof holder !== 'object') return false;
  const written: unknown = Reflect.get(holder, key);
  if (written === null) return false;
  const named = typeof written === 'string' ? written.trim().toLowerCase() : '';
  const isKnown = named === 'open' || named === 'restricted';
  return Reflect.set(holder, key, isKnown ? named : 'confidential');
}

const CUT = Symbol('cut');

function cut(value: YamlValue, parent: readonly PropertyKey[], key: PropertyKey): void {
  let holder: unknown = value;
  for (const step of parent) {
    holder = (holder as Record<PropertyKey, unknown> | null | undefined)?.[step];
  }
  if (Array.isArray(holder)) (holder as unknown[])[Number(key)] = CUT;
  else if (holder !== null && typeof holder === 'object') Reflect.deleteProperty(holder, key);
}

function prune(value: unknown, origins: Origins): void {
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    if (items.includes(CUT)) {
      const before = origins.get(items) ?? items.map((_, index) => index);
      origins.set(
        items,
        before.filter((_, index) => items[index] !== CUT),
      );
      items.splice(0, items.length, ...items.filter((item) => item !== CUT));
    }
    for (const item of items) prune(item, origins);
  } else if (value !== null && typeof value === 'object') {
    for (const item of Object.values(value)) prune(item, origins);
  }
}

function issueProblems(
  uri: string,
  issue: z.core.$ZodIssue,
  placeOf: Lenient['placeOf'],
): ConfigProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(issue.path);
    return issue.keys.map((key) => {
      const [suggestion] = nearest(key, known);
      const hint = suggestion ? `did you mean ${suggestion}?` : `known are ${known.join(', ')}`;
      return {
        rule: 'invalid-project',
        message: `“${key}” is not a key of Warrant; ${hint}`,
        place: { uri, range: placeOf([...issue.path, key]).keyRange },
        ...(suggestion ? { suggestion } : {}),
      };
    });
  }
  const name = issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ` : '';
  return [
    {
      rule: 'invalid-project',
      message: `${name}${issueMessage(issue)}`,
      place: { uri, range: placeOf(issue.path).range },
      ...choicesOf(issue),
    },
  ];
}

/** The values of which one must stand there. */
function choicesOf(issue: z.core.$ZodIssue): Pick<ConfigProblem, 'choices'> {
  if (issue.code === 'invalid_value') return { choices: issue.values.map(String) };
  if (issue.code !== 'invalid_union') return {};
  const branch = issue.errors.flat().find(({ code }) => code === 'invalid_value');
  return branch ? choicesOf(branch) : {};
}

function issueMessage(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `takes one of ${issue.values.join(', ')}`;
    case 'invalid_type':
      return `needs ${NEEDED[issue.expected] ?? issue.expected} here`;
    case 'invalid_union': {
      const branch = issue.errors.flat().find(({ code }) => code === 'invalid_value');
      if (branch) return issueMessage(branch);
      const unknown = issue.errors.flat().find(({ code }) => code === 'unrecognized_keys');
      if (unknown?.code === 'unrecognized_keys') {
        return `does not know ${unknown.keys.map((key) => `“${key}”`).join(', ')} here`;
      }
      return 'has a value of the wrong kind (a list or a text is needed here)';
    }
    default:
      return issue.message;
  }
}

/** What the schema asks for, in the words of a YAML author. */
const NEEDED: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

function knownKeys(path: readonly PropertyKey[]): string[] {
  let schema: unknown = configSchema;
  for (const step of path) schema = descend(schema, step);
  const shape = (unwrap(schema) as { shape?: object } | undefined)?.shape;
  return shape ? Object.keys(shape) : [];
}

interface SchemaLike {
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
  readonly valueType?: unknown;
  unwrap?: () => unknown;
}

function unwrap(schema: unknown): SchemaLike | undefined {
  let current = schema as SchemaLike | undefined;
  while (current?.unwrap && !current.shape && !current.element)
    current = current.unwrap() as SchemaLike;
  return current;
}

function descend(schema: unknown, step: PropertyKey): unknown {
  const inner = unwrap(schema);
  if (inner?.shape) return inner.shape[String(step)];
  return inner?.element ?? inner?.valueType;
}
