import type { Block, ContentTag, Piece } from './content';
import { chooserOf, sentence, TERMS, type Chooser } from './prose';
import { randomSource } from '../../conformance/soup';

/** Where a paper's names come from. */
export interface PaperOptions {
  readonly seed?: number;
  /** Put before every id, so that several files can stand in one project. */
  readonly prefix?: string;
  /** Whether it defines the constructs; a later file of a project only uses them. */
  readonly defines?: boolean;
  /** Put before the ids of another file; some claims refer to what stands there. */
  readonly neighbour?: string;
}

/**
 * The chapters of a made-up process paper, as many as are asked for; the same options give the same paper. It is tagged
 * about as densely as a real one, a tag in a thousand characters: each chapter tells of one mechanism and its four
 * steps, with claims, the evidence that carries them, and constructs that its prose uses. A few things are missing.
 */
export function* chapters(options: PaperOptions = {}): Generator<readonly Block[]> {
  const choose = chooserOf(randomSource(options.seed ?? 1));
  for (let number = 1; ; number++) yield new Chapter(number, options, choose).blocks();
}

const ITEMS = [
  'who was there, and who had sent word',
  'what had been promised the last time',
  'which of the open points could be closed',
  'what was to be said to the insurer',
] as const;

const STAGES = ['Being told', 'Learning to look', 'The shock', 'What stayed'] as const;

/** One chapter of about twelve thousand characters, with twelve tags. */
class Chapter {
  readonly #number: number;
  readonly #prefix: string;
  readonly #neighbour: string | undefined;
  readonly #choose: Chooser;
  /** The term that this chapter defines. */
  readonly #term: string | undefined;
  readonly #terms: readonly string[];

  constructor(
    number: number,
    { prefix = '', defines = true, neighbour }: PaperOptions,
    choose: Chooser,
  ) {
    this.#number = number;
    this.#prefix = prefix;
    this.#neighbour = neighbour;
    this.#choose = choose;
    this.#term = defines ? TERMS[number - 1] : undefined;
    this.#terms = defines ? TERMS.slice(0, number) : TERMS;
  }

  blocks(): Block[] {
    const number = this.#number;
    return [
      { heading: `Yard ${number}: from order to habit`, level: 1 },
      { paragraph: [...this.#prose(3), ...this.#construct(), ...this.#prose(3)] },
      { paragraph: [...this.#prose(2), ...this.#mechanism(), ...this.#prose(3)] },
      ...[1, 2, 3, 4].flatMap((step) => this.#section(step)),
    ];
  }

  #section(step: number): Block[] {
    const number = this.#number;
    const blocks: Block[] = [
      {
        heading: `Phase ${step}: ${STAGES[step - 1] ?? ''} (yard ${number})`,
        level: 2,
        tag: this.#tag(
          'step',
          `${step}`,
          { of: [this.#id('m')] },
          { n: `${step}`, activity: 'meeting' },
        ),
      },
      { paragraph: this.#prose(7) },
    ];
    if (step === 1) blocks.push({ items: ITEMS });
    if (step < 4) {
      blocks.push({ paragraph: [...this.#prose(3), ...this.#claim(step), ...this.#prose(3)] });
      blocks.push(this.#evidence(step));
    } else {
      blocks.push(this.#table());
    }
    const note = {
      note: `The minutes of yard ${number} for phase ${step} are lost.`,
      number: number * 10 + step,
    };
    blocks.push({ paragraph: [...this.#prose(4), note, ' ', ...this.#prose(4)] });
    return blocks;
  }

  #construct(): Piece[] {
    const term = this.#term;
    if (term === undefined) {
      const known = this.#terms[this.#number % this.#terms.length] ?? '';
      const tag = this.#tag('construct', '', { ref: [constructId(known)] }, {});
      return ['Here as elsewhere, ', { tagged: known, tag: { ...tag, id: '' } }, ' was at stake. '];
    }
    const tag = this.#tag('construct', '', {}, { term });
    return [
      {
        tagged: `By ${term} we mean what people in a yard like this one do for one another unasked`,
        tag: { ...tag, id: constructId(term) },
      },
      '. ',
    ];
  }

  #mechanism(): Piece[] {
    const tag = this.#tag(
      'mechanism',
      '',
      {},
      {
        term: `path of yard ${this.#number}`,
        trigger: 'an order from above',
        // What an author forgets, in one chapter of eight.
        ...(this.#number % 8 === 0 ? {} : { outcome: 'a habit of visiting' }),
        activities: 'visiting; asking; rewriting',
        scope: 'firms on one site',
      },
    );
    return ['What happened can be told as ', { tagged: 'a path from order to habit', tag }, '. '];
  }

  #claim(step: number): Piece[] {
    const number = this.#number;
    const evidence = [this.#id('e', step)];
    if (step === 2 && this.#neighbour !== undefined) evidence.push(`${this.#neighbour}e-1-1`);
    const premises = step === 3 ? { from: [this.#id('c', 1), this.#id('c', 2)] } : {};
    const isGap = step === 1 && number % 5 === 0;
    const links = { ...(isGap ? {} : { evidence }), ...premises, mechanism: [this.#id('m')] };
    const tag = this.#tag('claim', `${step}`, links, step === 2 ? { qualifier: 'probable' } : {});
    const text = `In yard ${number} the members came to do in phase ${step} what no contract asked of them`;
    return [{ tagged: text, tag }, '. '];
  }

  #evidence(step: number): Block {
    const source = `i${String(1 + this.#choose.below(40)).padStart(2, '0')}`;
    const attributes = { source, loc: `min ${1 + this.#choose.below(70)}` };
    const isOrphan = this.#number % 11 === 0 && step === 3;
    const tag = this.#tag(
      'evidence',
      `${step}`,
      isOrphan ? { supports: [this.#id('c', 3)] } : {},
      attributes,
    );
    const year = 1990 + this.#choose.below(30);
    return {
      quotation: `“Nobody told us to, not in ${year}. You go there once, you look at how it’s done, and you don’t forget it (yard ${this.#number}, ${step}).”`,
      tag,
    };
  }

  #table(): Block {
    const row = (name: string) => [
      name,
      String(this.#choose.below(90)),
      String(this.#choose.below(90)),
    ];
    return {
      rows: [['Firm', 'visits', 'reports'], row('scaffolding'), row('cranes'), row('insulation')],
      caption: `Visits and reports in yard ${this.#number}`,
    };
  }

  #prose(sentences: number): Piece[] {
    return Array.from({ length: sentences }, () => sentence(this.#choose, this.#terms)).flat();
  }

  #tag(
    kind: ContentTag['kind'],
    part: string,
    links: ContentTag['links'],
    attributes: ContentTag['attributes'],
  ): ContentTag {
    return { kind, id: this.#id(kind.charAt(0), part), links, attributes };
  }

  #id(kind: string, part: number | string = ''): string {
    return `${this.#prefix}${kind}-${this.#number}${part === '' ? '' : `-${part}`}`;
  }
}

function constructId(term: string): string {
  return `k-${term.replaceAll(' ', '-')}`;
}
