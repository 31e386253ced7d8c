import ignore, { type Ignore } from 'ignore';
import path from 'node:path';
import picomatch from 'picomatch';
import { URI } from 'vscode-uri';
import { isConfigFile, isManuscript, type Workspace } from '../core/project';
import { otherFormat } from './otherFormat';
import { FileSystemError } from '../core/ports';
import { UsageError, type Environment } from './environment';
import { STDIN, type StdinFile } from './stdin';

/** A file that the command was asked to look at. */
export interface Input {
  readonly uri: string;
  /** As messages and JSON name it: relative to the current folder where it stands below it. */
  readonly name: string;
}

/**
 * The files that paths, folders and patterns name, each once, in the order given. A folder means its Markdown files and
 * its `warrant.yaml`, less what `.gitignore` leaves out and what tools put there.
 * @param stdin what `-` among the paths stands for
 * @throws UsageError when a path names nothing, or all of them files in formats that are not read.
 */
export async function collectInputs(
  paths: readonly string[],
  workspace: Workspace,
  environment: Environment,
  stdin?: StdinFile,
): Promise<Input[]> {
  const inputs = new Map<string, Input>();
  const add = (uri: string, name = displayName(uri, environment.cwd)): void => {
    if (!inputs.has(uri)) inputs.set(uri, { uri, name });
  };
  const others: string[] = [];
  for (const given of paths) {
    if (given === STDIN && stdin) {
      if (stdin.otherFormat === undefined) add(stdin.uri, stdin.name);
      else others.push(`${stdin.name}: ${stdin.otherFormat}`);
      continue;
    }
    const uri = URI.file(path.resolve(environment.cwd, given)).toString();
    const found = await lookUp(uri, environment);
    switch (found.type) {
      case 'file': {
        const other = otherFormat(uri, found.bytes);
        if (other === undefined) add(uri);
        else others.push(`${given}: ${other}`);
        break;
      }
      case 'directory': {
        const below = await filesBelow(uri, workspace, environment);
        if (!below.some(isManuscript)) {
          environment.stderr.write(`warrant: ${given}: there is no Markdown file in this folder\n`);
        }
        for (const one of below) add(one);
        break;
      }
      case 'none':
        for (const one of await matching(given, workspace, environment)) add(one);
    }
  }
  const [first] = others;
  if (first !== undefined && inputs.size === 0) throw new UsageError(first);
  // Whoever names many files, as a hook does, wants the manuscripts among them checked.
  for (const other of new Set(others))
    environment.stderr.write(`warrant: ${other}; it was left out\n`);
  return [...inputs.values()];
}

/** A URI as a path for people: relative to the current folder where it stands below it. */
export function displayName(uri: string, cwd: string): string {
  const file = URI.parse(uri).fsPath;
  const relative = path.relative(cwd, file);
  const below = relative !== '' && !/^\.\.(?:[/\\]|$)/.test(relative) && !path.isAbsolute(relative);
  return (below ? relative : file).replaceAll(path.sep, '/');
}

type Found =
  { readonly type: 'file'; readonly bytes: Uint8Array } | { readonly type: 'directory' | 'none' };

async function lookUp(uri: string, { fileSystem }: Environment): Promise<Found> {
  try {
    await fileSystem.readDirectory(uri);
    return { type: 'directory' };
  } catch {
    try {
      return { type: 'file', bytes: await fileSystem.readFile(uri) };
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'not-found') return { type: 'none' };
      throw new UsageError(error instanceof Error ? error.message : String(error));
    }
  }
}

async function matching(
  pattern: string,
  workspace: Workspace,
  environment: Environment,
): Promise<string[]> {
  const { base, glob, isGlob } = picomatch.scan(pattern.replace(/^\.\//, ''));
  if (!isGlob) throw new UsageError(`${pattern}: there is no such file or folder`);
  const matches = picomatch(glob);
  const root = URI.file(path.resolve(environment.cwd, base));
  const found = (await filesBelow(root.toString(), workspace, environment)).filter((uri) =>
    matches(path.relative(root.fsPath, URI.parse(uri).fsPath).replaceAll(path.sep, '/')),
  );
  if (found.length === 0) throw new UsageError(`${pattern}: no Markdown file matches`);
  return found;
}

async function filesBelow(
  folder: string,
  workspace: Workspace,
  environment: Environment,
): Promise<string[]> {
  const uris = await workspace.filesIn(folder);
  const ignored = new IgnoreFiles(environment);
  const kept: string[] = [];
  for (const uri of uris) {
    if ((isManuscript(uri) || isConfigFile(uri)) && !(await ignored.covers(uri))) kept.push(uri);
  }
  return kept;
}

/** The `.gitignore` files between a file and the top of its repository. */
class IgnoreFiles {
  readonly #environment: Environment;
  readonly #rules = new Map<string, Promise<Ignore | undefined>>();
  readonly #tops = new Map<string, Promise<boolean>>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  async covers(uri: string): Promise<boolean> {
    const file = URI.parse(uri).fsPath;
    for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
      const rules = await this.#rulesOf(folder);
      const relative = path.relative(folder, file).replaceAll(path.sep, '/');
      const verdict = rules?.test(relative);
      if (verdict?.ignored) return true;
      // What a nearer .gitignore takes back in (`!keep.md`) stays in.
      if (verdict?.unignored) return false;
      if (path.dirname(folder) === folder || (await this.#isTop(folder))) return false;
    }
  }

  #rulesOf(folder: string): Promise<Ignore | undefined> {
    let rules = this.#rules.get(folder);
    if (!rules) {
      rules = this.#environment.fileSystem
        .readFile(URI.file(path.join(folder, '.gitignore')).toString())
        .then((bytes) => ignore().add(new TextDecoder().decode(bytes)))
        .catch(() => undefined);
      this.#rules.set(folder, rules);
    }
    return rules;
  }

  #isTop(folder: string): Promise<boolean> {
    let isTop = this.#tops.get(folder);
    if (!isTop) {
      const git = URI.file(path.join(folder, '.git')).toString();
      const { fileSystem } = this.#environment;
      const exists = (reading: Promise<unknown>): Promise<boolean> =>
        reading.then(
          () => true,
          () => false,
        );
      // In a worktree it is a file.
      isTop = exists(fileSystem.readDirectory(git)).then(
        (is) => is || exists(fileSystem.readFile(git)),
      );
      this.#tops.set(folder, isTop);
    }
    return isTop;
  }
}
