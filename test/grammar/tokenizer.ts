import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { grammars } from 'tm-grammars';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';
import { injectionGrammars } from '../../scripts/grammar';

const require = createRequire(import.meta.url);

/** The grammars of VS Code that manuscripts need; the languages of other code blocks are left out. */
const builtIn: ReadonlySet<string> = new Set([
  'text.html.markdown',
  'text.html.derivative',
  'text.html.basic',
  'source.yaml',
  'source.r',
]);

/** What the R Markdown grammar is to ours: the Markdown grammar under a name of its own. */
const rMarkdown: IRawGrammar = {
  scopeName: 'text.html.markdown.rmarkdown',
  patterns: [{ include: 'text.html.markdown' }],
  repository: {} as IRawGrammar['repository'],
};

/** What the Quarto grammar is to ours: it knows fenced divs, and closes one with an equal fence. */
const quarto = {
  scopeName: 'text.html.quarto',
  patterns: [{ include: '#div' }, { include: 'text.html.markdown' }],
  repository: {
    div: {
      name: 'markup.div.quarto',
      begin: '(?:^|\\G)(:{3,})(?:[ \\t]*[{\\w].*)?$',
      end: '(?:^|\\G)\\1[ \\t]*$',
      captures: { 0: { name: 'markup.heading.div.quarto' } },
      patterns: [{ include: '$self' }],
    },
    inline: { patterns: [{ include: 'text.html.markdown#inline' }] },
  },
};

async function loadGrammar(scopeName: string): Promise<IRawGrammar | null> {
  const own = injectionGrammars.find(({ grammar }) => grammar.scopeName === scopeName);
  if (own) return textmate.parseRawGrammar(JSON.stringify(own.grammar), 'warrant.json');
  if (scopeName === rMarkdown.scopeName) return rMarkdown;
  if (scopeName === quarto.scopeName) {
    return textmate.parseRawGrammar(JSON.stringify(quarto), 'quarto.json');
  }
  const shipped = grammars.find((grammar) => grammar.scopeName === scopeName);
  if (!shipped || !builtIn.has(scopeName)) return null;
  const path = require.resolve(`tm-grammars/grammars/${shipped.name}.json`);
  return textmate.parseRawGrammar(await readFile(path, 'utf8'), path);
}

/** As VS Code finds them: what is injected into `a.b` is injected into `a.b.c` as well. */
function injectionsOf(scopeName: string): string[] {
  return injectionGrammars
    .filter(({ injectTo }) => injectTo.some((host) => `${scopeName}.`.startsWith(`${host}.`)))
    .map(({ grammar }) => grammar.scopeName);
}

async function createRegistry(injects: boolean): Promise<textmate.Registry> {
  await loadOniguruma();
  const onigLib = Promise.resolve({
    createOnigScanner: (sources: string[]) => new oniguruma.OnigScanner(sources),
    createOnigString: (text: string) => new oniguruma.OnigString(text),
  });
  return new textmate.Registry({
    onigLib,
    loadGrammar,
    getInjections: (scopeName) => (injects ? injectionsOf(scopeName) : []),
  });
}

let wasm: Promise<void> | undefined;
function loadOniguruma(): Promise<void> {
  wasm ??= readFile(require.resolve('vscode-oniguruma/release/onig.wasm')).then((bytes) =>
    oniguruma.loadWASM(bytes),
  );
  return wasm;
}

/** A grammar with the tags' grammar injected, or without it for comparison. */
export async function manuscriptGrammar(
  scopeName: string,
  { injects = true } = {},
): Promise<IGrammar> {
  const registry = await createRegistry(injects);
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`no grammar for ${scopeName}`);
  return grammar;
}

/** The scopes of every character, line by line. */
export function scopesOf(grammar: IGrammar, text: string): string[][][] {
  let state = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) =>
      Array.from({ length: Math.min(endIndex, line.length) - startIndex }, () => scopes),
    );
  });
}
