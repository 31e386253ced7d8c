import type { QuotationLanguage } from './language';

/** German. */
export const GERMAN: QuotationLanguage = {
  code: 'de',
  common:
    'der die das und ist ich nicht zu den es wir sie ein eine auch war mit sich auf dass aber von dem da haben',
  fillers: 'halt äh ähm öh öhm eh ehm hm hmm mm mhm tja ah ach naja',
  asides:
    'na ja;ja;nun;also;eben;ehrlich gesagt;sagen wir;ich sage mal;ich sag mal;wie sagt man;verstehen sie;verstehst du;wissen se;nicht wahr;gell;sozusagen;ne;genau;so;okay;ok;weißt du;wissen sie;sag ich mal;sagen wir mal;wie soll ich sagen;wie gesagt;ich meine;oder so;irgendwie;quasi;mm hm',
  negations:
    'nicht kein keine keinen keinem keiner keines keinerlei nie niemals niemand niemanden niemandem nichts nirgends nirgendwo ohne weder noch kaum selten',
  echoes: 'nichts/etwas nichts/was nie/je nie/jemals niemand/jemand',
  modals:
    'kann/kannst/können/könnt/könne konnte/konnten/konntest könnte/könnten/könntest darf/darfst/dürfen/dürft/dürfe durfte/durften dürfte/dürften muss/musst/müssen/müsst/muß/mußt/müsse musste/mussten/mußte müsste/müssten soll/sollst/sollen/sollt/solle sollte/sollten/solltest will/willst/wollen/wollt mag/mögen mochte/mochten möchte/möchten/möchtest wollte/wollten/wolltest wird/werden würde/würden/würdest/würdet brauche/braucht/brauchen',
  numbers:
    'null=0 eins/ein/eine/einen/einem/einer/eines/erste/ersten/erster/erstes/einmal=1 zwei/zweite/zweiten/zweiter/zweites/zwo/zweimal=2 drei/dritte/dritten/dreimal=3 vier/vierte/vierten=4 fünf/fünfte/fünften=5 sechs/sechste/sechsten=6 sieben/siebte/siebten=7 acht/achte/achten=8 neun/neunte/neunten=9 zehn/zehnte/zehnten=10 elf/elfte/elften=11 zwölf/zwölfte/zwölften=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig/dreissig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert/hunderte=100 tausend/tausende=1000 million/millionen=1000000 milliarde/milliarden=1000000000 halb/halbe/halben/hälfte=0.5 viertel=0.25 dutzend/dutzende=12',
  parts:
    'hälfte=2 drittel/dritteln=3 viertel/vierteln=4 fünftel/fünfteln=5 sechstel=6 achtel=8 zehntel=10',
  quantities:
    'alle/allen/aller/jeder/jede/jedes/jeden/jedem/sämtliche meisten/mehrheit viele/vielen/vieler/viel/zahlreiche manche/manchen/mancher/einige/einigen/einiger/mehrere/mehreren/paar wenige/wenigen/weniger/wenig immer/stets meistens/meist oft/häufig manchmal/gelegentlich',
  months:
    'januar jänner februar märz april mai juni juli august september oktober november dezember',
  spelledOut: 'ae=ä oe=ö ue=ü',
  joiner: 'und',
};
