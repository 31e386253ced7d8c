import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { FEATURES } from '../../server/src/core/cues/features';
import { SUGGESTED } from '../../server/src/core/cues/lexicon';
import type { Weights } from '../../server/src/core/cues/weights';

/** Weights below that are left out. */
const LEAST = 0.05;

/** Writes learned weights into the file that the suggestions read; its other parts stay. */
export function writeWeights(weights: Weights, root: string): void {
  const file = path.join(root, 'server/src/core/cues/weights.json');
  const before = z.looseObject({}).parse(JSON.parse(readFileSync(file, 'utf8')));
  const labels = Object.fromEntries(
    SUGGESTED.map((label) => {
      const named = FEATURES.map((name, at) => [name, round(weights[label][at] ?? 0)] as const);
      return [label, Object.fromEntries(named.filter(([, weight]) => Math.abs(weight) >= LEAST))];
    }),
  );
  writeFileSync(file, `${JSON.stringify({ ...before, labels }, undefined, 2)}\n`);
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}
