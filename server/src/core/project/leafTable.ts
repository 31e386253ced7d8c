import type { LiveFacts } from '../model';
import { Change, isTracking, type NodeOwner, Watcher, type WatchQueue } from '../reactive';
import type { SyntaxBlock } from '../syntax';
import { LeafIndex, type PlacedLeaf, type PlacedLeaves, type Search } from './leafIndex';
import { leafWords, leafWordsOfMany } from './leafWords';
import type { Project, TextQuestion } from './project';

/** The blocks of text in which something may stand, for each question. */
export interface LeafQuestions {
  /** The blocks of text in which what a question asks for under a key may stand, in no order. */
  leavesWith(question: TextQuestion, key: string): Iterable<PlacedLeaf>;
  /** Takes over what an edit has changed in a file. */
  update(facts: LiveFacts, added: readonly SyntaxBlock[], removed: readonly SyntaxBlock[]): void;
  /** Lets go of all that was read. */
  forget(): void;
}

/** The answers for a project that may be edited, for each question that was asked: kept up to date block by block. */
export class LeafTable implements LeafQuestions {
  readonly #project: Project;
  readonly #queue: WatchQueue;
  readonly #questions = new Map<TextQuestion, Asked>();

  /** @param queue where it waits that something else may be looked for now */
  constructor(project: Project, queue: WatchQueue) {
    this.#project = project;
    this.#queue = queue;
  }

  leavesWith(question: TextQuestion, key: string): Iterable<PlacedLeaf> {
    let asked = this.#questions.get(question);
    if (!asked) {
      asked = new Asked(question, this.#project, this.#queue);
      this.#questions.set(question, asked);
    }
    return asked.leavesOf(key);
  }

  update(facts: LiveFacts, added: readonly SyntaxBlock[], removed: readonly SyntaxBlock[]): void {
    for (const asked of this.#questions.values()) asked.update(facts, added, removed);
  }

  forget(): void {
    for (const asked of this.#questions.values()) asked.forget();
  }
}

/** What is kept for one question. Who asks under one key need not hear that something else is looked for under others. */
class Asked implements NodeOwner<string> {
  readonly #question: TextQuestion;
  readonly #project: Project;
  readonly #queue: WatchQueue;
  /** Reads what is to be looked for. */
  #reader: Watcher | undefined;
  #search: Search | undefined;
  /** A search that is made anew but looks for the same leaves what was found as it is. */
  #index: LeafIndex | undefined;
  readonly #changes = new Map<string, Change<string>>();

  constructor(question: TextQuestion, project: Project, queue: WatchQueue) {
    this.#question = question;
    this.#project = project;
    this.#queue = queue;
  }

  leavesOf(key: string): Iterable<PlacedLeaf> {
    if (!this.#reader) {
      this.#reader = new Watcher(this.#queue, () => this.#turn(), false);
      this.#reader.run();
    }
    if (isTracking()) this.#changeOf(key).track();
    return this.#search ? this.#indexFor(this.#search).leavesOf(key) : [];
  }

  update(facts: LiveFacts, added: readonly SyntaxBlock[], removed: readonly SyntaxBlock[]): void {
    const leaves = this.#index;
    if (!leaves) return;
    const keys = new Set<string>();
    for (const block of removed) {
      for (const leaf of block.leaves) for (const key of leaves.remove(leaf)) keys.add(key);
    }
    for (const block of added) {
      for (const leaf of block.leaves) {
        for (const key of leaves.add(facts.uri, leaf, leafWords(leaf))) keys.add(key);
      }
    }
    this.#announce(keys);
  }

  unread(key: string): void {
    this.#changes.delete(key);
  }

  forget(): void {
    this.#reader?.dispose();
    this.#reader = undefined;
    this.#search = undefined;
    this.#index = undefined;
  }

  /** Finds out what is to be looked for now. */
  #turn(): void {
    const search = this.#question.searchOf(this.#project);
    const before = this.#search;
    if (search?.signature === before?.signature) return;
    this.#search = search;
    if (search && this.#index && this.#changes.size > 0) {
      this.#announce(this.#index.turnTo(search, this.#all()));
      return;
    }
    // It is made anew when somebody asks.
    this.#index = undefined;
    this.#announce([...this.#changes.keys()]);
  }

  #announce(keys: Iterable<string>): void {
    for (const key of keys) this.#changes.get(key)?.announce();
  }

  #changeOf(key: string): Change<string> {
    let change = this.#changes.get(key);
    if (!change) this.#changes.set(key, (change = new Change(this, key)));
    return change;
  }

  #indexFor(search: Search): LeafIndex {
    if (this.#index) return this.#index;
    const leaves = new LeafIndex(search);
    for (const { uri, leaves: own } of this.#all()) {
      for (const leaf of own) leaves.add(uri, leaf, leafWordsOfMany(leaf));
    }
    return (this.#index = leaves);
  }

  *#all(): Iterable<PlacedLeaves> {
    for (const { uri, facts } of this.#project.files) {
      for (const { leaves } of facts.current.blocks) yield { uri, leaves };
    }
  }
}
