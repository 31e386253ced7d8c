import { describe, expect, test } from 'vitest';
import { checkQuotation, QuotationIndex } from '../../../../server/src/core/sources/quotations';

/** What is said of a quotation: the kinds of its changes, the grave ones with a mark; `verbatim` where there are none. */
function judge(lang: string, source: string, quotation: string): string {
  const index = new QuotationIndex({ text: source, turns: [], marks: [] }, lang);
  const verdict = checkQuotation(quotation, index, { lang });
  if (verdict.state !== 'altered') return verdict.state;
  return [...new Set(verdict.changes.map(({ kind, isGrave }) => `${kind}${isGrave ? '!' : ''}`))]
    .sort()
    .join(' ');
}

type Case = readonly [lang: string, source: string, quotation: string];

const same: Readonly<Record<string, readonly Case[]>> = {
  'compounds that are written otherwise': [
    ['en', 'What we had there was on-line co-operation, no more.', 'on-line cooperation'],
    ['en', 'What we had there was on-line co-operation, no more.', 'online cooperation'],
    ['en', 'What we had there was online cooperation, no more.', 'on-line co-operation'],
    ['en', 'He called it decision-making.', 'decision making'],
    ['en', 'He sent an e-mail to all.', 'He sent an email to all.'],
    ['nl', 'Het is een co-operatie van boeren.', 'een coöperatie van boeren'],
  ],
  'days and months': [
    ['en', 'It began on March 12, and nobody knew.', 'It began on 12 March, and nobody knew.'],
    [
      'en',
      'It began on March 12, and nobody knew.',
      'It began on the 12th of March, and nobody knew.',
    ],
    ['en', 'It began on the 12th of March, I think.', 'It began on March 12, I think.'],
    ['en', 'It began on 12 March 2019, I think.', 'It began on March 12, 2019, I think.'],
    ['en', 'From the first of June we were closed.', 'From June 1 we were closed.'],
    ['de', 'Am ersten Oktober sollte es losgehen.', 'Am 1. Oktober sollte es losgehen.'],
    ['fr', 'Depuis le premier mars, tout est fermé.', 'Depuis le 1er mars, tout est fermé.'],
  ],
  fractions: [
    ['en', 'About two thirds of them left us.', 'About 2/3 of them left us.'],
    ['en', 'About 3/4 of them left us.', 'About three quarters of them left us.'],
    ['nl', 'Twee derde van de leden ging weg.', '2/3 van de leden ging weg.'],
    ['de', 'Zwei Drittel der Leute sind weg.', '2/3 der Leute sind weg.'],
    ['fr', 'Les trois quarts des gens sont partis.', 'Les 3/4 des gens sont partis.'],
    ['es', 'Se fueron dos tercios de la gente.', 'Se fueron 2/3 de la gente.'],
  ],
  'sums of money and parts of a hundred': [
    ['en', 'It cost three and a half million euros in all.', 'It cost €3.5 million in all.'],
    ['en', 'It cost €3.5 million in all.', 'It cost three and a half million euros in all.'],
    ['en', 'It cost €3.5m in all, they said.', 'It cost €3.5 million in all, they said.'],
    ['en', 'It rose by five per cent a year.', 'It rose by 5 % a year.'],
    ['en', 'It rose by 5% a year.', 'It rose by five percent a year.'],
    ['de', 'Es stieg um fünf Prozent im Jahr.', 'Es stieg um 5 % im Jahr.'],
    ['fr', 'Cela montait de cinq pour cent par an.', 'Cela montait de 5 % par an.'],
    ['es', 'Subía un cinco por ciento al año.', 'Subía un 5% al año.'],
    [
      'fr',
      'On a perdu deux millions et demi dans la vallée.',
      'On a perdu 2,5 millions dans la vallée.',
    ],
  ],
  'numbers in words': [
    ['en', 'We started in nineteen eighty-four with nothing.', 'We started in 1984 with nothing.'],
    ['en', 'There were two thousand five hundred of us.', 'There were 2,500 of us.'],
    ['fr', 'Nous étions quatre-vingt-onze dans la salle.', 'Nous étions 91 dans la salle.'],
    ['fr', 'Il y avait deux mille trois cents personnes.', 'Il y avait 2\u202f300 personnes.'],
    ['es', 'Vinieron cuarenta y una mujeres al puerto.', 'Vinieron 41 mujeres al puerto.'],
    ['es', 'Pagamos mil setecientos pesos cada uno.', 'Pagamos 1.700 pesos cada uno.'],
    ['de', 'Das waren dann 1.250 Leute im Saal.', 'Das waren dann 1250 Leute im Saal.'],
  ],
  'letters that cannot be typed': [
    ['de', 'Die Bücher waren geöffnet für alle.', 'Die Buecher waren geoeffnet für alle.'],
    ['de', 'Die Straße war gesperrt seit Mai.', 'Die Strasse war gesperrt seit Mai.'],
    ['es', 'El autobús no subía hasta aquí.', 'El autobus no subia hasta aqui.'],
  ],
  'what is said again, and what is habit': [
    ['de', 'Wir sagten, das wäre, das wäre gelogen.', 'Wir sagten, das wäre gelogen.'],
    ['es', 'Podían haber preguntado, ¿no? Era fácil.', 'Podían haber preguntado. Era fácil.'],
    ['fr', 'On a tout perdu, du coup, dans la crise.', 'On a tout perdu dans la crise.'],
    ['nl', 'We hadden, zeg maar, niets meer te verliezen.', 'We hadden niets meer te verliezen.'],
  ],
};

const changed: Readonly<Record<string, readonly (readonly [...Case, string])[]>> = {
  'compounds of other words': [
    ['en', 'We were not able men, you see.', 'We were notable men, you see.', 'negation!'],
    ['en', 'The post war houses were all sold.', 'The prewar houses were all sold.', 'wording'],
  ],
  'another day': [
    [
      'en',
      'It began on March 12, and nobody knew.',
      'It began on 21 March, and nobody knew.',
      'number!',
    ],
    ['en', 'From the first of June we were closed.', 'From June 2 we were closed.', 'number!'],
  ],
  'another fraction': [
    ['en', 'About two thirds of them left us.', 'About 1/3 of them left us.', 'number!'],
    ['de', 'Zwei Drittel der Leute sind weg.', 'Drei Viertel der Leute sind weg.', 'number!'],
  ],
  'another sum': [
    [
      'en',
      'It cost three and a half million euros in all.',
      'It cost €3.6 million in all.',
      'number!',
    ],
    ['en', 'It cost €3.5 million in all.', 'It cost €3.5 billion in all.', 'number!'],
    ['en', 'It rose by five per cent a year.', 'It rose by 50 % a year.', 'number!'],
    [
      'fr',
      'Il le vendait pour cent euros la pièce.',
      'Il le vendait pour mille euros la pièce.',
      'number!',
    ],
    [
      'fr',
      'Nous étions quatre-vingt-onze dans la salle.',
      'Nous étions 81 dans la salle.',
      'number!',
    ],
  ],
  'a part of a number': [
    ['en', 'And then we had twenty-three drivers.', 'And then we had twenty', 'number!'],
    [
      'en',
      'Some two hundred people lost a job there.',
      'hundred people lost a job there',
      'number!',
    ],
    ['en', 'There were two of us, five of them.', 'There were two of us', 'verbatim'],
  ],
  'another quantity': [
    ['en', 'Most of us read the letter twice.', 'Few of us read the letter twice.', 'quantity!'],
    [
      'en',
      'All the drivers had read the letter.',
      'Some drivers had read the letter.',
      'quantity!',
    ],
    ['en', 'Many of them came back later on.', 'A lot of them came back later on.', 'wording'],
    [
      'en',
      'We always wrote to the clients first.',
      'We often wrote to the clients first.',
      'quantity!',
    ],
    ['en', 'There were many people there then.', 'There were people there then.', 'cut'],
    ['nl', 'De meeste boeren wisten ervan, hoor.', 'Sommige boeren wisten ervan.', 'quantity!'],
    ['de', 'Viele Leute wussten davon nichts.', 'Einige Leute wussten davon nichts.', 'quantity!'],
    ['fr', 'La plupart des gens le savaient déjà.', 'Quelques gens le savaient déjà.', 'quantity!'],
    [
      'es',
      'Muchos socios lo sabían ya entonces.',
      'Pocos socios lo sabían ya entonces.',
      'quantity!',
    ],
  ],
  'a French negation': [
    [
      'fr',
      'Je ne peux plus dormir la nuit ici.',
      'Je peux dormir la nuit ici.',
      'negation! wording',
    ],
    ['fr', 'Je ne peux pas dormir la nuit ici.', 'Je peux pas dormir la nuit ici.', 'cut'],
    ['fr', 'Je peux pas dormir la nuit ici.', 'Je ne peux pas dormir la nuit ici.', 'wording'],
    ['fr', 'Je ne saurais le dire à ma fille.', 'Je saurais le dire à ma fille.', 'negation!'],
  ],
};

describe('written otherwise, and the same', () => {
  for (const [name, cases] of Object.entries(same)) {
    test.each(cases)(`${name} (%s): %s | %s`, (lang, source, quotation) => {
      expect(judge(lang, source, quotation)).toBe('verbatim');
    });
  }
});

describe('written alike, and another thing', () => {
  for (const [name, cases] of Object.entries(changed)) {
    test.each(cases)(`${name} (%s): %s | %s`, (lang, source, quotation, expected) => {
      expect(judge(lang, source, quotation)).toBe(expected);
    });
  }
});
