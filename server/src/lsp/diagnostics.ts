import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Pace } from '../core/ports';
import type { Project } from '../core/project';
import type { Finding } from '../core/rules';
import { shownMeanwhile, type ChangedFile, type ReplacedLines } from './calm';
import { clientFiles, type ClientFiles, type Context } from './context';
import type { FarReadings } from './farReading';
import { HoldBack } from './holdBack';
import type { Judge } from './judge';
import { describe } from './logger';
import { isSameDiagnostic, toDiagnostic } from './toProto';
import type { Progress } from './progress';
import type { TrackedProjects } from './tracked';

/** What was last sent about a file. */
interface Sent {
  /** The URI as the client spelt it then. */
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the publisher needs besides the context. */
export interface PublisherOptions {
  readonly connection: Connection;
  readonly tracked: TrackedProjects;
  readonly judge: Judge;
  readonly pace: Pace;
  readonly progress: Progress;
  readonly readings: FarReadings;
  /** The version of an open document, by its URI in the spelling of the core. */
  readonly versionOf: (uri: string) => number | undefined;
  /** Where a rule is documented. */
  readonly documentation: (rule: string) => string | undefined;
  /** Milliseconds from the last edit to the check. With 0, nothing is held back either. */
  readonly debounce: number;
  /** Called after each check. */
  readonly onChecked: () => void;
}

/** An author who types without a pause sees what has changed after so many debounces (1 s). */
const LONGEST_WAIT = 5;

const NOTHING: readonly Diagnostic[] = [];

/**
 * Pushes diagnostics for every file of every tracked project, and only those that changed. Only files whose findings or
 * places may have changed are looked at. Edits in quick succession are judged once; see `holdBack` for what waits longer.
 * URIs are those of the core.
 */
export class DiagnosticsPublisher {
  readonly #context: Context;
  readonly #options: PublisherOptions;
  /** What the client has; a file without diagnostics is left out. */
  readonly #sent = new Map<string, Sent>();
  /** What there was to say when nothing was held back; a file without diagnostics is left out. */
  readonly #whole = new Map<string, readonly Diagnostic[]>();
  /** The other files that the diagnostics of a file speak of. */
  readonly #related = new Map<string, ReadonlySet<string>>();
  /** The files that each project has had findings in. */
  #projects = new Map<Project, Set<string>>();
  /** Files whose diagnostics may not be those that the client has. */
  readonly #pending = new Set<string>();
  readonly #holdBack: HoldBack;
  #isDisposed = false;
  /** When the first of what waits for a check was asked for. */
  #waitingSince: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #revision = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(context: Context, options: PublisherOptions) {
    this.#context = context;
    this.#options = options;
    this.#holdBack = new HoldBack(options);
  }

  /** Takes note that the text of a file is another one, or the client's name for it, and asks for a check at once. */
  changed(uri: string): void {
    this.touched(uri);
    this.schedule(0);
  }

  /** Takes note that a file may be another one, so that places in it have moved. */
  touched(uri: string): void {
    this.#pending.add(uri);
    for (const [file, others] of this.#related) if (others.has(uri)) this.#pending.add(file);
  }

  /** Takes note of an edit, and asks for a check when the author pauses. */
  edited(uri: string, lines: ReplacedLines): void {
    this.touched(uri);
    this.#holdBack.edited(uri, lines);
    this.recheck();
  }

  /** Asks for a check soon; with `delay` 0 as soon as what is running has ended. Nothing is held back then. */
  schedule(delay = this.#options.debounce): void {
    this.#holdBack.release();
    this.recheck(delay);
  }

  /** Asks for a check soon, of which something may be held back. */
  recheck(delay = this.#options.debounce): void {
    const now = performance.now();
    this.#waitingSince ??= now;
    const longest = this.#waitingSince + LONGEST_WAIT * this.#options.debounce - now;
    this.#schedule(Math.max(0, Math.min(delay, longest)));
  }

  /** Stops; nothing is published any more. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#revision++;
    this.#isDisposed = true;
  }

  #schedule(delay: number): void {
    if (this.#isDisposed) return;
    this.#revision++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(() => this.#check());
    }, delay);
  }

  async #check(): Promise<void> {
    const revision = this.#revision;
    try {
      const projects = await this.#options.progress.during(() => this.#prepare());
      if (!projects || !(await this.#publishJudged(projects, revision))) return;
      await this.#checkClosed(projects);
    } catch (error) {
      this.#context.logger.error(`the check failed: ${describe(error)}`);
      this.#options.onChecked();
    }
  }

  /** Checks what is open, and publishes what has changed; false where another check is on its way. */
  async #publishJudged(projects: readonly Project[], revision: number): Promise<boolean> {
    this.#judge(projects);
    if (this.#holdBack.mayHold) {
      const files = await this.#filesOf(this.#pending);
      // Changed meanwhile: another check is on its way, and finds what is pending.
      if (revision !== this.#revision) return false;
      await this.#publish(files);
    } else if (!(await this.#publishInSlices(revision))) {
      return false;
    }
    this.#options.onChecked();
    return true;
  }

  /** What is closed comes after what the author looks at. */
  async #checkClosed(projects: readonly Project[]): Promise<void> {
    const { judge, pace } = this.#options;
    // What is held back has asked for a check of its own by now.
    const revision = this.#revision;
    for (const project of projects) {
      if (!(await judge.checkClosed(project, pace, () => revision === this.#revision))) return;
    }
    if (projects.some((project) => judge.hasChanges(project))) {
      await this.#publishJudged(projects, revision);
    }
  }

  /** Loads and checks what is new, with pauses; nothing where a check will follow or nobody waits any more. */
  async #prepare(): Promise<readonly Project[] | undefined> {
    const { tracked, judge, pace, progress } = this.#options;
    for (;;) {
      const revision = this.#revision;
      const projects = await tracked.all();
      for (const project of projects) {
        // What an edit has put together anew need not be checked as it was.
        if (this.#projects.has(project) || revision !== this.#revision) continue;
        await judge.prepare(project, pace, (done, all) => progress.files('checked', done, all));
      }
      if (this.#isDisposed) return undefined;
      // An edit in one of the pauses may have put a project together anew.
      if (revision === this.#revision) return projects;
    }
  }

  /** Checks the projects; what may have changed is pending then. */
  #judge(projects: readonly Project[]): void {
    const before = this.#projects;
    this.#projects = new Map(
      projects.map((project) => [project, before.get(project) ?? new Set()]),
    );
    for (const [project, uris] of before) {
      if (!this.#projects.has(project)) for (const uri of uris) this.#pending.add(uri);
    }
    for (const [project, uris] of this.#projects) {
      const changed = this.#options.judge.changedFiles(project);
      // A project that was known to others before it was tracked.
      const isNew = !before.has(project);
      const known = isNew ? this.#options.judge.allFindings(project) : [];
      for (const uri of [...changed, ...known.map(({ place }) => place.uri)]) {
        uris.add(uri);
        this.#pending.add(uri);
      }
    }
  }

  /** All findings of a file, project by project. */
  *#findings(uri: string): Iterable<readonly Finding[]> {
    for (const [project, uris] of this.#projects) {
      if (uris.has(uri)) yield this.#options.judge.findingsOf(project, uri);
    }
  }

  async #filesOf(uris: Iterable<string>): Promise<ClientFiles> {
    const wanted = new Set<string>();
    for (const uri of uris) {
      for (const finding of [...this.#findings(uri)].flat()) {
        wanted.add(finding.place.uri);
        for (const { place } of finding.related) wanted.add(place.uri);
      }
    }
    return clientFiles(this.#context, [...this.#projects.keys()], wanted);
  }

  #diagnose(uri: string, files: ClientFiles): readonly Diagnostic[] {
    const list: Diagnostic[] = [];
    const related = new Set<string>();
    let isFirst = true;
    for (const findings of this.#findings(uri)) {
      const start = list.length;
      for (const finding of findings) {
        const diagnostic = toDiagnostic(finding, files, this.#options.documentation);
        if (!diagnostic) continue;
        // Single files may share a warrant.yaml: what is wrong with it is said once.
        const isSaid =
          !isFirst && list.slice(0, start).some((known) => isSameDiagnostic(known, diagnostic));
        if (isSaid) continue;
        list.push(diagnostic);
        for (const { place } of finding.related) if (place.uri !== uri) related.add(place.uri);
      }
      isFirst = false;
    }
    if (related.size > 0) this.#related.set(uri, related);
    else this.#related.delete(uri);
    return list;
  }

  /**
   * Sends file by file, so that requests are answered in between.
   * @returns false where something has changed meanwhile: another check is on its way, and finds what is still pending
   */
  async #publishInSlices(revision: number): Promise<boolean> {
    const { pace } = this.#options;
    for (const uri of [...this.#pending]) {
      if (pace.isDue()) await pace.pause();
      const files = await this.#filesOf([uri]);
      if (revision !== this.#revision) return false;
      const diagnostics = this.#diagnose(uri, files);
      this.#keepWhole(uri, diagnostics);
      this.#pending.delete(uri);
      await Promise.all(this.#send(uri, diagnostics));
      if (revision !== this.#revision) return false;
    }
    this.#holdBack.allShown(true);
    this.#waitingSince = undefined;
    return true;
  }

  #keepWhole(uri: string, diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length > 0) this.#whole.set(uri, diagnostics);
    else this.#whole.delete(uri);
  }

  /** Sends all at once: an edit that came in between would give old diagnostics the new version. */
  async #publish(files: ClientFiles): Promise<void> {
    const changed = new Map<string, ChangedFile>();
    for (const uri of this.#pending) {
      const before = this.#whole.get(uri) ?? NOTHING;
      const after = this.#diagnose(uri, files);
      changed.set(uri, { before, after, edited: this.#holdBack.linesOf(uri) });
    }
    const time = this.#holdBack.timeFor(changed.values());
    this.#waitingSince = undefined;
    const sent: Promise<void>[] = [];
    for (const [uri, file] of changed) {
      sent.push(...this.#send(uri, time > 0 ? shownMeanwhile(file) : file.after));
      if (time === 0) this.#keepWhole(uri, file.after);
    }
    if (time > 0) this.#schedule(time);
    else this.#pending.clear();
    await Promise.all(sent);
  }

  /** Sends what there is to say of a file, unless the client knows it. */
  #send(known: string, diagnostics: readonly Diagnostic[]): Promise<void>[] {
    const uri = this.#context.spelling(known);
    const before = this.#sent.get(known);
    const sent: Promise<void>[] = [];
    if (before && before.uri !== uri) {
      sent.push(this.#options.connection.sendDiagnostics({ uri: before.uri, diagnostics: [] }));
    } else if (isSame(before?.diagnostics ?? NOTHING, diagnostics)) {
      return sent;
    }
    if (diagnostics.length === 0) this.#sent.delete(known);
    else this.#sent.set(known, { uri, diagnostics });
    const version = this.#options.versionOf(known);
    sent.push(
      this.#options.connection.sendDiagnostics({
        uri,
        ...(version === undefined ? {} : { version }),
        diagnostics: [...diagnostics],
      }),
    );
    return sent;
  }
}

function isSame(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index];
      return other !== undefined && isSameDiagnostic(one, other);
    })
  );
}
