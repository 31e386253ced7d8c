import type { Search } from './leafIndex';
import type { Project, TextQuestion } from './project';

const questions: TextQuestion[] = [];

/**
 * Makes a question to the text. There are few of them, made once, and all are known: so a text that is asked once is read
 * once for all of them.
 */
export function textQuestion<T extends Search>(
  searchOf: (project: Project) => T | undefined,
): TextQuestion<T> {
  const question = { searchOf };
  questions.push(question);
  return question;
}

/** All questions that there are. */
export function allTextQuestions(): readonly TextQuestion[] {
  return questions;
}
