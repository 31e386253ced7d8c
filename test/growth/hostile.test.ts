import { hostileTexts } from '../tools/hostile';
import { gateGrowth } from './gate';

const FRONT_MATTER = '---\ntitle: A paper\nwarrant: true\n---\n\n';

// In a manuscript that takes part, so that the rules read it as well.
const manuscripts = hostileTexts.map((text) => ({
  name: text.name,
  largest: 100_000,
  smallest: text.linearFrom ?? 0,
  make: (size: number) => FRONT_MATTER + text.make(size),
}));

gateGrowth('Hostile texts', manuscripts, 4);
