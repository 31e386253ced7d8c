/** One example: the numbers of its features, and how much there is of each. */
export interface Example {
  readonly numbers: readonly number[];
  readonly values: readonly number[];
}

/** How a regression is held back from learning examples by heart, for each feature. */
export interface Restraint {
  /** How strongly a weight is drawn to what it is expected to be. */
  readonly strength: Float64Array;
  /** What a weight is expected to be. */
  readonly expected: Float64Array;
}

/** Examples as one matrix with few numbers in it: a row for each, one after the other. */
export interface Matrix {
  /** Where the numbers of each row begin; at the end, where they would begin next. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Steps end where the slope is so small a part of what it was. */
const STILL = 1e-4;

const MOST_STEPS = 20;

/** Where so small a part of a step still makes things worse, the goal is as near as numbers allow. */
const SHORTEST_STEP = 1e-3;

const MOST_TURNS = 60;

/** Puts examples together. */
export function matrixOf(examples: readonly Example[]): Matrix {
  const starts = new Int32Array(examples.length + 1);
  examples.forEach(({ numbers }, row) => {
    starts[row + 1] = (starts[row] ?? 0) + numbers.length;
  });
  return {
    starts,
    columns: Int32Array.from(examples.flatMap(({ numbers }) => numbers)),
    values: Float64Array.from(examples.flatMap(({ values }) => values)),
  };
}

/**
 * Logistic regression with a quadratic penalty, by Newton's method, each step of which is found by conjugate gradients. The
 * same examples give the same weights.
 * @param truths for each example whether it is one of what is looked for
 */
export function regress(
  matrix: Matrix,
  truths: readonly boolean[],
  { strength, expected }: Restraint,
): Float64Array {
  const weights = new Float64Array(strength.length);
  let first = 0;
  let cost = costOf(matrix, truths, weights, { strength, expected });
  for (let step = 0; step < MOST_STEPS; step++) {
    const sums = times(matrix, weights);
    const errors = sums.map(
      (sum, row) => (truths[row] === true ? 1 : 0) - 1 / (1 + Math.exp(-sum)),
    );
    const spread = sums.map((sum) => {
      const chance = 1 / (1 + Math.exp(-sum));
      return Math.max(chance * (1 - chance), 1e-5);
    });
    const slope = timesTransposed(matrix, errors, strength.length);
    const steepness = curvatureOf(matrix, spread, strength);
    for (let one = 0; one < slope.length; one++) {
      slope[one] =
        (slope[one] ?? 0) - (strength[one] ?? 0) * ((weights[one] ?? 0) - (expected[one] ?? 0));
    }
    const size = Math.sqrt(dot(slope, slope));
    if (step === 0) first = size;
    if (size <= STILL * first) break;
    const bend = (vector: Float64Array): Float64Array => {
      const weighed = times(matrix, vector);
      for (let row = 0; row < weighed.length; row++) {
        weighed[row] = (weighed[row] ?? 0) * (spread[row] ?? 0);
      }
      const bent = timesTransposed(matrix, weighed, vector.length);
      for (let one = 0; one < bent.length; one++) {
        bent[one] = (bent[one] ?? 0) + (strength[one] ?? 0) * (vector[one] ?? 0);
      }
      return bent;
    };
    const direction = solve(bend, steepness, slope);
    const costAt = (there: Float64Array): number =>
      costOf(matrix, truths, there, { strength, expected });
    const better = stepTowards(direction, { weights, cost }, costAt);
    if (!better) break;
    weights.set(better.weights);
    cost = better.cost;
  }
  return weights;
}

/** Weights, and what they cost. */
interface Standing {
  readonly weights: Float64Array;
  readonly cost: number;
}

/** As much of a step as makes nothing worse: far from the goal, a whole one may lead beyond it. Nothing where none does. */
function stepTowards(
  direction: Float64Array,
  { weights, cost }: Standing,
  costAt: (weights: Float64Array) => number,
): Standing | undefined {
  for (let far = 1; far > SHORTEST_STEP; far /= 2) {
    const next = Float64Array.from(weights);
    addTo(next, direction, far);
    const costThere = costAt(next);
    if (costThere <= cost) return { weights: next, cost: costThere };
  }
  return undefined;
}

/** What is to become small: how badly the examples are told, and how far weights are from what they are expected to be. */
function costOf(
  matrix: Matrix,
  truths: readonly boolean[],
  weights: Float64Array,
  { strength, expected }: Restraint,
): number {
  let cost = 0;
  times(matrix, weights).forEach((sum, row) => {
    const against = truths[row] === true ? -sum : sum;
    cost += against > 30 ? against : Math.log1p(Math.exp(against));
  });
  weights.forEach((weight, one) => {
    cost += ((strength[one] ?? 0) * (weight - (expected[one] ?? 0)) ** 2) / 2;
  });
  return cost;
}

/** The diagonal of the curvature, by which the numbers of features of all sizes are made alike. */
function curvatureOf(
  { starts, columns, values }: Matrix,
  spread: Float64Array,
  strength: Float64Array,
): Float64Array {
  const diagonal = Float64Array.from(strength);
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const value = values[at] ?? 0;
      const column = columns[at] ?? 0;
      diagonal[column] = (diagonal[column] ?? 0) + (spread[row] ?? 0) * value * value;
    }
  }
  return diagonal;
}

/** Each step is found as nearly as is worth while: one after it corrects what is left. In squares of what is left. */
const NEARLY = 1e-2;

/** Solves a system of equations by conjugate gradients, nearly. */
function solve(
  bend: (vector: Float64Array) => Float64Array,
  diagonal: Float64Array,
  right: Float64Array,
): Float64Array {
  const result = new Float64Array(right.length);
  const rest = Float64Array.from(right);
  const even = (): Float64Array => rest.map((one, at) => one / (diagonal[at] ?? 1));
  let evened = even();
  const direction = Float64Array.from(evened);
  let size = dot(rest, evened);
  const enough = size * NEARLY;
  for (let turn = 0; turn < MOST_TURNS && size > enough; turn++) {
    const bent = bend(direction);
    const far = size / dot(direction, bent);
    addTo(result, direction, far);
    addTo(rest, bent, -far);
    evened = even();
    const before = size;
    size = dot(rest, evened);
    for (let at = 0; at < direction.length; at++) {
      direction[at] = (evened[at] ?? 0) + ((direction[at] ?? 0) * size) / before;
    }
  }
  return result;
}

function times({ starts, columns, values }: Matrix, vector: Float64Array): Float64Array {
  const result = new Float64Array(starts.length - 1);
  for (let row = 0; row < result.length; row++) {
    let sum = 0;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      sum += (values[at] ?? 0) * (vector[columns[at] ?? 0] ?? 0);
    }
    result[row] = sum;
  }
  return result;
}

function timesTransposed(
  { starts, columns, values }: Matrix,
  vector: Float64Array,
  size: number,
): Float64Array {
  const result = new Float64Array(size);
  for (let row = 0; row < vector.length; row++) {
    const own = vector[row] ?? 0;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const column = columns[at] ?? 0;
      result[column] = (result[column] ?? 0) + (values[at] ?? 0) * own;
    }
  }
  return result;
}

function addTo(vector: Float64Array, other: Float64Array, share: number): void {
  for (let at = 0; at < vector.length; at++) {
    vector[at] = (vector[at] ?? 0) + share * (other[at] ?? 0);
  }
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
