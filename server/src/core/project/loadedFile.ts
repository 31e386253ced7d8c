import { isSameFrontMatter, readFrontMatter, type FrontMatterConfig } from '../config';
import { LiveFacts, type FactsChange, type Vocabulary } from '../model';
import { LiveDocument, type DocumentChange, type SyntaxDocument } from '../syntax';
import type { TextEdit } from '../text/textEdit';

/** What an edit of a file means for the projects that hold it. */
export interface FileChange {
  /** Whether it may belong to other projects now, or to the same ones in another way: these must be put together anew. */
  readonly reshapes: boolean;
  /** The change in the facts, once for each vocabulary that is in use. */
  readonly facts: readonly FactsChange[];
}

/** A manuscript that was read, and that may be edited. */
export class LoadedFile {
  readonly uri: string;
  /** Whether its bytes were no clean text: then it must be read again, not edited. */
  readonly isFaulty: boolean;
  readonly #live: LiveDocument;
  #frontMatter: FrontMatterConfig;
  readonly #facts = new Map<Vocabulary, LiveFacts>();

  constructor(uri: string, text: string, isFaulty: boolean) {
    this.uri = uri;
    this.isFaulty = isFaulty;
    this.#live = new LiveDocument(text);
    this.#frontMatter = readFrontMatter(uri, this.#live.document);
  }

  get document(): SyntaxDocument {
    return this.#live.document;
  }

  /** The whole text, which is put together when it is asked for. */
  get text(): string {
    return this.document.text;
  }

  get frontMatter(): FrontMatterConfig {
    return this.#frontMatter;
  }

  /** The facts, read with a vocabulary. */
  factsWith(vocabulary: Vocabulary): LiveFacts {
    let facts = this.#facts.get(vocabulary);
    if (!facts) {
      facts = new LiveFacts(this.uri, this.document, vocabulary);
      this.#facts.set(vocabulary, facts);
    }
    return facts;
  }

  /** Forgets facts that no project holds any more. */
  keepFacts(isUsed: (facts: LiveFacts) => boolean): void {
    for (const [vocabulary, facts] of this.#facts) {
      if (!isUsed(facts)) this.#facts.delete(vocabulary);
    }
  }

  /** Edits the text. Offsets are those before any of the edits. */
  edit(edits: readonly TextEdit[]): FileChange {
    const syntax = this.#live.edit(edits);
    const { document } = this;
    let reshapes = this.isFaulty || changesIncludes(syntax);
    if (syntax.frontMatterChanged) {
      const frontMatter = readFrontMatter(this.uri, document);
      if (!isSameFrontMatter(this.#frontMatter, frontMatter)) {
        this.#frontMatter = frontMatter;
        reshapes = true;
      }
    }
    const facts = [...this.#facts.values()].map((known) => {
      const { tagged } = known;
      const change = known.update(document, syntax);
      if (known.tagged !== tagged) reshapes = true;
      return change;
    });
    return { reshapes, facts };
  }
}

function changesIncludes({ removedBlocks, addedBlocks }: DocumentChange): boolean {
  return [...removedBlocks, ...addedBlocks].some(({ includes }) => includes.length > 0);
}
