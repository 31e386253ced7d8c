import type { QuotationLanguage } from './language';

/** English. */
export const ENGLISH: QuotationLanguage = {
  code: 'en',
  common:
    'the of and to in that it is was for on with as you i they we this have not but what be are had there',
  fillers: 'um umm uh uhm uhh er erm eh ehm ah hm hmm mm mmm mhm mmhm uhuh huh',
  asides:
    'well;like;right;okay;ok;so;yeah;yes;now;anyway;oh;look;you know;you see;i mean;sort of;kind of;how do i say this;how shall i put it;what do you call it;if you will;as it were;let us say;do you know what i mean;you know what i mean;mm hm;uh huh',
  negations:
    'not no never nobody nothing none neither nor nowhere without hardly scarcely barely seldom rarely unable',
  echoes:
    'nothing/anything nobody/anybody none/any never/ever nowhere/anywhere no/any no/a not/even',
  modals:
    'can could may might must should shall will would ought need have+to/has+to/got+to had+to needs+to needed+to',
  numbers:
    'zero/nought=0 one/first/once=1 two/second/twice=2 three/third/thrice=3 four/fourth=4 five/fifth=5 six/sixth=6 seven/seventh=7 eight/eighth=8 nine/ninth=9 ten/tenth=10 eleven/eleventh=11 twelve/twelfth=12 thirteen/thirteenth=13 fourteen/fourteenth=14 fifteen/fifteenth=15 sixteen/sixteenth=16 seventeen/seventeenth=17 eighteen/eighteenth=18 nineteen/nineteenth=19 twenty/twentieth=20 thirty/thirtieth=30 forty/fortieth=40 fifty/fiftieth=50 sixty/sixtieth=60 seventy/seventieth=70 eighty/eightieth=80 ninety/ninetieth=90 hundred/hundreds/hundredth=100 thousand/thousands=1000 million/millions=1000000 billion/billions=1000000000 half/halves=0.5 quarter/quarters=0.25 dozen/dozens=12',
  parts:
    'half/halves=2 third/thirds=3 quarter/quarters=4 fifth/fifths=5 sixths=6 sevenths=7 eighths=8 ninths=9 tenth/tenths=10 hundredths=100',
  quantities:
    'all/every/everyone/everybody/each most/majority many/much/lot/lots/plenty/numerous some/several/a+few/various few always usually/generally often/frequently sometimes/occasionally',
  months: 'january february march april may june july august september october november december',
  joiner: 'and',
};
