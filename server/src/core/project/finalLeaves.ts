import type { PlacedLeaf, Search } from './leafIndex';
import type { LeafQuestions } from './leafTable';
import { passingWords } from './leafWords';
import type { Project, TextQuestion } from './project';
import { allTextQuestions } from './textQuestion';

/** The answers for a project that is asked once: its text is read once for all questions, and its words are not kept. */
export class FinalLeaves implements LeafQuestions {
  readonly #project: Project;
  #answers: ReadonlyMap<TextQuestion, Answer> | undefined;

  constructor(project: Project) {
    this.#project = project;
  }

  leavesWith(question: TextQuestion, key: string): Iterable<PlacedLeaf> {
    this.#answers ??= answersIn(this.#project);
    return this.#answers.get(question)?.leaves.get(key) ?? NONE;
  }

  update(): void {
    this.forget();
  }

  forget(): void {
    this.#answers = undefined;
  }
}

/** What is looked for for one question, and in which blocks of text it may stand under each key. */
interface Answer {
  readonly search: Search;
  readonly leaves: Map<string, PlacedLeaf[]>;
}

function answersIn(project: Project): ReadonlyMap<TextQuestion, Answer> {
  const answers = new Map<TextQuestion, Answer>();
  for (const question of allTextQuestions()) {
    const search = question.searchOf(project);
    if (search) answers.set(question, { search, leaves: new Map() });
  }
  const all = [...answers.values()];
  if (all.length === 0) return answers;
  for (const { uri, facts } of project.files) {
    for (const block of facts.current.blocks) {
      for (const leaf of block.leaves) {
        const words = passingWords(leaf);
        let placed: PlacedLeaf | undefined;
        for (const { search, leaves } of all) {
          for (const key of search.keysIn(words)) {
            const known = leaves.get(key);
            placed ??= { uri, leaf };
            if (known) known.push(placed);
            else leaves.set(key, [placed]);
          }
        }
      }
    }
  }
  return answers;
}

const NONE: readonly PlacedLeaf[] = [];
