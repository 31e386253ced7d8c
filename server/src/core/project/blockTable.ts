import { KeyedSignals, untracked } from '../reactive';
import type { SyntaxBlock } from '../syntax';
import type { BlockQuestion, Project, ProjectFile } from './project';

/** What the blocks of all files that take part hold, for each question that was asked, kept up to date block by block. */
export class BlockTable {
  readonly #project: Project;
  readonly #asked = new Map<BlockQuestion, Held>();

  constructor(project: Project) {
    this.#project = project;
  }

  /** Whether some block holds what a question asks for under a key. */
  holds(question: BlockQuestion, key: string): boolean {
    let held = this.#asked.get(question);
    if (!held) {
      held = new Held(question, this.#project);
      this.#asked.set(question, held);
      for (const file of this.#project.files) held.add(file, file.facts.current.blocks);
    }
    return held.has(key);
  }

  /** Takes over what an edit has changed in a file. */
  update(file: ProjectFile, added: readonly SyntaxBlock[], removed: readonly SyntaxBlock[]): void {
    for (const held of this.#asked.values()) {
      held.delete(removed);
      held.add(file, added);
    }
  }
}

class Held {
  readonly #question: BlockQuestion;
  readonly #project: Project;
  readonly #keys = new Map<SyntaxBlock, readonly string[]>();
  readonly #counts = new Map<string, number>();
  readonly #known = new KeyedSignals<string, boolean>((key) => this.#counts.has(key));

  constructor(question: BlockQuestion, project: Project) {
    this.#question = question;
    this.#project = project;
  }

  has(key: string): boolean {
    return this.#known.get(key);
  }

  add(file: ProjectFile, blocks: readonly SyntaxBlock[]): void {
    if (!file.participates) return;
    untracked(() => {
      for (const block of blocks) {
        const keys = this.#question.keysIn(block, file, this.#project);
        if (keys.length === 0) continue;
        this.#keys.set(block, keys);
        for (const key of keys) this.#count(key, 1);
      }
    });
  }

  delete(blocks: readonly SyntaxBlock[]): void {
    for (const block of blocks) {
      for (const key of this.#keys.get(block) ?? []) this.#count(key, -1);
      this.#keys.delete(block);
    }
  }

  #count(key: string, change: number): void {
    const count = (this.#counts.get(key) ?? 0) + change;
    if (count > 0) this.#counts.set(key, count);
    else this.#counts.delete(key);
    this.#known.refresh(key);
  }
}
