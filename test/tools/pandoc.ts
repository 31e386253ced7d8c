/**
 * The real Pandoc (3.10, as WebAssembly): the reference that the tests measure against.
 * One instance serves a test file; it has its own file system and reaches neither disk nor network.
 */

/** What to run Pandoc with. */
export interface PandocOptions {
  /** Reader with extensions; `markdown` if left out. */
  readonly from?: string;
  /** Writer with extensions, such as `html`, `latex`, `json`, `native`. */
  readonly to: string;
  /** Lua filters as source text, or the name of a built-in filter (`citeproc`), in order. */
  readonly filters?: readonly string[];
  /** Files that the document or an option names (bibliographies, images). */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Further options, with the names of a Pandoc defaults file (`standalone`, `bibliography`). */
  readonly defaults?: Readonly<Record<string, unknown>>;
}

/** Pandoc refused: the message is what it printed. */
export class PandocError extends Error {
  override readonly name = 'PandocError';
}

const outputFile = 'output.bin';

/** The built-in filters that Pandoc knows by name. */
const builtInFilters: ReadonlySet<string> = new Set(['citeproc']);

/** Conversions share one file system, so they run one after another. */
let previous: Promise<unknown> = Promise.resolve();

async function run(text: string, options: PandocOptions, binary: boolean): Promise<Uint8Array> {
  const { convert } = await import('pandoc-wasm');
  const files: Record<string, string | Blob> = {};
  for (const [name, content] of Object.entries(options.files ?? {})) {
    files[name] = typeof content === 'string' ? content : new Blob([new Uint8Array(content)]);
  }
  const filters = (options.filters ?? []).map((filter, index) => {
    if (builtInFilters.has(filter)) return filter;
    const name = `filter-${String(index)}.lua`;
    files[name] = filter;
    return name;
  });
  const result = await convert(
    {
      ...options.defaults,
      from: options.from ?? 'markdown',
      to: options.to,
      filters,
      ...(binary ? { 'output-file': outputFile } : {}),
    },
    text,
    files,
  );
  // Warnings go elsewhere: what stands in stderr as an error ended the run.
  if (/^ERROR:/m.test(result.stderr)) throw new PandocError(result.stderr.trim());
  if (!binary) return new TextEncoder().encode(result.stdout);
  const output = result.files[outputFile];
  if (!(output instanceof Blob)) throw new PandocError(`no output for ${options.to}`);
  return new Uint8Array(await output.arrayBuffer());
}

function enqueue(text: string, options: PandocOptions, binary: boolean): Promise<Uint8Array> {
  const next = previous.then(() => run(text, options, binary));
  previous = next.catch(() => undefined);
  return next;
}

/**
 * What Pandoc makes of a text, in a textual format.
 *
 * @throws {@link PandocError} with Pandoc's own message.
 */
export async function pandoc(text: string, options: PandocOptions): Promise<string> {
  return new TextDecoder().decode(await enqueue(text, options, false));
}

/**
 * What Pandoc makes of a text, in a binary format such as `docx`.
 *
 * @throws {@link PandocError} with Pandoc's own message.
 */
export async function pandocBytes(text: string, options: PandocOptions): Promise<Uint8Array> {
  return enqueue(text, options, true);
}

/** The version of Pandoc that runs, such as `3.10`. */
export async function pandocVersion(): Promise<string> {
  const { query } = await import('pandoc-wasm');
  return String(query({ query: 'version' }));
}
