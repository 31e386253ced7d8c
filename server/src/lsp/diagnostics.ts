import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Project } from '../core/project';
import { clientFiles, type Context } from './context';
import { describe, type Judge } from './judge';
import { toDiagnostic } from './toProto';
import type { TrackedProjects } from './tracked';

/** What was last said about a file. */
interface Published {
  /** The URI as the client spelt it then. */
  readonly uri: string;
  /** The diagnostics, as JSON. */
  readonly json: string;
}

/** What the publisher needs besides the context. */
export interface PublisherOptions {
  readonly connection: Connection;
  readonly tracked: TrackedProjects;
  readonly judge: Judge;
  /** The version of an open document, by its URI in the spelling of the core. */
  readonly versionOf: (uri: string) => number | undefined;
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
  /** By URI in the spelling of the core; a file without diagnostics is left out. */
  readonly #published = new Map<string, Published>();
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
      const uris = findings.flatMap(({ place, related }) => [
        place.uri,
        ...related.map((one) => one.place.uri),
      ]);
      const files = await clientFiles(this.#context, project, uris);
      for (const finding of findings) {
        const diagnostic = toDiagnostic(finding, files, documentation);
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

  /** Sends all at once: an edit that came in between would give old diagnostics the new version. */
  async #publish(diagnostics: ReadonlyMap<string, Diagnostic[]>): Promise<void> {
    const sent: Promise<void>[] = [];
    for (const known of new Set([...this.#published.keys(), ...diagnostics.keys()])) {
      const list = diagnostics.get(known) ?? [];
      const json = JSON.stringify(list);
      const uri = this.#context.spelling(known);
      const before = this.#published.get(known);
      if (json === (before?.json ?? '[]') && (!before || before.uri === uri)) continue;
      if (before && before.uri !== uri) sent.push(this.#send(before.uri, [], undefined));
      if (list.length === 0) this.#published.delete(known);
      else this.#published.set(known, { uri, json });
      sent.push(this.#send(uri, list, this.#options.versionOf(known)));
    }
    await Promise.all(sent);
  }

  #send(uri: string, diagnostics: Diagnostic[], version: number | undefined): Promise<void> {
    return this.#options.connection.sendDiagnostics({
      uri,
      ...(version === undefined ? {} : { version }),
      diagnostics,
    });
  }
}
