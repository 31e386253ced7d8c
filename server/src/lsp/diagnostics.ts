import type { Connection, Diagnostic } from 'vscode-languageserver';
import { normalizeUri, type Project, type Workspace } from '../core/project';
import type { Finding } from '../core/rules';
import type { LineIndex } from '../core/text/lineIndex';
import type { Context } from './context';
import { linesOf } from './context';
import { describe, type Judge } from './judge';
import { toDiagnostic } from './toProto';
import type { TrackedProjects } from './tracked';

/** An open document as the client names and counts it. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
}

/** What the publisher needs besides the context. */
export interface PublisherOptions {
  readonly connection: Connection;
  readonly tracked: TrackedProjects;
  readonly judge: Judge;
  /** The open document with a URI in the spelling of the core. */
  readonly openDocument: (uri: string) => OpenDocument | undefined;
  /** Where a rule is documented. */
  readonly documentation: (rule: string) => string | undefined;
  /** Milliseconds from the last change to the check. */
  readonly debounce: number;
  /** Called after each check. */
  readonly onChecked: () => void;
}

/**
 * Pushes diagnostics for every file of every tracked project, and only those that changed. Edits in quick succession
 * are judged once, so that an opening fence does not make a hundred squiggles flash.
 */
export class DiagnosticsPublisher {
  readonly #context: Context;
  readonly #options: PublisherOptions;
  /** What was last published, by URI, as JSON. */
  readonly #published = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #revision = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(context: Context, options: PublisherOptions) {
    this.#context = context;
    this.#options = options;
  }

  /** Asks for a check soon; with `delay` 0 as soon as what is running has ended. */
  schedule(delay = this.#options.debounce): void {
    this.#revision++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(() => this.#check());
    }, delay);
  }

  /** Stops; nothing is published any more. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#revision++;
  }

  async #check(): Promise<void> {
    const revision = this.#revision;
    try {
      const projects = await this.#options.tracked.all();
      const diagnostics = await this.#diagnose(projects);
      // Edited meanwhile: the offsets are those of an older text, and another check is on its way.
      if (revision !== this.#revision) return;
      await this.#publish(diagnostics);
    } catch (error) {
      this.#context.logger.error(`the check failed: ${describe(error)}`);
    }
    this.#options.onChecked();
  }

  async #diagnose(projects: readonly Project[]): Promise<Map<string, Diagnostic[]>> {
    const { judge, documentation } = this.#options;
    const byUri = new Map<string, Diagnostic[]>();
    const seen = new Set<string>();
    for (const project of projects) {
      const findings = judge.findings(project);
      const lines = await indexLines(this.#context.workspace, project, findings);
      for (const finding of findings) {
        const diagnostic = toDiagnostic(finding, (uri) => lines.get(uri), documentation);
        if (!diagnostic) continue;
        const { uri } = finding.place;
        // Single files may share a warrant.yaml: what is wrong with it is said once.
        const key = JSON.stringify([uri, diagnostic]);
        if (seen.has(key)) continue;
        seen.add(key);
        const list = byUri.get(uri);
        if (list) list.push(diagnostic);
        else byUri.set(uri, [diagnostic]);
      }
    }
    return byUri;
  }

  async #publish(diagnostics: ReadonlyMap<string, Diagnostic[]>): Promise<void> {
    const { connection, openDocument } = this.#options;
    for (const uri of new Set([...this.#published.keys(), ...diagnostics.keys()])) {
      const list = diagnostics.get(uri) ?? [];
      const json = JSON.stringify(list);
      if (json === (this.#published.get(uri) ?? '[]')) continue;
      if (list.length === 0) this.#published.delete(uri);
      else this.#published.set(uri, json);
      const open = openDocument(uri);
      await connection.sendDiagnostics({
        uri: open?.uri ?? uri,
        ...(open ? { version: open.version } : {}),
        diagnostics: list,
      });
    }
  }
}

/** The line index of every file that the findings name. */
export async function indexLines(
  workspace: Workspace,
  project: Project,
  findings: readonly Finding[],
): Promise<Map<string, LineIndex>> {
  const uris = new Set(
    findings.flatMap(({ place, related }) => [place.uri, ...related.map((one) => one.place.uri)]),
  );
  return indexLinesOf(workspace, project, uris);
}

/** The line index of each file; files that cannot be read are left out. */
export async function indexLinesOf(
  workspace: Workspace,
  project: Project,
  uris: Iterable<string>,
): Promise<Map<string, LineIndex>> {
  const lines = new Map<string, LineIndex>();
  for (const uri of uris) {
    const index = await linesOf(workspace, project, normalizeUri(uri));
    if (index) lines.set(uri, index);
  }
  return lines;
}
