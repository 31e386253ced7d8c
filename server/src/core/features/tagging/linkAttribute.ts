import type { Kind } from '../../model';

/** Whether evidence is for or against what it is linked to. */
export type Stance = 'for' | 'against';

/** By the kind that bears the attribute, then by the kind that is named: for, and where there is one, against. */
const ATTRIBUTES: Readonly<
  Record<Kind, Readonly<Partial<Record<Kind, readonly [pro: string, contra?: string]>>>>
> = {
  claim: {
    evidence: ['evidence', 'against'],
    claim: ['from'],
    mechanism: ['mechanism'],
    step: ['mechanism'],
    construct: ['constructs'],
  },
  evidence: {
    claim: ['supports', 'challenges'],
    mechanism: ['supports', 'challenges'],
    step: ['supports', 'challenges'],
  },
  mechanism: {
    evidence: ['evidence', 'against'],
    mechanism: ['parts'],
    construct: ['instantiates'],
  },
  step: {
    evidence: ['evidence', 'against'],
    mechanism: ['of'],
    step: ['after'],
  },
  construct: { construct: ['parent'] },
};

/** The attribute by which a tag of one kind names an element of another; nothing where it has none. */
export function linkAttribute(bearer: Kind, named: Kind, stance: Stance): string | undefined {
  const [pro, contra] = ATTRIBUTES[bearer][named] ?? [];
  return stance === 'for' ? pro : contra;
}

/** The kinds that an element of a kind can be linked to, at either end, the most usual first. */
export function linkableKinds(kind: Kind): readonly Kind[] {
  const own = Object.keys(ATTRIBUTES[kind]) as Kind[];
  const others = (Object.keys(ATTRIBUTES) as Kind[]).filter(
    (other) => !own.includes(other) && ATTRIBUTES[other][kind],
  );
  return [...own, ...others];
}
