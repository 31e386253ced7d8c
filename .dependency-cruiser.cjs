// Which part may import which. Imports run one way, from the faces to the core.

/**
 * The layers of the core, lowest first. Parts that share a line do not import one another.
 * @type {readonly (readonly string[])[]}
 */
const layers = [
  ['text', 'reactive'],
  ['syntax'],
  ['model'],
  ['config'],
  ['project'],
  // The types of what features find out and exports draw: those two do not import each other.
  ['figures'],
  ['sources'],
  ['cues', 'rules', 'review'],
  ['features', 'exports'],
];

const core = '^server/src/core/';

/** One rule for each part: it imports nothing that stands above it or beside it. */
const layerRules = layers.flatMap((parts, level) =>
  parts.map((part) => {
    const beside = parts.filter((other) => other !== part);
    const forbidden = [...beside, ...layers.slice(level + 1).flat()];
    return {
      name: `core-${part}-imports-downwards`,
      comment: `Of the core, ${part} may import only the layers below it.`,
      severity: 'error',
      from: { path: `${core}${part}/` },
      to: { path: `${core}(${forbidden.join('|') || '(?!)'})/` },
    };
  }),
);

/** The editor's interface: a module without a package, found by its types. */
const editor = '^vscode$|node_modules/@types/vscode/';

const languageServerPackages = 'node_modules/vscode-(languageserver|languageclient|jsonrpc)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: editor },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'What is imported stands in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: editor },
    },
    {
      name: 'no-development-packages',
      comment: 'What is shipped is a dependency.',
      severity: 'error',
      from: { path: '^(client|server)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: editor },
    },
    ...layerRules,
    {
      name: 'core-is-self-contained',
      comment: 'The core knows neither a protocol nor an editor nor the command line.',
      severity: 'error',
      from: { path: core },
      to: { path: '^(client|server/src/(?!core/))' },
    },
    {
      name: 'core-is-pure',
      comment: 'The core runs in Node and in a web worker; what acts is injected.',
      severity: 'error',
      from: { path: core },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-has-no-editor',
      severity: 'error',
      from: { path: core },
      to: { path: `${editor}|${languageServerPackages}` },
    },
    {
      name: 'shared-is-types',
      comment: 'The protocol is all that client and server share; it imports nothing at run time.',
      severity: 'error',
      from: { path: '^server/src/shared/' },
      to: { dependencyTypesNot: ['type-only'], pathNot: '^server/src/shared/' },
    },
    {
      name: 'server-has-no-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: `^client/|${editor}` },
    },
    {
      name: 'only-lsp-speaks-the-protocol',
      severity: 'error',
      from: { path: '^server/src/', pathNot: '^server/src/(lsp/|shared/)' },
      to: { path: languageServerPackages },
    },
    {
      name: 'faces-are-apart',
      comment:
        'The command line starts the server (`warrant lsp`) but the server knows no command.',
      severity: 'error',
      from: { path: '^server/src/lsp/' },
      to: { path: '^server/src/(cli/|main\\.)' },
    },
    {
      name: 'web-has-no-node',
      comment: 'What both worlds run imports no built-in of Node.',
      severity: 'error',
      from: {
        path: '^(client|server)/src/',
        pathNot:
          '^server/src/(cli|platform)/|^server/src/(lsp/stdio|pdf/thread)\\.ts$|\\.node\\.ts$',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'client-shows-what-the-server-computed',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/src/(preview|panels/web/(map|matrix))/' },
      to: { path: '^server/', pathNot: '^server/src/shared/' },
    },
    {
      name: 'map-is-drawn-in-its-panel',
      comment:
        'The map is laid out, drawn and written by what the command line has; the server says what is on it.',
      severity: 'error',
      from: { path: '^client/src/panels/web/map/' },
      to: { path: '^server/', pathNot: '^server/src/(shared/|core/(figures|exports/(map|text))/)' },
    },
    {
      name: 'matrix-has-the-words-of-its-files',
      comment:
        'What a cell is called is the same for who listens to the panel as in an exported file.',
      severity: 'error',
      from: { path: '^client/src/panels/web/matrix/' },
      to: { path: '^server/', pathNot: '^server/src/(shared/|core/exports/matrix/words\\.ts)' },
    },
    {
      name: 'panels-run-in-a-world-of-their-own',
      comment: 'A webview knows no editor; it and the extension share the types of their messages.',
      severity: 'error',
      from: { path: '^client/src/panels/web/' },
      to: { path: `${editor}|^client/src/(?!panels/(web/|messages\\.ts))` },
    },
    {
      name: 'panels-are-loaded-by-their-address',
      comment: 'What runs in a webview is a bundle of its own.',
      severity: 'error',
      from: { path: '^(client|server)/', pathNot: '^client/src/panels/web/' },
      to: { path: '^client/src/panels/web/' },
    },
    {
      name: 'preview-uses-syntax-and-model',
      comment: 'The preview renders synchronously, so it cannot ask the server.',
      severity: 'error',
      from: { path: '^client/src/preview/' },
      to: { path: '^server/', pathNot: '^server/src/(shared|core/(text|syntax|model))/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
    },
  },
};
