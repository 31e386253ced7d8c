import type { QuotationLanguage } from './language';

/** Dutch. */
export const DUTCH: QuotationLanguage = {
  code: 'nl',
  common:
    'de het een en van ik dat is die in niet we je te was er op ook voor met maar zijn wij ze dan naar',
  fillers: 'eh ehm euh uh uhm um hm hmm mm tja hè ah ach goh',
  asides:
    'nou ja;nou;ja;zeg maar;weet je;weet je wel;weet u;hoor;toch;zeg;kijk;dus;oké;ok;goed;hoe zeg je dat;hoe zal ik het zeggen;laat ik zeggen;ik bedoel;als het ware;of zo;mm hm;jawel;oh;o',
  negations:
    'niet geen nooit niemand niets niks nergens zonder noch nauwelijks amper zelden evenmin',
  echoes: 'niks/iets niets/iets nooit/ooit niemand/iemand',
  modals:
    'kan/kunnen/kunt/kun kon/konden mag/mogen mocht/mochten moet/moeten moest/moesten zal/zullen/zult/zul zou/zouden/zoudt wil/willen/wilt wilde/wilden/wou/wouden hoef/hoeft/hoeven hoefde/hoefden dien+te/dient+te/dienen+te',
  numbers:
    'nul=0 één/een/eerste/eens=1 twee/tweede=2 drie/derde=3 vier/vierde=4 vijf/vijfde/vijven=5 zes/zesde/zessen=6 zeven/zevende=7 acht/achtste=8 negen/negende=9 tien/tiende=10 elf/elfde=11 twaalf/twaalfde=12 dertien/dertiende=13 veertien/veertiende=14 vijftien/vijftiende=15 zestien/zestiende=16 zeventien/zeventiende=17 achttien/achttiende=18 negentien/negentiende=19 twintig/twintigste=20 dertig/dertigste=30 veertig/veertigste=40 vijftig/vijftigste=50 zestig/zestigste=60 zeventig/zeventigste=70 tachtig/tachtigste=80 negentig/negentigste=90 honderd/honderden=100 duizend/duizenden=1000 miljoen/miljoenen=1000000 miljard=1000000000 half/halve=0.5 kwart=0.25 dozijn=12',
  parts: 'half/helft=2 derde/derden=3 kwart/kwarten/vierde=4 vijfde=5 zesde=6 achtste=8 tiende=10',
  quantities:
    'alle/allemaal/allen/iedereen/elk/elke/ieder/iedere meeste/meesten/meerderheid veel/vele/velen/talrijke sommige/sommigen/enkele/enkelen/verscheidene/diverse/paar weinig/weinige/weinigen altijd/steeds meestal/doorgaans vaak/dikwijls/geregeld soms',
  months: 'januari februari maart april mei juni juli augustus september oktober november december',
  joiner: 'en',
};
