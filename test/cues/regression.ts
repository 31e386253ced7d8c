/** One example: the numbers of its features, how much there is of each, and how much it counts. */
export interface Example {
  readonly numbers: readonly number[];
  readonly values: readonly number[];
}

/** How a regression is held back from learning examples by heart. */
export interface Restraint {
  /** How strongly weights are drawn to what they are expected to be. */
  readonly strength: number;
  /** What each weight is expected to be; 0 where nothing is said. */
  readonly expected: Float64Array;
}

/** When steps are so small, nothing changes any more. */
const STILL = 1e-4;

const MOST_STEPS = 25;

/**
 * Logistic regression with a quadratic penalty, by Newton's method; the first feature is the bias, which is free. The same
 * examples give the same weights.
 * @param truths for each example whether it is one of what is looked for
 */
export function regress(
  examples: readonly Example[],
  truths: readonly boolean[],
  features: number,
  { strength, expected }: Restraint,
): Float64Array {
  // From there, Newton’s method does not overshoot.
  const weights = new Float64Array(features);
  for (let step = 0; step < MOST_STEPS; step++) {
    const gradient = new Float64Array(features);
    const curvature = Array.from({ length: features }, () => new Float64Array(features));
    for (let one = 0; one < features; one++) {
      const penalty = one === 0 ? 1e-3 : strength;
      gradient[one] = -penalty * ((weights[one] ?? 0) - (expected[one] ?? 0));
      const row = curvature[one];
      if (row) row[one] = penalty;
    }
    examples.forEach(({ numbers, values }, index) => {
      const chance = chanceOf({ numbers, values }, weights);
      const error = (truths[index] === true ? 1 : 0) - chance;
      const spread = Math.max(chance * (1 - chance), 1e-5);
      numbers.forEach((number, at) => {
        const value = values[at] ?? 0;
        gradient[number] = (gradient[number] ?? 0) + error * value;
        const row = curvature[number];
        if (!row) return;
        numbers.forEach((other, place) => {
          row[other] = (row[other] ?? 0) + spread * value * (values[place] ?? 0);
        });
      });
    });
    const change = solve(curvature, gradient);
    let largest = 0;
    change.forEach((by, one) => {
      weights[one] = (weights[one] ?? 0) + by;
      largest = Math.max(largest, Math.abs(by));
    });
    if (largest < STILL) break;
  }
  return weights;
}

/** How likely an example is one of what weights were learned for. */
export function chanceOf({ numbers, values }: Example, weights: Float64Array): number {
  let sum = 0;
  numbers.forEach((number, at) => {
    sum += (weights[number] ?? 0) * (values[at] ?? 0);
  });
  return 1 / (1 + Math.exp(-sum));
}

/** Solves a system of equations whose matrix is symmetric and positive, by Cholesky's method; the matrix is used up. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const at = (row: number, column: number): number => matrix[row]?.[column] ?? 0;
  for (let row = 0; row < size; row++) {
    const own = matrix[row] ?? new Float64Array(size);
    for (let column = 0; column <= row; column++) {
      const other = matrix[column] ?? own;
      let sum = own[column] ?? 0;
      for (let k = 0; k < column; k++) sum -= (own[k] ?? 0) * (other[k] ?? 0);
      own[column] = column === row ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (other[column] ?? 1);
    }
  }
  const result = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    let sum = result[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= at(row, k) * (result[k] ?? 0);
    result[row] = sum / at(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = result[row] ?? 0;
    for (let k = row + 1; k < size; k++) sum -= at(k, row) * (result[k] ?? 0);
    result[row] = sum / at(row, row);
  }
  return result;
}
