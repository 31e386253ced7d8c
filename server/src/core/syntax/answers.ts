import type { Facts } from './facts';
import type { ReferenceTable } from './references';

/**
 * What a block is told by others: what its references mean, which notes there are, which of its own are referred to, and
 * the numbers of the examples that its citations name. A block that is told the same reads the same.
 */
export function answersTo(facts: Facts, table: ReferenceTable): readonly unknown[] {
  const answers: unknown[] = [];
  collect(facts, table, answers);
  return answers;
}

function collect(facts: Facts, table: ReferenceTable, answers: unknown[]): void {
  for (const { label } of facts.ownUses ?? none) {
    answers.push(table.definition(label) ?? table.isDefined(label));
  }
  for (const label of facts.ownNoteReferences ?? none) answers.push(table.hasNote(label));
  for (const { key } of facts.ownCitations ?? none) answers.push(table.exampleNumber(key));
  for (const { key } of table.overriddenEntries(facts)) answers.push(key);
  for (const note of facts.ownNotes ?? none) {
    answers.push(table.isReferred(note));
    collect(note.facts, table, answers);
  }
}

const none: readonly never[] = [];
