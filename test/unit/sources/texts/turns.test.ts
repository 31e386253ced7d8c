import { describe, expect, it } from 'vitest';
import { SOURCE_TEXT, turnAt, type SourceText } from '../../../../server/src/core/sources/texts';

function read(text: string, name = 'a.txt'): SourceText {
  return SOURCE_TEXT.read(new TextEncoder().encode(text), `file:///data/${name}`);
}

/** `speaker: words` of each turn. */
function said({ text, turns }: SourceText): string[] {
  return turns.map(({ speaker, speech }) => {
    const words = text.slice(speech.start, speech.end).replace(/\s+/g, ' ');
    return `${speaker}: ${words}`;
  });
}

function placeOf(source: SourceText, words: string): string | undefined {
  const at = source.text.indexOf(words);
  expect(at).toBeGreaterThanOrEqual(0);
  return source.placeOf(at);
}

describe('speakers of a transcript', () => {
  it.each<[string, string, string[]]>([
    [
      'short codes',
      'INT: Why did you stay?\nR1: Nobody asked us to go.\n\nINT: And then?\nR1: We stayed.\n',
      ['INT: Why did you stay?', 'R1: Nobody asked us to go.', 'INT: And then?', 'R1: We stayed.'],
    ],
    [
      'questions and answers, each once',
      'Q: Why did you stay?\nA: Nobody asked us to go.\n',
      ['Q: Why did you stay?', 'A: Nobody asked us to go.'],
    ],
    [
      'full names with times',
      'Interviewer (00:12:01): Who decided?\n\nAnna de Vries (00:12:31): The board did.\n\nInterviewer (00:13:00): When?\n\nAnna de Vries (00:13:10): In May.\n',
      [
        'Interviewer: Who decided?',
        'Anna de Vries: The board did.',
        'Interviewer: When?',
        'Anna de Vries: In May.',
      ],
    ],
    [
      'a time in front and a dash',
      '[00:03:10] P4 — We were late.\n[00:03:40] I — By how much?\n[00:03:45] P4 — A year.\n',
      ['P4: We were late.', 'I: By how much?', 'P4: A year.'],
    ],
    [
      'Otter: name and time above the words',
      'Speaker 1  0:03\nSo you signed.\n\nDana Whitlock  0:07\nWe all did. That\nwas the day.\n\nSpeaker 1  0:21\nI see.\n',
      [
        'Speaker 1: So you signed.',
        'Dana Whitlock: We all did. That was the day.',
        'Speaker 1: I see.',
      ],
    ],
    [
      'NVivo: time, dash, name above the words',
      '[00:00:05.19] - Speaker 1\nSo you signed.\n\n[00:00:09.02] - Dana Whitlock\nWe all did.\n\n[00:00:11.80] - Speaker 1\nI see.\n',
      ['Speaker 1: So you signed.', 'Dana Whitlock: We all did.', 'Speaker 1: I see.'],
    ],
    [
      'bold names of Markdown',
      '**Interviewer:** Why?\n\n**Jan Smit:** We had to.\n\n**Interviewer:** Who said so?\n\n**Jan Smit:** The buyer.\n',
      [
        'Interviewer: Why?',
        'Jan Smit: We had to.',
        'Interviewer: Who said so?',
        'Jan Smit: The buyer.',
      ],
    ],
    [
      'names in capitals on lines of their own',
      'MODERATOR\nWho was there?\n\nFOREMAN\nAll of us.\n\nMODERATOR\nAll?\n\nFOREMAN\nAll.\n',
      ['MODERATOR: Who was there?', 'FOREMAN: All of us.', 'MODERATOR: All?', 'FOREMAN: All.'],
    ],
    [
      'tabs',
      'INT\tWhy?\nHenk\tWe had to.\nINT\tWho said so?\nHenk\tThe buyer.\n',
      ['INT: Why?', 'Henk: We had to.', 'INT: Who said so?', 'Henk: The buyer.'],
    ],
    [
      'an answer of several paragraphs',
      'I: Why?\n\nR: We had to.\n\nThere was no other way.\n\nI: Go on.\n',
      ['I: Why?', 'R: We had to. There was no other way.', 'I: Go on.'],
    ],
    [
      'Dutch and German names of who asks',
      'Onderzoeker: Waarom?\nMevrouw Bakker: Het moest.\nOnderzoeker: Van wie?\nMevrouw Bakker: Van de baas.\n',
      [
        'Onderzoeker: Waarom?',
        'Mevrouw Bakker: Het moest.',
        'Onderzoeker: Van wie?',
        'Mevrouw Bakker: Van de baas.',
      ],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(said(read(text))).toEqual(expected);
  });

  it('ends a question at its paragraph where only questions are marked', () => {
    const source = read(
      'Director. Excerpt.\n\n[min 8] Q: How did you explain it?\n\n[min 9] There was a breakfast.\n\n[min 11] Q: And then?\n\n[min 11] No.\n',
    );
    expect(said(source)).toEqual(['Q: How did you explain it?', 'Q: And then?']);
    expect(turnAt(source, source.text.indexOf('breakfast'))).toBeUndefined();
    expect(turnAt(source, source.text.indexOf('explain'))?.isInterviewer).toBe(true);
  });

  it.each([
    [
      'a sentence with a colon',
      'There was one thing: nobody came. There was another thing: it rained.\n',
    ],
    ['headers', 'Date: 5 March\nPlace: the canteen\nDate: 6 March\nPlace: the yard\n'],
    [
      'figures',
      'Near misses reported, first quarter of 2019: 4.\nNear misses reported, fourth quarter of 2019: 31.\n',
    ],
    ['addresses', 'See https://example.org/a\nSee https://example.org/b\n'],
    ['what comes once', 'Anna: a name on a list.\nThe list goes on.\n'],
    ['times of day', 'At 10:30 they came.\nAt 10:30 they left.\n'],
  ])('takes %s for no speaker', (_, text) => {
    expect(read(text).turns).toEqual([]);
  });

  it.each(['Interview', 'Interview 3'])('lets %s ask', (name) => {
    const { turns } = read(`${name}: How?\nAnna: Fine.\n${name}: And then?\nAnna: Gone.\n`);
    expect(turns.map(({ isInterviewer }) => isInterviewer)).toEqual([true, false, true, false]);
  });

  it('tells who asks', () => {
    const { turns } = read('Interviewer: Why?\nP1: So.\nInterviewer: Oh?\nP1: Yes.\n');
    expect(turns.map(({ isInterviewer }) => isInterviewer)).toEqual([true, false, true, false]);
  });

  it('finds the turn of an offset', () => {
    const source = read('INT: Why?\nR1: So it was.\nINT: Oh?\nR1: Yes.\n');
    expect(turnAt(source, source.text.indexOf('So it'))?.speaker).toBe('R1');
    expect(turnAt(source, source.text.indexOf('Oh?'))?.speaker).toBe('INT');
  });

  it('marks names and times as nobody’s words', () => {
    const source = read('INT [00:01]: Why?\nR1 [00:02]: So [00:05] it was.\n');
    const marks = source.marks.map(({ start, end }) => source.text.slice(start, end));
    expect(marks).toEqual(['INT [00:01]: ', 'R1 [00:02]: ', '[00:05]']);
  });
});

describe('places', () => {
  it('says minutes where times are known', () => {
    const source = read('[min 8] Q: How?\n\n[min 9] A breakfast.\n\n[min 11] Ten firms.\n');
    expect(placeOf(source, 'breakfast')).toBe('min 9');
    expect(placeOf(source, 'Ten firms')).toBe('min 11');
  });

  it('counts the minutes of hours', () => {
    const source = read('[00:59:10] A: Late.\n[01:15:02] B: Later.\n');
    expect(placeOf(source, 'Later')).toBe('min 75');
  });

  it('reads times behind paragraphs, as f4 writes them', () => {
    const long = 'and they went on and on about it until everybody had left the room';
    const source = read(
      `B: First ${long}. #00:01:15-7#\nI: Second ${long}? #00:02:30-1#\nB: Third.\n`,
    );
    expect(placeOf(source, 'First')).toBe('min 0');
    expect(placeOf(source, 'Second')).toBe('min 1');
    expect(placeOf(source, 'Third')).toBe('min 2');
  });

  it('says the time of day in field notes', () => {
    const source = read('09:15 Workers arrive.\n10:40 The lift stops.\n14:05 It goes on.\n');
    expect(placeOf(source, 'lift')).toBe('10:40');
  });

  it('says pages where form feeds set them apart, and lines otherwise', () => {
    expect(placeOf(read('One\f\nTwo\f\nThree'), 'Two')).toBe('p. 2');
    expect(placeOf(read('One\r\nTwo\r\nThree'), 'Three')).toBe('l. 3');
  });

  it.each([
    ['min 9', 'B says nine.'],
    ['9:20', 'B says nine.'],
    ['[00:09:40]', 'B says nine.'],
    // The minute in which nothing begins belongs to what was begun before it.
    ['min 10', 'B says nine.'],
    ['min 11', 'A says eleven.'],
  ])('leads from %s to the passage', (place, words) => {
    const source = read(
      'A (08:10): A says eight.\nB (09:05): B says nine.\nA (11:59): A says eleven.\n',
    );
    const range = source.rangeOf(place);
    expect(range && source.text.slice(range.start, range.end)).toContain(words);
    expect(range && source.text.slice(range.start, range.end).trim().split('\n')).toHaveLength(1);
  });

  it.each(['somewhere', 'min', 'fig. 3', 'l. 400', 'p. 2', ''])(
    'leads nowhere from “%s”',
    (place) => {
      expect(read('One\nTwo\n').rangeOf(place)).toBeUndefined();
    },
  );

  it('spans several lines', () => {
    const source = read('One\nTwo\nThree\nFour\n');
    const range = source.rangeOf('ll. 2-3');
    expect(range && source.text.slice(range.start, range.end)).toBe('Two\nThree\n');
  });

  it('gives each place that it says a range that holds it', () => {
    const source = read('A (08:10): Eight.\nB (09:05): Nine.\n[00:10:00] A: Ten.\nB: More.\n');
    for (let at = 0; at < source.text.length; at++) {
      const place = source.placeOf(at) ?? '';
      const range = source.rangeOf(place);
      expect(range && range.start <= at && at < range.end, `${place} at ${at}`).toBe(true);
    }
  });
});
