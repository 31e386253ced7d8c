/** Stands in for `node:assert/strict` in a web worker: of it, what the tests in `suite` use. */

function fail(message: string | undefined, what: string): never {
  throw new Error(message === undefined ? what : `${message}: ${what}`);
}

function show(value: unknown): string {
  if (value === undefined || value instanceof RegExp) return String(value);
  return JSON.stringify(value);
}

/** Objects with their keys sorted, so that equal ones have equal JSON. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message, `${show(value)} is not truthy`);
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  if (!Object.is(actual, expected)) fail(message, `${show(actual)} is not ${show(expected)}`);
}

function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  const [a, b] = [JSON.stringify(actual, sorted), JSON.stringify(expected, sorted)];
  if (a !== b) fail(message, `${show(actual)} is not ${show(expected)}`);
}

function match(actual: string, pattern: RegExp, message?: string): void {
  if (!pattern.test(actual)) fail(message, `${show(actual)} does not match ${show(pattern)}`);
}

export default Object.assign(ok, { ok, equal, deepEqual, match });
