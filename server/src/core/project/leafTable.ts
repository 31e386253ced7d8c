import type { LiveFacts } from '../model';
import { Change, Derived, isTracking, type NodeOwner } from '../reactive';
import type { SyntaxBlock } from '../syntax';
import { LeafIndex, type PlacedLeaf, type Search } from './leafIndex';
import { leafWords, leafWordsOfMany } from './leafWords';
import type { Project, TextQuestion } from './project';

/** The blocks of text in which something may stand, for each question that was asked, kept up to date block by block. */
export class LeafTable {
  readonly #project: Project;
  readonly #questions = new Map<TextQuestion, Asked>();

  constructor(project: Project) {
    this.#project = project;
  }

  /** The blocks of text in which what a question asks for under a key may stand, in no order. */
  leavesWith(question: TextQuestion, key: string): Iterable<PlacedLeaf> {
    let asked = this.#questions.get(question);
    if (!asked) this.#questions.set(question, (asked = new Asked(question, this.#project)));
    return asked.leavesOf(key);
  }

  /** Takes over what an edit has changed in a file. */
  update(facts: LiveFacts, added: readonly SyntaxBlock[], removed: readonly SyntaxBlock[]): void {
    for (const asked of this.#questions.values()) asked.update(facts, added, removed);
  }

  /** Lets go of all that the searches were read from. */
  forget(): void {
    for (const asked of this.#questions.values()) asked.forget();
  }
}

/** What is kept for one question. */
class Asked implements NodeOwner<string> {
  readonly #project: Project;
  /** The same object as long as it looks for the same, so that who asks is not told of another one. */
  readonly #search: Derived<Search | undefined>;
  #last: Search | undefined;
  /** A search that is made anew but looks for the same leaves what was found as it is. */
  #index: LeafIndex | undefined;
  readonly #changes = new Map<string, Change<string>>();

  constructor(question: TextQuestion, project: Project) {
    this.#project = project;
    this.#search = new Derived(() => {
      const search = question.searchOf(project);
      return search?.signature === this.#last?.signature ? this.#last : (this.#last = search);
    });
  }

  leavesOf(key: string): Iterable<PlacedLeaf> {
    const search = this.#search.value;
    if (!search) return [];
    if (isTracking()) this.#changeOf(key).track();
    return this.#indexFor(search).leavesOf(key);
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
    for (const key of keys) this.#changes.get(key)?.announce();
  }

  unread(key: string): void {
    this.#changes.delete(key);
  }

  forget(): void {
    this.#search.forget();
  }

  #changeOf(key: string): Change<string> {
    let change = this.#changes.get(key);
    if (!change) this.#changes.set(key, (change = new Change(this, key)));
    return change;
  }

  #indexFor(search: Search): LeafIndex {
    const known = this.#index;
    if (known?.signature === search.signature) return known;
    if (known) {
      known.turnTo(search, this.#all());
      return known;
    }
    const leaves = new LeafIndex(search);
    for (const { uri, facts } of this.#project.files) {
      for (const block of facts.current.blocks) {
        for (const leaf of block.leaves) leaves.add(uri, leaf, leafWordsOfMany(leaf));
      }
    }
    return (this.#index = leaves);
  }

  *#all(): Iterable<PlacedLeaf> {
    for (const { uri, facts } of this.#project.files) {
      for (const { leaves } of facts.current.blocks) for (const leaf of leaves) yield { uri, leaf };
    }
  }
}
