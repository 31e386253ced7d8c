/** Words in several languages, set apart by blanks. */
function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ')));
}

/**
 * Words of English, Dutch, German, French and Spanish that are also names of people, folded: alone they say nobody's name
 * where a sentence or a heading begins with them.
 */
export const COMMON_WORDS: ReadonlySet<string> = words(
  // English
  'able abbot angel apple archer ash august april bacon bailey baker ball banks bank barber bean bell berry best bill',
  'bird bishop black blake bloom bond booth boon bowman brand bright brook brooks brown bush butler butter cane carpenter',
  'carter case cash castle chambers chance chandler chapel charity chase church clay cliff close cook cooper cope corn',
  'cotton court crane cross curry dale dawn day dean drake drew duke dyer earl early east english fair faith farmer',
  'field fields finch fish fisher fleming flint flower flowers ford forest forester forge foster fox franklin freeman',
  'french friend frost gale gardener garland gay gill glass glover gold good gore grace grant grave graves gray green grey',
  'guy hale hall hand hardy harper hart harvest haven hawk hay heath hill hills hogan holiday hood hook hope house hunt',
  'hunter ivy jack jade jasmine jay jet joy judge june just keen kent key king kitchen knight lake lamb lance lane large',
  'law lawn lay lee leaf light lily little lock long lord love low major mark marks marsh marshal marshall mason may mead',
  'mercy merit merry mill miller miles mills monk moon moor moore moss mount nail nash neat new noble north oak olive',
  'page paige paine pain palm palmer parish park parker parks pat patience paul pearl peace penny pepper pike piper pitt',
  'pole pond pool poor pope porter post potter power powers price pride prince prior proud pryor purple quick rain ray',
  'read reader reed reeve reeves rich ridge rivers river rob robin rock rod root rose rowan ruby rule rush sage sailor',
  'sandy saw savage sawyer scales sharp shaw sheldon shepherd short silver singer skinner slater small smart smith snow',
  'sparrow spear spencer spring spry stable star steel stem sterling still stone storey story street strong sue summer',
  'summers sun swan sweet swift tanner taylor temple thorn tiller town trainer tree tucker turner underwood vale victor',
  'violet wade wagner waiter walker wall waller walls ward ware warner waters way weaver webb weeks wells west wheeler',
  'white will wills winter winters wise wolf wood woods worth wren wright yard york young',
  // Dutch
  'arend baas bakker beek berg bloem boer boom bos brand brouwer brug buis bruin dekker dijk dam draaier duin engel geel',
  'graaf groen groot haan haas hamer heide herder hof hoek houtman jager jong kaiser kamp kapper keizer kerk klein kok',
  'koning koster kraan kramer kroon kuiper kuil laan lang linde maas meer meester molen molenaar mulder noord oost oud',
  'poort post prins ridder rood roos schipper schilder slager smid smit snel steen sterk stroom timmerman tuin veen veer',
  'veld visser vlak vogel vos vriend waard wal water werf west wijn willen wind wit wolf zand zee zuid zwaan zwart',
  // German
  'acker alt arbeit bach bauer baum baumann beck becker berger blum braun bruder brunner burg busch dorn ernst fischer',
  'freund frei fuchs gans garten gross gut haas hahn hase haus heide heinrich herbst herr herrmann hirsch hoch hof',
  'holz horn huber hummel hund jager jung kaiser kaufmann keller kern kirsch klein klug koch kohl konig kopf kraft kramer',
  'kranz krause kreis kreuz kuhn kunst kurz lang lehrer licht lowe mann maurer meister metzger',
  'nacht neu neumann ober ost ott pfeiffer platz reich reiter richter ritter roth sauer schafer schatz',
  'schenk schneider schreiber schuster schutz schwarz seiler sommer sonne spiegel stark stein stern stock',
  'storch strauss tag teich thal topf vater vogel vogt wald walter weber weiss wenig werk winkler winter wolf wunder',
  'zander zimmer zimmermann zucker',
  // French
  'aime ange aurore barbier beau berger bernard blanc blanche blond bois boucher boulanger brun chevalier claire colombe',
  'cousin dernier dubois fleur fontaine fort fournier franc gentil grand gris haut hiver jardin joly jour juste leger lion',
  'lune maire maison marchand marin masson mercier meunier moulin muguet noel noir olivier page paris pascal pasteur petit',
  'pierre pont porte prevot printemps rey riche riviere roche rose rouge roux roy royer sage soleil tailleur tessier vert',
  'vidal ville violette voisin',
  // Spanish, Portuguese and Italian
  'alba amado amor angel bella bello blanco bravo caballero cabello calvo campo campos carpintero casas castillo conde',
  'consuelo costa cruz delgado dolores domingo dominguez estrella ferreira fiore flor flores fuente fuentes gallo gloria',
  'guerra guerrero herrera herrero iglesias ines leon lobo luna luz mar marino mercedes molina monte montes moreno nieves',
  'nieto paz pastor perla pilar prado ramos rey reyes ribeiro rico rio rios rivera rocha roja rojas rojo romano romero rosa',
  'rosario rossi rubio sacristan sala santos serena serra serrano silva sierra sol soledad soto torres toro valle vega vera',
  'verde vidal vila villa viola virtudes',
);

/** Small words of names, which stand before the name of the family or belong to it. */
export const PARTICLES: ReadonlySet<string> = words(
  'a af al ap av aw ben bin bint d da dal dalla dalle das de dei del della delle dello dem den der des di do dos du e el',
  'ibn in la las le les lo los op san santa t te ten ter tho thoe thor to toe van vande vanden vander vom von y z zu zum zur',
);

/** Forms of address and academic titles, which are no part of a name. */
export const TITLES: ReadonlySet<string> = words(
  'mr mrs ms mx miss mister sir madam dame lady lord dr prof professor doctor judge captain',
  'dhr heer meneer mevrouw mevr mw drs ir ing mr prof professor dokter',
  'herr frau fraulein dipl mag',
  'm mme mlle monsieur madame mademoiselle maitre docteur professeur',
  'sr sra srta senor senora senorita don dona doctora profesor profesora',
  'sig signor signora dott',
);

/** What may stand behind a name and is no part of it. */
export const SUFFIXES: ReadonlySet<string> = words('jr sr ii iii iv phd msc ma ba mba md');

/** Words with which a sentence begins, so that their capital makes them no given name of who is named next. */
export const OPENERS: ReadonlySet<string> = words(
  'a about above according after again all also although an and another any as asked at because before both but by dear did',
  'does each either even every for from had has have he her here his how however i if in indeed instead is it its just like',
  'many my namely neither nor not now of on once one only or other our out over says she since so some still such than that',
  'the their then there these they this those though through thus to today together too two unlike until upon we what when',
  'where whereas whether which while who whom whose why with without yet you your yesterday interview interviewer informant',
  'aan achter al alleen alles als bij daar daarna dan dat de deze die dit door dus echter een eerst en er haar had heeft het',
  'hier hij hoe hun ik in is ja maar met na naar nee nog nu of om omdat ons ook op over sinds sommige te tegen terwijl toch',
  'toen tot u uit van vanaf volgens voor waar waarom want wat we wel welke wie wij zij ze zo zoals zonder',
  'aber als am auch auf aus bei bis da dabei dann das dass dem den denn der des deshalb die dies diese doch dort du durch ein',
  'eine er es fur gegen hat hatte hier ich ihr im ist ja jedoch laut mein mit nach nein nicht noch nun nur ob oder ohne seit',
  'sich sie so sogar statt uber um und unser unter vom von vor wahrend wann warum was weil wenn wer wie wir wo zu zum zur',
  'ainsi alors apres au aussi aux avant avec car ce ces cet cette chez comme contre dans de depuis des donc du elle en enfin',
  'est et grace il ils je la le les leur lors lorsque lui mais malgre meme mon ne notre nous on ou par parce pas pendant plus',
  'pour pourquoi pourtant puis quand que qui sa sans selon ses si son sur tandis un une vous',
  'a ahora al antes aqui asi aun aunque cada como con contra cuando de desde despues donde dos durante el ella en entonces',
  'era es esta este esto fue hasta la las lo los luego mas mi mientras no nos nosotros o para pero por porque pues que quien',
  'segun ser si sin sobre solo son su sus tambien tras tu un una y ya yo',
);
