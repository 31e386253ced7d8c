import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearest } from '../core/model';
import { UsageError } from './environment';

/**
 * Reads the arguments of a command with `node:util`'s parser.
 * @throws UsageError naming the argument that is not understood.
 */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(explain(error, Object.keys(options)));
  }
}

/** The parser's own words, but for unknown options: there the author wants to know which exist. */
function explain(error: unknown, known: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const option = /^Unknown option '(-[^']*)'/.exec(message)?.[1];
  if (option === undefined) return message;
  const names = known.map((name) => `--${name}`);
  return `there is no option ${option}${didYouMean(option, names)}`;
}

/** `; did you mean X?`, or the list of what there is. */
export function didYouMean(name: string, known: readonly string[]): string {
  const [suggestion] = nearest(name, known);
  return suggestion ? `; did you mean ${suggestion}?` : `; there are ${known.join(', ')}`;
}

/**
 * One of the permitted values of an option.
 * @throws UsageError listing them.
 */
export function oneOf<const V extends string>(
  option: string,
  value: string,
  values: readonly V[],
): V {
  const found = values.find((known) => known === value);
  if (found) return found;
  throw new UsageError(`${option} takes ${values.join(' or ')}, not “${value}”`);
}
