/** What a number of a factor means, from the lowest; numbers in between are between their neighbours. */
export type Scale = readonly (readonly [value: number, meaning: string])[];

const PROBABILITY: Scale = [
  [0.1, 'hardly ever'],
  [0.3, 'unlikely'],
  [0.5, 'as likely as not'],
  [0.7, 'likely'],
  [0.9, 'all but certain'],
];

const LOSS = (what: string): Scale => [
  [0, 'none'],
  [3, `a little of ${what}`],
  [5, `much of ${what}`],
  [7, `most of ${what}`],
  [9, `all of ${what}`],
];

/** By factor; names that two methods share stand with the method before them. */
const SCALES: Readonly<Record<string, Scale>> = {
  damage: [
    [0, 'no harm'],
    [3, 'an annoyance, soon mended'],
    [5, "one person's data or money"],
    [8, "many people's data, or the service"],
    [10, 'everything is lost or taken over'],
  ],
  reproducibility: [
    [0, 'practically never works again'],
    [3, 'works now and then, by luck'],
    [5, 'works under certain conditions'],
    [8, 'works nearly every time'],
    [10, 'works every time'],
  ],
  exploitability: [
    [0, 'beyond any known attacker'],
    [3, 'takes an expert and time'],
    [5, 'takes a tool and some skill'],
    [8, 'takes a changed request'],
    [10, 'takes a browser'],
  ],
  affected: [
    [0, 'nobody'],
    [3, 'a few people'],
    [5, 'some people, or one customer'],
    [8, 'most people'],
    [10, 'everybody'],
  ],
  discoverability: [
    [0, 'not to be found without the source'],
    [3, 'found by long search'],
    [5, 'found by guessing or watching traffic'],
    [8, 'found in the description'],
    [10, 'in plain sight'],
  ],
  threat: PROBABILITY,
  'pasta vulnerability': PROBABILITY,
  impact: [
    [0, 'nothing'],
    [3, 'costs an hour'],
    [5, 'costs a day of business'],
    [8, 'costs customers'],
    [10, 'ends the business'],
  ],
  skill: [
    [1, 'no technical skill'],
    [3, 'some skill'],
    [5, 'an experienced user of computers'],
    [6, 'networks and programming'],
    [9, 'breaks into systems for a living'],
  ],
  motive: [
    [1, 'little to gain'],
    [4, 'perhaps something'],
    [9, 'much to gain'],
  ],
  opportunity: [
    [0, 'full access or costly means'],
    [4, 'special access or means'],
    [7, 'some access or means'],
    [9, 'none needed'],
  ],
  size: [
    [2, 'developers and administrators'],
    [4, 'people of the own network'],
    [5, 'partners'],
    [6, 'people who have logged in'],
    [9, 'anyone on the internet'],
  ],
  discovery: [
    [1, 'practically impossible'],
    [3, 'difficult'],
    [7, 'easy'],
    [9, 'tools find it'],
  ],
  exploit: [
    [1, 'only in theory'],
    [3, 'difficult'],
    [5, 'easy'],
    [9, 'tools do it'],
  ],
  awareness: [
    [1, 'unknown'],
    [4, 'hidden'],
    [6, 'obvious'],
    [9, 'public knowledge'],
  ],
  detection: [
    [1, 'detected and stopped'],
    [3, 'recorded and looked at'],
    [8, 'recorded, and nobody looks'],
    [9, 'not recorded'],
  ],
  confidentiality: LOSS('the data is read'),
  integrity: LOSS('the data is changed'),
  availability: LOSS('the service stops'),
  accountability: [
    [1, 'fully traceable'],
    [7, 'perhaps traceable'],
    [9, 'not traceable'],
  ],
  financial: [
    [1, 'less than mending it'],
    [3, 'a little of the yearly profit'],
    [7, 'much of the yearly profit'],
    [9, 'the end'],
  ],
  reputation: [
    [1, 'hardly noticed'],
    [4, 'large customers leave'],
    [5, 'goodwill is lost'],
    [9, 'the name is ruined'],
  ],
  compliance: [
    [2, 'a small breach'],
    [5, 'a clear breach'],
    [7, 'a breach that everybody reads of'],
  ],
  privacy: [
    [3, 'one person'],
    [5, 'hundreds of people'],
    [7, 'thousands of people'],
    [9, 'millions of people'],
  ],
};

/** The scale of a factor; `maximum` tells which method it is of. Empty for an unknown one. */
export function scaleOf(name: string, maximum: number): Scale {
  return (maximum === 1 ? SCALES[`pasta ${name}`] : undefined) ?? SCALES[name] ?? [];
}

/** What a number of a factor means in words: its own, or those of its neighbours; empty where nothing is known. */
export function meaningOf(name: string, maximum: number, value: number): string {
  const scale = scaleOf(name, maximum);
  if (scale.length === 0 || Number.isNaN(value) || value < 0 || value > maximum) return '';
  const below = scale.filter(([mark]) => mark <= value).at(-1);
  const above = scale.find(([mark]) => mark >= value);
  if (below === undefined || above === undefined) return below?.[1] ?? above?.[1] ?? '';
  return below === above ? below[1] : `between ‘${below[1]}’ and ‘${above[1]}’`;
}
