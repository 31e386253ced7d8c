import type { QuotationLanguage } from './language';

/** French. *Ne* is left out so often in speech that it says nothing of its own. */
export const FRENCH: QuotationLanguage = {
  code: 'fr',
  common:
    'le la les de des et est un une que qui on pas je il elle nous vous dans pour ce en au avec sur mais ça',
  fillers: 'euh heu hum hm hmm mm ben bah hein ne',
  asides:
    'enfin;voilà;quoi;bon;donc;alors;tu vois;vous voyez;tu sais;vous savez;je veux dire;comment dire;disons;genre;en fait;eh bien;oui;ok;mm hm',
  negations: 'pas jamais rien personne aucun aucune sans ni guère nulle non',
  echoes: 'rien/quelque jamais/déjà',
  modals:
    'peux/peut/pouvons/pouvez/peuvent pouvais/pouvait/pouvions/pouvaient pourrais/pourrait/pourrions/pourraient dois/doit/devons/devez/doivent devais/devait/devions/devaient devrais/devrait/devrions/devraient veux/veut/voulons/voulez/veulent voulais/voulait/voulions/voulaient voudrais/voudrait/voudraient faut fallait faudrait faudra',
  numbers:
    'zéro=0 un/une/premier/première=1 deux/deuxième/second/seconde=2 trois/troisième=3 quatre/quatrième=4 cinq/cinquième=5 six/sixième=6 sept/septième=7 huit/huitième=8 neuf/neuvième=9 dix/dixième=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt/vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 nonante=90 cent/cents/centaines=100 mille/milliers=1000 million/millions=1000000 milliard/milliards=1000000000 demi/demie/moitié=0.5 quart=0.25 douzaine=12',
  joiner: 'et',
};
