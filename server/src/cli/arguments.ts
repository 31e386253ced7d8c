import { parseArgs, type ParseArgsConfig } from 'node:util';
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
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
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
