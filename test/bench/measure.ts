/** Milliseconds of several runs of the same work. */
export interface Timing {
  readonly minimum: number;
  readonly median: number;
  readonly p95: number;
}

/** Runs work several times after a warm-up; the minimum is what the machine's other work disturbs least. */
export async function measure(
  work: () => unknown,
  { runs = 20, warmup = 3 }: { readonly runs?: number; readonly warmup?: number } = {},
): Promise<Timing> {
  for (let run = 0; run < warmup; run++) await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { minimum: at(0), median: at(0.5), p95: at(0.95) };
}
