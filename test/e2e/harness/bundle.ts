import { readdir } from 'node:fs/promises';
import path from 'node:path';
import * as esbuild from 'esbuild';

/** What to bundle, and for whom. */
export interface TestBundle {
  /** `suite` runs inside the extension host, `ui` in Node beside the browser. */
  readonly kind: 'suite' | 'ui';
  /** The extension host that runs a `suite`. */
  readonly host: 'node' | 'web';
  /** Print results for people instead of for the harness. */
  readonly readable?: boolean;
  /** Runs only the tests whose full name contains this text (`suite`; `ui` takes it at its start). */
  readonly filter?: string | undefined;
  readonly outfile: string;
}

/**
 * Bundles all `*.test.ts` of `test/e2e/suite` or `test/e2e/ui` to one file that exports `run`.
 *
 * @param e2e the folder `test/e2e`.
 * @throws esbuild's `BuildFailure`.
 */
export async function bundleTests(
  e2e: string,
  { kind, host, readable = false, filter, outfile }: TestBundle,
): Promise<void> {
  const names = await readdir(path.join(e2e, kind), { recursive: true });
  const files = names
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => `  () => import(${JSON.stringify(`./${kind}/${name.replaceAll('\\', '/')}`)}),`);
  const list = `[\n${files.join('\n')}\n]`;
  const contents =
    kind === 'suite'
      ? `import { runInHost } from './harness/inHost';
         export const run = () => runInHost(${list}, ${JSON.stringify({ host, readable, filter })});`
      : `import { runMocha } from './harness/mochaRun';
         export const run = (options) => runMocha(${list}, options);`;
  await esbuild.build({
    stdin: { contents, resolveDir: e2e, sourcefile: `${kind}.ts`, loader: 'ts' },
    outfile,
    bundle: true,
    sourcemap: 'inline',
    legalComments: 'none',
    logLevel: 'warning',
    ...(host === 'web'
      ? {
          platform: 'browser' as const,
          format: 'cjs' as const,
          external: ['vscode'],
          plugins: [workerModules(path.join(e2e, 'harness/worker'))],
          define: { 'process.env.NODE_ENV': '"test"' },
        }
      : {
          platform: 'node' as const,
          target: 'node20',
          packages: 'external' as const,
          format: kind === 'suite' ? ('cjs' as const) : ('esm' as const),
        }),
  });
}

/** Replaces what does not exist in a web worker. */
function workerModules(folder: string): esbuild.Plugin {
  const replacements: Record<string, string> = {
    mocha: path.join(folder, 'mocha.ts'),
    'node:assert/strict': path.join(folder, 'assert.ts'),
  };
  return {
    name: 'worker-modules',
    setup(build) {
      build.onResolve({ filter: /^(mocha|node:assert\/strict)$/ }, ({ path: name }) => ({
        path: replacements[name] ?? name,
      }));
    },
  };
}
