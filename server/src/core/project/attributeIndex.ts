import { KeyedSignals } from '../reactive';
import type { LiveElement } from './liveElement';

/**
 * The elements that have an attribute, or have it with a certain text. A list is kept for each question that was asked,
 * since few are.
 */
export class AttributeIndex {
  readonly #elements: () => readonly LiveElement[];
  readonly #compare: (a: LiveElement, b: LiveElement) => number;
  readonly #asked = new Map<string, Question>();
  readonly #answers = new KeyedSignals<string, readonly LiveElement[]>((key) =>
    [...(this.#asked.get(key)?.holders ?? [])].sort(this.#compare),
  );

  constructor(
    elements: () => readonly LiveElement[],
    compare: (a: LiveElement, b: LiveElement) => number,
  ) {
    this.#elements = elements;
    this.#compare = compare;
  }

  /** The elements that have an attribute, in the manuscript's order; with a text, those that have it with just that. */
  get(name: string, text?: string): readonly LiveElement[] {
    const key = text === undefined ? name : `${name}=${text}`;
    if (!this.#asked.has(key)) {
      const question = { name, text, holders: new Set<LiveElement>() };
      for (const element of this.#elements())
        if (has(element, question)) question.holders.add(element);
      this.#asked.set(key, question);
    }
    return this.#answers.get(key);
  }

  /** Takes note that an element is new, or says something else now. */
  update(element: LiveElement): void {
    for (const [key, question] of this.#asked) {
      const isHolder = has(element, question);
      if (isHolder === question.holders.has(element)) continue;
      if (isHolder) question.holders.add(element);
      else question.holders.delete(element);
      this.#answers.refresh(key);
    }
  }

  /** Takes note that an element is gone. */
  delete(element: LiveElement): void {
    for (const [key, { holders }] of this.#asked) {
      if (holders.delete(element)) this.#answers.refresh(key);
    }
  }
}

interface Question {
  readonly name: string;
  readonly text: string | undefined;
  readonly holders: Set<LiveElement>;
}

function has({ currentAttributes }: LiveElement, { name, text }: Question): boolean {
  return currentAttributes.some(
    (attribute) => attribute.name === name && (text === undefined || attribute.text === text),
  );
}
