// Builds what is shipped: `node esbuild.mjs [--watch] [--dev] [--analyze] [--silent]`.
import { mkdir, rename, writeFile, chmod } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { thirdPartyNotices } from './scripts/lib/notices.mjs';
import { runTypeScript } from './scripts/lib/typescript.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
// Vitest, too, runs this file, and has no `import.meta.resolve`.
const require = createRequire(import.meta.url);

/** @type {import('esbuild').BuildOptions} */
const node = { platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };

/** @type {import('esbuild').BuildOptions} */
const browser = { platform: 'browser', target: 'es2022' };

/** What of the server is loaded in Node alone. */
const NODE_SIDE =
  /[\\/]server[\\/]src[\\/](?:lsp[\\/]stdio|pdf[\\/]thread|platform[\\/]\w+)\.ts$|[\\/]lib[\\/]node[\\/]\w+\.js$/;

/**
 * Runs in Node and in a web worker, so that most of what is shipped is there once. Modules of Node are left to `require`
 * where only Node comes; that anything else asks for one is an error.
 * @type {import('esbuild').BuildOptions}
 */
const nodeAndWorker = {
  ...browser,
  format: 'iife',
  plugins: [
    {
      name: 'node-side',
      setup({ onResolve }) {
        onResolve({ filter: /^[\w:/]+$/ }, ({ path: name, importer }) =>
          isBuiltin(name) && NODE_SIDE.test(importer) ? { path: name, external: true } : undefined,
        );
        onResolve({ filter: /^vscode-[\w-]+\/node$/ }, ({ path: name }) => ({
          path: require.resolve(name),
        }));
      },
    },
  ],
};

/**
 * What runs in a webview; styles go into a file beside the script.
 * @type {import('esbuild').BuildOptions}
 */
const panel = { ...browser, format: 'iife', jsx: 'automatic', jsxImportSource: 'preact' };

/**
 * One bundle each: where it starts, where it goes, how it is built.
 * @type {readonly { entry: string, outfile: string, options: import('esbuild').BuildOptions }[]}
 */
const bundles = [
  {
    entry: 'client/src/extension.node.ts',
    outfile: 'dist/extension.node.js',
    options: { ...node, external: ['vscode'] },
  },
  {
    entry: 'client/src/extension.web.ts',
    outfile: 'dist/extension.web.js',
    options: { ...browser, format: 'cjs', external: ['vscode'] },
  },
  { entry: 'client/src/preview/index.ts', outfile: 'dist/preview.js', options: node },
  { entry: 'server/src/main.ts', outfile: 'dist/server.js', options: nodeAndWorker },
  // Loaded with the first PDF.
  { entry: 'server/src/pdf/main.ts', outfile: 'dist/pdf.js', options: nodeAndWorker },
  { entry: 'client/src/panels/web/map/index.tsx', outfile: 'dist/panels/map.js', options: panel },
  {
    entry: 'client/src/panels/web/matrix/index.tsx',
    outfile: 'dist/panels/matrix.js',
    options: panel,
  },
  // The layout engine takes over the world that it runs in, so that it has one to itself.
  {
    entry: 'client/src/panels/web/map/elk.worker.ts',
    outfile: 'dist/panels/elk.worker.js',
    options: panel,
  },
  {
    entry: 'server/src/cli/main.ts',
    outfile: 'dist/cli.js',
    options: { ...node, banner: { js: '#!/usr/bin/env node' } },
  },
];

/**
 * The settings of one bundle, complete. Nothing is written by esbuild itself but in watch mode.
 * @param {(typeof bundles)[number]} bundle
 * @param {{ dev?: boolean, silent?: boolean }} mode
 * @returns {import('esbuild').BuildOptions}
 */
function settings({ entry, outfile, options }, { dev = false, silent = false }) {
  return {
    ...options,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: !dev,
    keepNames: false,
    sourcemap: dev ? 'linked' : false,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': dev ? '"development"' : '"production"' },
    logLevel: silent ? 'silent' : 'warning',
  };
}

/**
 * Replaces a file in one step, so that a process that loads it meanwhile never sees half of it.
 * @param {string} file
 * @param {Uint8Array} contents
 */
async function replace(file, contents) {
  const temporary = `${file}.${process.pid}.tmp`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(temporary, contents);
  if (file.endsWith(`${path.sep}cli.js`)) await chmod(temporary, 0o755);
  await rename(temporary, file);
}

/**
 * Builds all bundles. Nothing in `dist` changes when one of them fails.
 * @param {{ dev?: boolean, silent?: boolean, analyze?: boolean }} [mode]
 * @returns {Promise<{ file: string, bytes: number }[]>} the files of `dist`, with their sizes
 * @throws esbuild's `BuildFailure`
 */
export async function build(mode = {}) {
  const results = await Promise.all(
    bundles.map((bundle) =>
      esbuild.build({ ...settings(bundle, mode), write: false, metafile: true }),
    ),
  );
  const written = [];
  for (const result of results) {
    for (const { path: file, contents } of result.outputFiles) {
      await replace(file, contents);
      written.push({ file: path.relative(root, file), bytes: contents.byteLength });
    }
    if (mode.analyze) console.log(await esbuild.analyzeMetafile(result.metafile));
  }
  const notices = thirdPartyNotices(results.map(({ metafile }) => metafile));
  await replace(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), Buffer.from(notices));
  if ((await runTypeScript('scripts/schema.ts', [])) !== 0) {
    throw new Error('The JSON Schema of warrant.yaml could not be made.');
  }
  return written;
}

/** Rebuilds at every change until the process is ended. */
async function watch() {
  for (const bundle of bundles) {
    const context = await esbuild.context({
      ...settings(bundle, { dev: true }),
      logLevel: 'info',
    });
    await context.watch();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const flags = new Set(process.argv.slice(2));
  if (flags.has('--watch')) {
    await watch();
  } else {
    try {
      const files = await build({ dev: flags.has('--dev'), analyze: flags.has('--analyze') });
      if (!flags.has('--silent')) {
        for (const { file, bytes } of files) {
          console.log(`${file.padEnd(24)} ${(bytes / 1024).toFixed(0).padStart(6)} KB`);
        }
      }
    } catch {
      process.exitCode = 1; // esbuild has printed the errors
    }
  }
}
