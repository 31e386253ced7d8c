import type { QuotationLanguage } from './language';

/** Spanish. */
export const SPANISH: QuotationLanguage = {
  code: 'es',
  common:
    'el la los las de y que en un una es no se por con para lo como pero su al del yo nos muy era había',
  fillers: '¿no? eh em ehm mm hm hmm ah uh um mmm',
  asides:
    'bueno;pues;este;esto;vamos;oye;oiga;hombre;fíjate;fíjese;la verdad;vaya;cómo le diría;cómo te diría;me entiende;me entiendes;digo;o sea;entonces;digamos;sabes;sabe;ves;mira;mire;verdad;no sé;a ver;vale;claro;cómo decirlo;es decir;ok;sí;mm hm',
  negations:
    'no nunca jamás nada nadie ningún ninguna ninguno ningunos ningunas sin ni tampoco apenas',
  echoes: 'nada/algo nunca/alguna nadie/alguien ningún/algún ninguna/alguna ninguno/alguno',
  modals:
    'puedo/puede/puedes/podemos/podéis/pueden/pueda/puedan podía/podías/podíamos/podían podría/podrías/podríamos/podrían pude/pudo/pudimos/pudieron podrá/podré/podremos/podrán pudiera/pudieran/pudiese podido poder debo/debe/debes/debemos/debéis/deben/deba/deban debía/debías/debíamos/debían debería/deberías/deberíamos/deberían debí/debió/debimos/debieron deberá/deberán/deberemos debido deber quiero/quiere/queremos/quieren quería/queríamos/querían quise/quiso/quisimos/quisieron quisiera/quisiéramos/quisieran tengo+que/tienes+que/tiene+que/tenemos+que/tienen+que tenía+que/teníamos+que/tenían+que tuve+que/tuvo+que/tuvimos+que/tuvieron+que tendrá+que/tendremos+que/tendrán+que tendría+que/tendríamos+que/tendrían+que hay+que había+que hubo+que habrá+que',
  numbers:
    'cero=0 uno/un/una/primero/primera/primer=1 dos/segundo/segunda=2 tres/tercero/tercera/tercer=3 cuatro/cuarto/cuarta=4 cinco/quinto=5 seis/sexto=6 siete/séptimo=7 ocho=8 nueve/noveno=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19 veinte=20 veintiuno/veintiún/veintiuna=21 veintidós=22 veintitrés=23 veinticuatro=24 veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien/ciento/cientos/centenar/centenares=100 doscientos/doscientas=200 trescientos/trescientas=300 cuatrocientos/cuatrocientas=400 quinientos/quinientas=500 seiscientos/seiscientas=600 setecientos/setecientas=700 ochocientos/ochocientas=800 novecientos/novecientas=900 mil/miles=1000 millón/millones=1000000 decena/decenas=10 medio/media/mitad=0.5 docena=12',
  parts: 'mitad=2 tercio/tercios=3 cuarto/cuartos=4 quinto/quintos=5 sexto=6 octavo=8 décimo=10',
  quantities:
    'todos/todas/cada mayoría mucho/mucha/muchos/muchas/bastantes/numerosos/numerosas varios/varias/algún/alguno/alguna/algunos/algunas poco/poca/pocos/pocas siempre normalmente/generalmente menudo/frecuentemente/seguido veces',
  months:
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre',
  joiner: 'y',
};
