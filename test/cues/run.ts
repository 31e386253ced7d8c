import process from 'node:process';
import { SUGGESTED } from '../../server/src/core/cues/lexicon';
import { readOptions } from '../tools/commandLine';
import { judgedBy, kappa, readLabelledTwice } from './agreement';
import { HALVES, readGold, readGoldFiles, type Half } from './gold';
import { crossValidate, judgedFrom, learn, Learner, type Guess } from './learn';
import { figures, figuresByKind, isRight, judge, kindOf } from './measure';
import type { Figures, Judged, Share } from './measure';
import { TIERS } from '../../server/src/core/cues/weights';
import { study } from './study';
import { writeWeights } from './writeWeights';

const usage = `npm run cues -- [options]

  --misses     the sentences of the development half that were missed or taken for something else
  --learn      learns the weights anew from the development half, and writes them
  --cross      how good the weights are for hands from which they were not learned, by what chance a hint needs
  --agreement  how far a second annotator agrees with the first, and with what was learned without the hand, by the same measure
  --held-out   the totals of the held-out half as well; for the last measurement only`;

function main(): void {
  const { values } = readOptions({
    options: {
      misses: { type: 'boolean', default: false },
      learn: { type: 'boolean', default: false },
      cross: { type: 'boolean', default: false },
      agreement: { type: 'boolean', default: false },
      'held-out': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  if (values.agreement) {
    printAgreement();
    return;
  }
  if (values.learn || values.cross) {
    const studied = study(readGold('development', process.cwd()));
    const learner = new Learner(studied);
    if (values.cross) printCurves(learner);
    if (values.learn) writeWeights(learn(learner), studied, process.cwd());
    return;
  }
  for (const half of HALVES) {
    if (half === 'held-out' && !values['held-out']) continue;
    const judged = judge(readGold(half, process.cwd()));
    for (const language of new Set(judged.map((one) => one.language))) {
      print(
        half,
        language,
        judged.filter((one) => one.language === language),
      );
    }
    print(half, 'all', judged);
    // Whoever has seen a sentence of the other half has used it up.
    if (values.misses && half === 'development') for (const one of judged) printMiss(one);
  }
}

function print(half: Half, language: string, judged: readonly Judged[]): void {
  const head = ['precision', 'recall', 'signalled only'].map((one) => one.padStart(18)).join('');
  console.log(`\n${`${half}, ${language}`.padEnd(22)}${head}`);
  const labels = half === 'development' || language !== 'all' ? SUGGESTED : [];
  for (const label of labels) row(label, figures(judged, label));
  row('total', figures(judged));
  row('total, by kind', figuresByKind(judged));
}

/** The chances from which on something might be suggested; among them the one that is asked for. */
const CHANCES = [...new Set([0.3, 0.4, 0.5, 0.6, TIERS.first, 0.7, 0.8, 0.9])].sort(
  (a, b) => a - b,
);

/** Precision and recall for each hand by weights learned from others, from each chance on. */
function printCurves(learner: Learner): void {
  const { learned, full } = crossValidate(learner);
  printCurve('phrases that occur in another passage', learned);
  printCurve('all phrases', full);
}

function printCurve(what: string, guesses: readonly Guess[]): void {
  console.log(`\ncross-validation by hand, with ${what}`);
  const head = ['precision', 'recall', 'signalled only', 'by kind: precision', 'recall'];
  console.log('chance'.padEnd(8) + head.map((one) => one.padStart(20)).join(''));
  for (const chance of CHANCES) {
    const judged = judgedFrom(guesses, chance);
    const [strict, byKind] = [figures(judged), figuresByKind(judged)];
    const cells = [strict.precision, strict.recall, strict.signalled];
    const all = [...cells, byKind.precision, byKind.recall].map((one) => cell(one).padStart(20));
    console.log(chance.toFixed(2).padEnd(8) + all.join(''));
  }
}

/** What one annotator reaches when judged by the other: more is not to be had by any detector. */
function printAgreement(): void {
  const files = readGoldFiles('development', process.cwd());
  const labelled = readLabelledTwice(files, process.cwd());
  const head = ['precision', 'recall', 'signalled only'].map((one) => one.padStart(18)).join('');
  const both = (name: string, judged: readonly Judged[]): void => {
    row(name, figures(judged));
    row('… by kind', figuresByKind(judged));
  };
  console.log(`\n${`${labelled.length} sentences`.padEnd(22)}${head}`);
  both('second by first', judgedBy(labelled, 'first'));
  both('first by second', judgedBy(labelled, 'second'));
  const { learned } = crossValidate(new Learner(study([...files.values()].flat())));
  const secondOf = new Map(labelled.map(({ first, second }) => [first, second]));
  const guesses = learned.filter(({ entry }) => secondOf.has(entry));
  both('detector by first', judgedFrom(guesses, TIERS.first));
  both(
    'detector by second',
    judgedFrom(
      guesses.map((one) => ({ ...one, entry: secondOf.get(one.entry) ?? one.entry })),
      TIERS.first,
    ),
  );
  console.log('\nBy label, the second judged by the first');
  const judged = judgedBy(labelled, 'first');
  for (const label of SUGGESTED) row(label, figures(judged, label));
  console.log(
    `\nCohen’s kappa: labels ${kappa(labelled, (label) => label).toFixed(3)}, kinds ${kappa(
      labelled,
      (label) => kindOf(label) ?? '',
    ).toFixed(
      3,
    )}, whether there is one ${kappa(labelled, (label) => String(kindOf(label) !== undefined)).toFixed(3)}`,
  );
}

function row(name: string, { precision, recall, signalled }: Figures): void {
  console.log(name.padEnd(22) + [precision, recall, signalled].map(cell).join(''));
}

function cell({ right, of }: Share): string {
  const share = of === 0 ? '–' : (right / of).toFixed(3);
  return `${share} ${`${right}/${of}`.padStart(8)}`.padStart(18);
}

function printMiss({ language, entry, suggestions }: Judged): void {
  const isWanted = SUGGESTED.some((label) => label === entry.label);
  const right = suggestions.filter(({ label }) => isRight(entry, label));
  if (right.length === suggestions.length && (right.length > 0 || !isWanted)) return;
  const label = [entry.label, ...(entry.also ?? []).map((one) => `(${one})`)].join(' ');
  const flag = entry.unsignalled === true ? ' unsignalled' : '';
  const made = suggestions.map((one) => `${one.label} by “${one.phrase}”`).join(', ') || 'nothing';
  console.log(`${language} ${label}${flag} ← ${made}\n   ${entry.text}`);
}

main();
