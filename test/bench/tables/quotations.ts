import { checkQuotation, QuotationIndex } from '../../../server/src/core/sources/quotations';
import { SOURCE_TEXT } from '../../../server/src/core/sources/texts';
import type { Benchmark, Row } from '../figures';
import { timeOf, Timing } from '../measure';
import { quotationsFrom, transcript } from '../texts/transcript';

/** In millions of UTF-16 units. */
const SIZES = [0.25, 0.5, 1, 2];
const COUNT = 500;
const RUNS = 3;

/** What it costs to look up quotations in a transcript, and how that grows. */
export const quotationsBenchmark: Benchmark = {
  name: 'quotations',
  about:
    'A transcript is read and 500 quotations are looked up in it: 300 as they are, 150 altered, 50 invented of its words.',
  async measure(report) {
    const rows: Row[] = [];
    let all = Number.NaN;
    for (const size of SIZES) {
      report(`${size} MB`);
      const made = transcript(size * 1_000_000);
      // Other bytes each time: what has been made of the same ones is remembered.
      const bytes = () => new TextEncoder().encode(made.text);
      const quotations = quotationsFrom(made, COUNT);
      const times = { read: [] as number[], index: [] as number[], look: [] as number[] };
      let found = 0;
      for (let run = 0; run < RUNS; run++) {
        let text = SOURCE_TEXT.read(bytes(), 'owner.txt');
        const fresh = bytes();
        times.read.push(await timeOf(() => void (text = SOURCE_TEXT.read(fresh, 'owner.txt'))));
        let index = new QuotationIndex(text, 'en');
        times.index.push(await timeOf(() => void (index = new QuotationIndex(text, 'en'))));
        times.look.push(
          await timeOf(() => {
            found = quotations.filter((one) => {
              const { state } = checkQuotation(one, index);
              return state === 'verbatim' || state === 'altered';
            }).length;
          }),
        );
      }
      const [read, index, look] = [times.read, times.index, times.look].map(
        (list) => new Timing(list).median,
      );
      all = (read ?? 0) + (index ?? 0) + (look ?? 0);
      rows.push({ name: `${size} MB`, cells: [found, read ?? 0, index ?? 0, look ?? 0, all] });
    }
    return {
      tables: [
        {
          title: '500 quotations, ms',
          columns: ['found', 'read', 'index', 'look up', 'all'],
          rows,
        },
      ],
      promises: [
        {
          what: '500 quotations in a transcript of 2 MB, median',
          value: all,
          unit: 'ms',
          bound: 'at most',
          limit: 2_000,
        },
      ],
    };
  },
};
