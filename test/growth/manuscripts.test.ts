import { gateGrowth } from './gate';
import { growingManuscripts } from './manuscripts';

// Long enough that cost which grows too fast has become plain.
gateGrowth('Manuscripts with very many of one thing', growingManuscripts, 30);
