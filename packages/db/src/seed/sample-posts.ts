const SUBJECTS = [
  ['How we plan a release', 'release', 'A week of small steps instead of one long night.'],
  ['Reading a stack trace calmly', 'guide', 'Start at the line that is yours, then go outwards.'],
  ['What changed in March', 'news', 'New people, a shorter checkout, and fewer pages at night.'],
  ['Naming things together', 'guide', 'One word for one idea, in the code and at the table.'],
  ['The case for boring queues', 'guide', 'A table, a lock and patience carry most products far.'],
  ['Support hours are longer now', 'news', 'Somebody answers from seven to nineteen on weekdays.'],
  [
    'Faster lists on slow phones',
    'release',
    'We cut the page in half and measured on an old device.',
  ],
  ['Notes from a quiet migration', 'guide', 'Expand, move, contract: nobody noticed, as intended.'],
  ['A better empty page', 'release', 'An empty list now says what to do next.'],
  ['Our office moves', 'news', 'Two streets further, with a bicycle room.'],
] as const;

const PARAGRAPHS = [
  'We wrote this down because the question kept coming back. None of it is new, and that is the point: what works is usually old, and only has to be done on a day when nobody asks for it.',
  'The first attempt failed in a useful way. It showed which of our assumptions had never been tried, and which of them we could drop without anybody missing them.',
  'If you want to try the same, begin with the smallest piece that can be put back. Measure before and after. Keep the note that says why, since the reason is the first thing to be forgotten.',
];

const WRITERS = [
  { org: 'northwind', author: 'author@example.test', count: 34, volume: 'Volume' },
  { org: 'juniper', author: 'author2@example.test', count: 18, volume: 'Part' },
  { org: 'harbor', author: 'owner3@example.test', count: 8, volume: 'Issue' },
] as const;

/** 60 posts of three orgs; every fifth is a draft, and one in 25 was hidden by staff. */
export function samplePosts() {
  return WRITERS.flatMap(({ org, author, count, volume }) =>
    Array.from({ length: count }, (_, i) => {
      const [subject, topic, summary] = SUBJECTS[i % SUBJECTS.length] ?? SUBJECTS[0];
      const round = Math.floor(i / SUBJECTS.length) + 1;
      const title = round === 1 ? subject : `${subject}, ${volume.toLowerCase()} ${round}`;
      const createdAt = new Date(Date.UTC(2026, 1, 2 + i * 3, 8 + (i % 9), (i * 7) % 60));
      const later = (days: number) => new Date(createdAt.getTime() + days * 86_400_000);
      return {
        org,
        author,
        slug: title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
        title,
        topic,
        summary: i % 7 === 6 ? null : summary,
        body: PARAGRAPHS.slice(0, 1 + (i % 3)).join('\n\n'),
        publishedAt: i % 5 === 4 ? null : later(1),
        hiddenAt: i % 25 === 17 ? later(2) : null,
        createdAt,
        updatedAt: createdAt,
      };
    }),
  );
}
