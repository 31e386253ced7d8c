import type { QuotationLanguage } from './language';

/** German. */
export const GERMAN: QuotationLanguage = {
  code: 'de',
  common:
    'der die das und ist ich nicht zu den es wir sie ein eine auch war mit sich auf dass aber von dem da haben',
  fillers: 'äh ähm öh öhm eh ehm hm hmm mm mhm tja ah ach naja',
  asides:
    'na ja;ja;nun;also;halt;sozusagen;gell;ne;genau;so;okay;ok;weißt du;wissen sie;sag ich mal;sagen wir mal;wie soll ich sagen;wie gesagt;ich meine;oder so;irgendwie;quasi;mm hm',
  negations:
    'nicht kein keine keinen keinem keiner keines nie niemals niemand niemanden niemandem nichts nirgends nirgendwo ohne weder noch kaum selten',
  echoes: 'nichts/etwas nie/je niemand/jemand',
  modals:
    'kann/kannst/können/könnt konnte/konnten/konntest könnte/könnten/könntest darf/darfst/dürfen/dürft durfte/durften dürfte/dürften muss/musst/müssen/müsst/muß musste/mussten/mußte müsste/müssten soll/sollst/sollen/sollt sollte/sollten/solltest will/willst/wollen/wollt wollte/wollten mag/mögen möchte/möchten wird/werden würde/würden/würdest brauche/braucht/brauchen',
  numbers:
    'null=0 eins/ein/eine/einen/einem/einer/erste/ersten/einmal=1 zwei/zweite/zweiten/zwo/zweimal=2 drei/dritte/dritten/dreimal=3 vier/vierte/vierten=4 fünf/fünfte/fünften=5 sechs/sechste/sechsten=6 sieben/siebte/siebten=7 acht/achte/achten=8 neun/neunte/neunten=9 zehn/zehnte/zehnten=10 elf/elfte=11 zwölf/zwölfte=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig/dreissig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert/hunderte=100 tausend/tausende=1000 million/millionen=1000000 milliarde/milliarden=1000000000 halb/halbe/halben/hälfte=0.5 viertel=0.25 dutzend=12',
  joiner: 'und',
};
