import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Location,
  Position,
  Range,
  TextEdit as ProtoEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/src/shared/protocol';
import { LineIndex } from '../../server/src/core/text/lineIndex';
import { applyEdits } from '../../server/src/core/text/textEdit';
import { drawRanges, readFixture } from '../tools/fixture';
import type { Files } from '../tools/project';
import { StdioClient } from '../tools/stdioClient';

/** Capabilities of a client that takes all that navigation may answer with. */
const CAPABLE: ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};

/**
 * Files on disk of which one holds a caret `‸`: that one is open in a client of the built server, the others are not.
 */
export class Navigator {
  readonly client: StdioClient;
  /** The files without marks. */
  readonly files: Files;
  readonly #folder: string;
  readonly #at: { readonly path: string; readonly position: Position } | undefined;

  private constructor(
    client: StdioClient,
    folder: string,
    files: Files,
    at: { readonly path: string; readonly position: Position } | undefined,
  ) {
    this.client = client;
    this.files = files;
    this.#folder = folder;
    this.#at = at;
  }

  /**
   * @param options what the client says of itself beyond its capabilities
   * @param settings those of the author, by section; without them, the client cannot be asked
   */
  static async start(
    marked: Files,
    capabilities = CAPABLE,
    options: InitializationOptions = {},
    settings?: Readonly<Record<string, unknown>>,
  ): Promise<Navigator> {
    const folder = await mkdtemp(path.join(tmpdir(), 'warrant-navigation-'));
    const files: Record<string, string> = {};
    let at: { path: string; position: Position } | undefined;
    for (const [name, content] of Object.entries(marked)) {
      const { text, carets } = readFixture(content);
      files[name] = text;
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
      const [caret] = carets;
      if (caret !== undefined) at = { path: name, position: new LineIndex(text).positionAt(caret) };
    }
    const folders = [pathToFileURL(folder).toString()];
    const client = await StdioClient.start({
      folders,
      capabilities,
      options,
      ...(settings ? { settings } : {}),
    });
    const navigator = new Navigator(client, folder, files, at);
    if (at) await client.open(navigator.uriOf(at.path), files[at.path] ?? '');
    return navigator;
  }

  /** The URI of a file. */
  uriOf(name: string): string {
    return pathToFileURL(path.join(this.#folder, name)).toString();
  }

  /** The document with the caret. */
  get document() {
    if (!this.#at) throw new Error('no caret in the fixture');
    return { textDocument: { uri: this.uriOf(this.#at.path) } };
  }

  /** The place of the caret. */
  get caret() {
    if (!this.#at) throw new Error('no caret in the fixture');
    return { ...this.document, position: this.#at.position };
  }

  /** The words of a range in the file with the caret. */
  words(range: Range): string {
    const text = this.files[this.#at?.path ?? ''] ?? '';
    const { start, end } = offsets(text, range);
    return text.slice(start, end);
  }

  /** The places drawn into the files that hold any. */
  draw(places: readonly Location[]): Files {
    const drawn: Record<string, string> = {};
    for (const [name, text] of Object.entries(this.files)) {
      const own = places.filter(({ uri }) => uri === this.uriOf(name));
      const ranges = own.map(({ range }) => offsets(text, range));
      if (own.length > 0) drawn[name] = drawRanges(text, ranges);
    }
    return drawn;
  }

  /** What an edit makes of the files that it changes. */
  edited(edit: WorkspaceEdit | null): Files {
    const changes: [string, readonly ProtoEdit[]][] = Object.entries(edit?.changes ?? {});
    for (const change of edit?.documentChanges ?? []) {
      if ('edits' in change) changes.push([change.textDocument.uri, change.edits as ProtoEdit[]]);
    }
    const edited: Record<string, string> = {};
    for (const [name, text] of Object.entries(this.files)) {
      const own = changes.filter(([uri]) => uri === this.uriOf(name)).flatMap(([, list]) => list);
      const edits = own.map(({ range, newText }) => ({ range: offsets(text, range), newText }));
      if (own.length > 0) edited[name] = applyEdits(text, edits);
    }
    return edited;
  }

  async stop(): Promise<void> {
    await this.client.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function offsets(text: string, { start, end }: Range) {
  const lines = new LineIndex(text);
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}
