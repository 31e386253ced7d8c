import { Code, skipRun, skipSpaces } from '../characters';
import { type Container, lineEnd, lineStart } from '../source';
import { isDivCloser } from './lines';

/** Where the columns begin that a line of hyphens and blanks marks off, as columns of the line; undefined for others. */
export function columnsOf(container: Container, line: number): readonly number[] | undefined {
  const { text } = container;
  const start = lineStart(container, line);
  let at = skipSpaces(text, start, start + 4);
  if (at - start > 3 || text.charCodeAt(at) !== Code.Hyphen) return undefined;
  const end = lineEnd(container, line);
  const columns: number[] = [];
  while (at < end) {
    const afterHyphens = skipRun(text, at, end, Code.Hyphen);
    if (afterHyphens === at) return undefined;
    columns.push(at - start);
    at = skipSpaces(text, afterHyphens, end);
  }
  return columns;
}

function isRule(container: Container, line: number): boolean {
  return columnsOf(container, line) !== undefined;
}

type Test = (container: Container, line: number) => boolean;

/** Finds the next line of a kind. It goes through the lines once, however often it is asked. */
class LineFinder {
  readonly #container: Container;
  readonly #test: Test;
  /** The lines from here on up to the one that was found are of another kind. */
  #from = Infinity;
  #found = Infinity;

  constructor(container: Container, test: Test) {
    this.#container = container;
    this.#test = test;
  }

  /** The first such line from `line` on; Infinity where there is none. */
  from(line: number): number {
    if (line >= this.#from && line <= this.#found) return this.#found;
    const { lineCount } = this.#container;
    let found = line;
    while (found < lineCount && found !== this.#from && !this.#test(this.#container, found))
      found++;
    if (found === this.#from) found = this.#found;
    this.#from = line;
    this.#found = found < lineCount ? found : Infinity;
    return this.#found;
  }
}

/** The lines of a container that begin and end tables without bars. */
export class DashLines {
  readonly #rules: LineFinder;
  readonly #divClosers: LineFinder;

  constructor(container: Container) {
    this.#rules = new LineFinder(container, isRule);
    this.#divClosers = new LineFinder(container, ({ text, lines }, line) =>
      isDivCloser(text, lines[line] ?? 0),
    );
  }

  /** The first rule from a line on; Infinity where there is none. */
  ruleFrom(line: number): number {
    return this.#rules.from(line);
  }

  /** The first line from a line on that would close a div; Infinity where there is none. */
  divCloserFrom(line: number): number {
    return this.#divClosers.from(line);
  }
}
