import { readFileSync } from 'node:fs';
import type { IGrammar } from 'vscode-textmate';
import { scopesOf } from './tokenizer';

/** A line of carets under the text, and the scopes that each of its characters has. */
const assertion = /^ *(\^+) (.+)$/;

/** A text with carets drawn under it, and what it shows. */
export interface Drawing {
  readonly title: string;
  readonly drawn: string;
}

/** The sections of a fixture, each under a line `=== title`. */
export function drawings(name: string): Drawing[] {
  const file = readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8');
  return file
    .split(/^=== /m)
    .slice(1)
    .map((section) => {
      const end = section.indexOf('\n');
      return { title: section.slice(0, end), drawn: section.slice(end + 1).trimEnd() };
    });
}

/**
 * Compares the scopes of a text with those that carets in it claim, and returns what differs.
 *
 * ```text
 * [Trust]{.claim}
 *          ^^^^^ entity.name.type.claim
 * ```
 *
 * Several scopes are separated by spaces and may be shortened at a dot; `!scope` says that it is
 * absent, `plain` that nothing of Warrant's is there.
 */
export function misplacedScopes(grammar: IGrammar, drawn: string): string[] {
  const text: string[] = [];
  const claims: { line: number; start: number; end: number; scopes: string[] }[] = [];
  for (const line of drawn.split('\n')) {
    const [, carets, scopes] = assertion.exec(line) ?? [];
    if (carets === undefined || scopes === undefined) {
      text.push(line);
    } else {
      const start = line.indexOf('^');
      const end = start + carets.length;
      claims.push({ line: text.length - 1, start, end, scopes: scopes.split(' ') });
    }
  }
  if (claims.length === 0) throw new Error(`no carets in ${drawn}`);
  const found = scopesOf(grammar, text.join('\n'));
  return claims.flatMap(({ line, start, end, scopes }) => {
    const places = (found[line] ?? []).slice(start, end);
    if (places.length < end - start) return [`carets beyond “${text[line] ?? ''}”`];
    const wrong = places.findIndex((here) => !scopes.every((scope) => holds(here, scope)));
    if (wrong < 0) return [];
    const place = `“${text[line] ?? ''}” at ${start + wrong}`;
    return [`${place}: ${places[wrong]?.join(' ') ?? ''} is not ${scopes.join(' ')}`];
  });
}

function holds(here: readonly string[], scope: string): boolean {
  if (scope === 'plain') return !here.some((one) => one.endsWith('.warrant'));
  if (scope.startsWith('!')) return !holds(here, scope.slice(1));
  return here.some((one) => `${one}.`.startsWith(`${scope}.`));
}
