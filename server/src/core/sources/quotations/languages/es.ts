import type { QuotationLanguage } from './language';

/** Spanish. */
export const SPANISH: QuotationLanguage = {
  code: 'es',
  common:
    'el la los las de y que en un una es no se por con para lo como pero su al del yo nos muy era había',
  fillers: 'eh em este ehm mm hm hmm ah uh um mmm',
  asides:
    'bueno;pues;o sea;entonces;digamos;sabes;sabe;ves;mira;mire;verdad;no sé;a ver;vale;claro;cómo decirlo;es decir;ok;sí;mm hm',
  negations: 'no nunca jamás nada nadie ningún ninguna ninguno sin ni tampoco apenas',
  echoes: 'nada/algo nunca/alguna nadie/alguien',
  modals:
    'puedo/puede/puedes/podemos/pueden podía/podíamos/podían podría/podríamos/podrían debo/debe/debes/debemos/deben debía/debíamos/debían debería/deberíamos/deberían quiero/quiere/queremos/quieren quería/queríamos/querían quisiera tengo+que/tiene+que/tenemos+que/tienen+que tenía+que/teníamos+que/tenían+que hay+que había+que',
  numbers:
    'cero=0 uno/un/una/primero/primera/primer=1 dos/segundo/segunda=2 tres/tercero/tercera/tercer=3 cuatro/cuarto/cuarta=4 cinco/quinto=5 seis/sexto=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien/ciento/cientos=100 doscientos=200 trescientos=300 quinientos=500 mil/miles=1000 millón/millones=1000000 medio/media/mitad=0.5 docena=12',
  joiner: 'y',
};
