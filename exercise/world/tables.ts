// Tables that others keep of the fictional States, as they hand them out: personnel in missions by year, what was recommended
// at a review, and figures that States give themselves. They come in by the mappings in exercise/tables.
import { stateOf } from './states.ts'

const nameOf = (code: string): string => stateOf(code).names.en

/** Missions with the year each began; all of them go on. */
const missions = [
  ['Observer Mission in the Straits of Vell', 2018],
  ['Ceasefire Mission in Ostermark', 2020],
  ['Civil Assistance Mission in the Low Islands', 2023],
] as const

/** How many each State sends, about. */
const senders = [
  ['XQO', 430],
  ['XAU', 120],
  ['XBY', 64],
  ['XGZ', 0],
  ['XYL', 38],
] as const

export const personnelColumns = ['Year', 'State', 'Mission', 'Women', 'Men', 'All']

/** Every State and every mission of a year has a row, most of which say that nobody serves there. */
export const personnelRows = (): Record<string, string>[] =>
  Array.from({ length: 8 }, (_, i) => 2019 + i).flatMap((year) =>
    senders.flatMap(([code, about], place) =>
      missions.map(([Mission, began], at) => {
        const isThere = year >= began && (place + at) % 2 === 0
        const all = isThere ? Math.round((about * (8 + ((year + place * 3 + at) % 5))) / (10 * (at + 1))) : 0
        const women = Math.round((all * (9 + (year - 2019))) / 100)
        return {
          ...{ Year: String(year), State: nameOf(code), Mission, All: String(all) },
          // Each is rounded for itself, so that they do not always add up.
          ...{
            Women: String(women),
            Men: String(Math.max(0, all - women - (all > 100 && year % 2 === 0 ? 1 : 0))),
          },
        }
      }),
    ),
  )

export const reviewColumns = ['State', 'Session', 'Kind', 'By', 'Response', 'Text', 'Topics']

type Said = readonly [by: string, response: string, text: string, topics: string]

// biome-ignore format: one statement a line
const said: Readonly<Record<string, readonly Said[]>> = {
  'XQO/8': [
    ['XAU', 'Accepted', 'Adopt a law on the registration of births in remote valleys.', 'Children,Registration'],
    ['XBY', 'Accepted', 'Train the harbour police in the rights of seafarers.', 'Police,Labour'],
    ['XYL', 'Noted', 'Consider abolishing the fee for an appeal.', 'Justice'],
    ['', 'Noted', 'Open the archive of the old ministry.', 'Information'],
  ],
  'XQO/3': [
    ['XGZ', 'Accepted', 'Build schools within reach of every village.', 'Education,Children'],
    ['XAU', 'Noted', 'Ratify the Convention of the Fictional League on lighthouses.', 'Treaties'],
  ],
  'XAU/9': [['XQO', 'Accepted', 'Publish the yearly count of prisoners.', 'Prisons,Information']],
}

const pledges: Readonly<Record<string, readonly Said[]>> = {
  'XQO/8': [['', '', 'Quorrela will report on what it accepted within two years.', 'Reporting']],
}

const statementRows = (
  all: Readonly<Record<string, readonly Said[]>>,
  Kind: string,
): Record<string, string>[] =>
  Object.entries(all).flatMap(([key, statements]) => {
    const [code, Session] = key.split('/') as [string, string]
    return statements.map(([by, Response, Text, Topics]) => ({
      ...{ State: nameOf(code), Session, Kind, Response, Text, Topics },
      By: by === '' ? '' : nameOf(by),
    }))
  })

export const reviewRows = (): Record<string, string>[] => [
  ...statementRows(said, 'Recommendation'),
  ...statementRows(pledges, 'Pledge'),
]

export const ownFigureColumns = ['State', 'What', 'Persons', 'AsOf', 'Words']

export const ownFigureRows = (): Record<string, string>[] => [
  {
    State: nameOf('XQO'),
    What: 'Personnel who served in missions, in all',
    Persons: '>3200',
    AsOf: '2025-06',
    Words: 'Exercise: more than 3,200 of our men and women have served in missions since 2018.',
  },
]
