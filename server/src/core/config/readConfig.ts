import type * as z from 'zod';
import { nearest } from '../model';
import type { TextRange } from '../text/range';
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
import type { YamlTree, YamlValue } from './yamlTree';
import { readYaml } from './yamlTree';
import { readYamlComments } from './yamlComments';
import { yamlNearMisses } from './yamlNearMisses';

/** Reads `warrant.yaml`. Never throws: what is wrong is listed, and what could be read is kept. */
export function readConfigFile(uri: string, text: string): Config {
  const tree = readYaml(text);
  const faults = yamlProblems(uri, text, tree);
  const comments = readYamlComments(text);
  if (tree.value === null) return { ...emptyConfig(uri, text), comments, problems: faults };
  const config = readConfig(uri, tree, tree.value, []);
  return { ...config, text, comments, problems: [...faults, ...config.problems] };
}

/** The faults of the YAML itself, those that spring from an unquoted `@` or `#` named as near misses. */
export function yamlProblems(
  uri: string,
  text: string,
  tree: YamlTree,
  offset = 0,
): ConfigProblem[] {
  const misses = yamlNearMisses(text, offset);
  const faults = tree.problems
    .filter(({ range }) => !misses.some((miss) => sameLine(text, offset, miss.range, range)))
    .map(({ message, range }): ConfigProblem => ({
      rule: 'invalid-project',
      message: `this is not valid YAML: ${message}`,
      place: { uri, range },
    }));
  return [
    ...faults,
    ...misses.map(({ message, range, suggestion }): ConfigProblem => ({
      rule: 'near-miss',
      message,
      place: { uri, range },
      suggestion,
    })),
  ];
}

function sameLine(text: string, offset: number, a: TextRange, b: TextRange): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return !text.slice(first.start - offset, second.start - offset).includes('\n');
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
  const { data, problems } = parseLeniently(uri, tree, value, path);
  const at = (...more: PropertyKey[]) => ({ uri, range: tree.placeOf([...path, ...more]).range });
  const keyAt = (...more: PropertyKey[]) => ({
    uri,
    range: tree.placeOf([...path, ...more]).keyRange,
  });
  const paths = (key: 'manuscript' | 'bibliography'): PathEntry[] =>
    (data[key] ?? []).map((entry, index) => ({ path: entry, place: at(key, index) }));
  const one = (key: 'qda' | 'pseudonyms'): PathEntry | undefined =>
    data[key] === undefined ? undefined : { path: data[key], place: at(key) };
  const qda = one('qda');
  const pseudonyms = one('pseudonyms');
  const rules = Object.entries(data.rules ?? {}).map(([rule, severity]): RuleSetting => ({
    rule,
    severity,
    place: keyAt('rules', rule),
  }));
  return {
    uri,
    ...(data.manuscript ? { manuscript: paths('manuscript') } : {}),
    bibliography: paths('bibliography'),
    sources: (data.sources ?? []).flatMap((source, index) =>
      readSource(source, at('sources', index)),
    ),
    ...(qda ? { qda } : {}),
    elements: readRegistry(uri, tree, data.elements ?? {}, [...path, 'elements']),
    ...(pseudonyms ? { pseudonyms } : {}),
    ...(data.stage ? { stage: data.stage } : {}),
    rules,
    vocabulary: data.vocabulary ?? {},
    problems,
  };
}

type WrittenSource = NonNullable<WrittenConfig['sources']>[number];

function readSource({ id, ids, ...rest }: WrittenSource, place: Source['place']): Source[] {
  const names = id === undefined ? expandIds(ids ?? []) : [id];
  return names.map((name) => ({ id: name, place, ...defined(rest) }));
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined),
  ) as Defined<T>;
}

/** How often faulty parts are cut out before the rest is given up. */
const MAX_ROUNDS = 50;

/** Cuts out what is faulty, so that one slip does not cost the author all sources and elements. */
function parseLeniently(
  uri: string,
  tree: YamlTree,
  value: YamlValue,
  path: readonly PropertyKey[],
): { data: WrittenConfig; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const rest: YamlValue = structuredClone(value);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const parsed = configSchema.safeParse(rest);
    if (parsed.success) return { data: parsed.data, problems };
    for (const issue of parsed.error.issues) {
      problems.push(...issueProblems(uri, tree, issue, path));
      if (issue.path.length === 0 && issue.code !== 'unrecognized_keys') {
        return { data: {}, problems };
      }
      const keys: readonly PropertyKey[] =
        issue.code === 'unrecognized_keys' ? issue.keys : [issue.path[issue.path.length - 1] ?? ''];
      const parent = issue.code === 'unrecognized_keys' ? issue.path : issue.path.slice(0, -1);
      for (const key of keys) cut(rest, parent, key);
    }
    prune(rest);
  }
  return { data: {}, problems };
}

const CUT = Symbol('cut');

function cut(value: YamlValue, parent: readonly PropertyKey[], key: PropertyKey): void {
  let holder: unknown = value;
  for (const step of parent) {
    holder = (holder as Record<PropertyKey, unknown> | undefined)?.[step];
  }
  if (Array.isArray(holder)) (holder as unknown[])[Number(key)] = CUT;
  else if (holder !== null && typeof holder === 'object') Reflect.deleteProperty(holder, key);
}

function prune(value: unknown): void {
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    const kept = items.filter((item) => item !== CUT);
    items.splice(0, items.length, ...kept);
    kept.forEach(prune);
  } else if (value !== null && typeof value === 'object') {
    Object.values(value).forEach(prune);
  }
}

function issueProblems(
  uri: string,
  tree: YamlTree,
  issue: z.core.$ZodIssue,
  base: readonly PropertyKey[],
): ConfigProblem[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(issue.path);
    return issue.keys.map((key) => {
      const [suggestion] = nearest(key, known);
      const hint = suggestion ? `did you mean ${suggestion}?` : `known are ${known.join(', ')}`;
      return {
        rule: 'invalid-project',
        message: `“${key}” is not a key of Warrant; ${hint}`,
        place: { uri, range: tree.placeOf([...path, key]).keyRange },
        ...(suggestion ? { suggestion } : {}),
      };
    });
  }
  const name = issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ` : '';
  return [
    {
      rule: 'invalid-project',
      message: `${name}${issueMessage(issue)}`,
      place: { uri, range: tree.placeOf(path).range },
    },
  ];
}

function issueMessage(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `takes one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.flat().find(({ code }) => code === 'invalid_value');
    if (branch) return issueMessage(branch);
    return 'has a value of the wrong kind (a list or a text is needed here)';
  }
  return issue.message;
}

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
  while (current?.unwrap && !current.shape) current = current.unwrap() as SchemaLike;
  return current;
}

function descend(schema: unknown, step: PropertyKey): unknown {
  const inner = unwrap(schema);
  if (inner?.shape) return inner.shape[String(step)];
  return inner?.element ?? inner?.valueType;
}
