import type { QuotationLanguage } from './language';

/** French. */
export const FRENCH: QuotationLanguage = {
  code: 'fr',
  common:
    'le la les de des et est un une que qui on pas je il elle nous vous dans pour ce en au avec sur mais ça',
  fillers: 'euh heu hum hm hmm mm ben bah hein',
  asides:
    'enfin;voilà;quoi;bon;donc;alors;eh;oh;ah;franchement;du coup;en gros;comment dirais je;si vous voulez;si tu veux;tu comprends;vous comprenez;mettons;ne est ce pas;tu vois;vous voyez;tu sais;vous savez;je veux dire;comment dire;disons;genre;en fait;eh bien;oui;ok;mm hm',
  negations: 'pas jamais rien personne aucun aucune sans ni guère nul nulle non',
  echoes: 'rien/quelque jamais/déjà personne/quelqu aucun/un aucune/une',
  modals:
    'peux/peut/pouvons/pouvez/peuvent/puisse/puissent pouvais/pouvait/pouvions/pouviez/pouvaient pourrais/pourrait/pourrions/pourriez/pourraient pourrai/pourra/pourrons/pourrez/pourront pu pouvoir dois/doit/devons/devez/doivent/doive/doivent devais/devait/devions/deviez/devaient devrais/devrait/devrions/devriez/devraient devrai/devra/devrons/devrez/devront dû devoir veux/veut/voulons/voulez/veulent voulais/voulait/voulions/voulaient voudrais/voudrait/voudraient voulu faut fallait fallu faudrait faudra',
  numbers:
    'zéro=0 un/une/premier/première=1 deux/deuxième/second/seconde=2 trois/troisième=3 quatre/quatrième=4 cinq/cinquième=5 six/sixième=6 sept/septième=7 huit/huitième=8 neuf/neuvième=9 dix/dixième=10 onze/onzième=11 douze/douzième=12 treize=13 quatorze=14 quinze/quinzaine=15 seize=16 vingt/vingts/vingtaine=20 trente/trentaine=30 quarante/quarantaine=40 cinquante/cinquantaine=50 soixante/soixantaine=60 septante=70 huitante=80 nonante=90 cent/cents/centaine/centaines=100 mille/millier/milliers=1000 million/millions=1000000 milliard/milliards=1000000000 demi/demie/moitié=0.5 quart=0.25 douzaine/douzaines=12 dizaine/dizaines=10',
  parts:
    'moitié=2 tiers=3 quart/quarts=4 cinquième/cinquièmes=5 sixièmes=6 huitièmes=8 dixième/dixièmes=10',
  quantities:
    'tous/toutes/chaque/chacun/chacune plupart/majorité beaucoup/nombreux/nombreuses plusieurs/certains/certaines/quelques/un+peu peu toujours généralement souvent/fréquemment parfois/quelquefois',
  months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  particle: 'ne=pas/plus/jamais/rien/personne/aucun/aucune/ni/guère/que/point/nulle/nul',
  joiner: 'et',
};
