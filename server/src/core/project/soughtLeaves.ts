import type { PlacedLeaf, Search } from './leafIndex';
import type { LeafQuestions } from './leafTable';
import type { Project, TextQuestion } from './project';
import { SoughtReader } from './soughtReading';

/** The answers for a project that is asked once: its text is read once for all that is going to be asked. */
export class SoughtLeaves implements LeafQuestions {
  readonly #project: Project;
  readonly #expected = new Set<TextQuestion>();
  /** For each question that was answered, the blocks of text by their key. */
  readonly #answers = new Map<TextQuestion, ReadonlyMap<string, readonly PlacedLeaf[]>>();

  constructor(project: Project) {
    this.#project = project;
  }

  leavesWith(question: TextQuestion, key: string): Iterable<PlacedLeaf> {
    if (!this.#answers.has(question)) this.#read(question);
    return this.#answers.get(question)?.get(key) ?? NONE;
  }

  expect(questions: readonly TextQuestion[]): void {
    for (const question of questions) this.#expected.add(question);
  }

  update(): void {
    this.forget();
  }

  forget(): void {
    this.#answers.clear();
  }

  #read(question: TextQuestion): void {
    const searches: { readonly search: Search; readonly answer: Map<string, PlacedLeaf[]> }[] = [];
    for (const one of this.#expected.add(question)) {
      if (this.#answers.has(one)) continue;
      const answer = new Map<string, PlacedLeaf[]>();
      this.#answers.set(one, answer);
      const search = one.searchOf(this.#project);
      if (search) searches.push({ search, answer });
    }
    if (searches.length === 0) return;
    const reader = new SoughtReader(searches.map(({ search }) => search.sought));
    for (const { uri, facts } of this.#project.files) {
      for (const { leaves } of facts.current.blocks) {
        for (const leaf of leaves) {
          const words = reader.wordsIn(leaf);
          if (!words) continue;
          for (const { search, answer } of searches) {
            for (const key of search.keysIn(words)) put(answer, key, { uri, leaf });
          }
        }
      }
    }
  }
}

function put(answer: Map<string, PlacedLeaf[]>, key: string, placed: PlacedLeaf): void {
  const leaves = answer.get(key);
  if (leaves) leaves.push(placed);
  else answer.set(key, [placed]);
}

const NONE: readonly PlacedLeaf[] = [];
