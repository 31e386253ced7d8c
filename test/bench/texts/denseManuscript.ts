/** Words in the proportions of prose: long enough that the text is not all markup. */
const SENTENCES = [
  'The owners met every second Thursday in the canteen of the yard, and few of them said much.',
  'What had begun as an order from above turned, over two winters, into a habit of visiting.',
  'As earlier work has it [@vandeven1995, pp. 510-512; see also @ring1994], such processes rarely run straight.',
  'The minutes record *three* proposals, of which **two** were struck and one was `deferred`.',
  'Nobody whom we asked could name the day on which the bonus had ceased to matter.[^note]',
];

/**
 * A made-up manuscript of about so many characters, tagged about as densely as a real one: in every section a step, three
 * paragraphs, a claim with evidence and a use of a construct. The same size gives the same text.
 */
export function denseManuscript(characters: number): string {
  const parts = [
    '---\ntitle: A long paper\nwarrant: true\n---\n\n',
    '[Trust is the willingness to rely on a partner whom one cannot control]{.construct #k-trust term="trust"}.\n\n',
    '[A path]{.mechanism #m-path term="the path" trigger="an order" outcome="a habit" activities="visiting"} runs through.\n\n',
    '[^note]: A note.\n\n',
  ];
  let length = parts.join('').length;
  for (let section = 1; length < characters; section++) {
    const text = sectionOf(section);
    parts.push(text);
    length += text.length;
  }
  return parts.join('');
}

function sectionOf(number: number): string {
  const id = String(number);
  const prose = (offset: number) =>
    Array.from(
      { length: 4 },
      (_, index) => SENTENCES[(number + offset + index) % SENTENCES.length] ?? '',
    ).join('\n');
  return [
    `## Phase ${id} {.step #s-${id} of=m-path n=${id}}`,
    prose(0),
    `${prose(1)}\n[Trust outlived the incentives in firm ${id}]{.claim #c-${id} evidence="e-${id} @ring1994"\nqualifier=probable}, as the owner says:`,
    `> ["We would go on without the bonus in year ${id}."]{.evidence #e-${id} source="@vandeven1995" loc="p. ${id}"}`,
    `- first, the order\n- then, the habit, and with it trust\n\n${prose(2)}`,
    '',
  ].join('\n\n');
}
