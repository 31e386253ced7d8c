import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { CONTEXT } from '../../server/src/core/cues/context';
import { FEATURES } from '../../server/src/core/cues/features';
import { OUTCOMES, ROLES, type Role } from '../../server/src/core/cues/lexicon';
import type { Weights, WeightsBy } from '../../server/src/core/cues/weights';
import { PARTS, type Vocabulary } from '../../server/src/core/cues/words';
import type { Study } from './study';

/** Weights below that are left out. */
const LEAST = 0.05;

/** Writes learned weights into the files that the suggestions read; the tiers stay. */
export function writeWeights(weights: Weights, { vocabularies }: Study, root: string): void {
  const folder = path.join(root, 'server/src/core/cues');
  const file = path.join(folder, 'weights.json');
  const before = z.looseObject({}).parse(JSON.parse(readFileSync(file, 'utf8')));
  const roles = named(ROLES, FEATURES, weights.alone);
  const context = named(OUTCOMES, CONTEXT, weights.context);
  writeFileSync(file, `${JSON.stringify({ ...before, roles, context }, undefined, 2)}\n`);
  for (const [language, vocabulary] of vocabularies) {
    const lines = [...wordWeights(weights.alone, vocabulary)].map(
      ([term, parts]) => `  ${JSON.stringify(term)}: [${parts.join(', ')}]`,
    );
    writeFileSync(path.join(folder, 'words', `${language}.json`), `{\n${lines.join(',\n')}\n}\n`);
  }
}

function named<Name extends string>(
  names: readonly Name[],
  features: readonly string[],
  weights: WeightsBy<Name>,
): unknown {
  return Object.fromEntries(
    names.map((name) => {
      const all = features.map((one, at) => [one, round(weights[name][at] ?? 0)] as const);
      return [name, Object.fromEntries(all.filter(([, weight]) => Math.abs(weight) >= LEAST))];
    }),
  );
}

/** The words of a language that say something, and how much for each role, in whole parts. */
export function wordWeights(alone: WeightsBy<Role>, vocabulary: Vocabulary): Map<string, number[]> {
  const kept = new Map<string, number[]>();
  for (const [term, number] of vocabulary) {
    const weights = ROLES.map((role) => alone[role][FEATURES.length + number] ?? 0);
    if (weights.every((weight) => weight === 0)) continue;
    kept.set(
      term,
      // No part is -0, which JSON does not know.
      weights.map((weight) => Math.round(weight * PARTS) + 0),
    );
  }
  return kept;
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}
