import process from 'node:process';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Reads the options of a program; ends it with one line where there are no such options. */
export function readOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** The whole number that an option gives, from 0 on; ends the program with one line where it gives none. */
export function wholeNumber(option: string, value: string): number {
  return /^\d+$/.test(value)
    ? Number(value)
    : refuse(`--${option} ${value}: a whole number, please`);
}

/** Says why a program does nothing, and ends it. */
export function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
