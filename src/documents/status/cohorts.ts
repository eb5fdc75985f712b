// Annex A: every cohort the rules name, with its members, since when, and on what that rests.
import type { ReleaseCohortList } from '../../releases/release.ts'
import { type Block, heading, paragraph, type Row, type Run } from '../block.ts'
import { joinRuns, quoted, said } from '../run.ts'
import type { Reading } from './reading.ts'
import type { Speaker } from './speaker.ts'

const memberRows = (speaker: Speaker, list: ReleaseCohortList): Row[] =>
  [...list.members]
    .sort((a, b) => speaker.compareActors(a.actor, b.actor))
    .map((member) => ({
      cells: [
        { runs: speaker.nameOf(member.actor) },
        {
          runs:
            member.since === null
              ? speaker.say('statusDocument.cohort.since.unknown')
              : [{ text: speaker.format.shortDate(member.since) }],
        },
        { runs: said(speaker.voice.say(member.reason)) },
      ],
    }))

const memberTable = (speaker: Speaker, list: ReleaseCohortList): Block => {
  const { say, format } = speaker
  return {
    kind: 'table',
    caption: say('statusDocument.cohort.caption', { date: format.date(list.on), count: list.members.length }),
    small: true,
    columns: [
      { head: say('statusDocument.state'), width: 52, align: 'start' },
      { head: say('statusDocument.cohort.since'), width: 28, align: 'start' },
      { head: say('statusDocument.cohort.basis'), width: 90, align: 'start' },
    ],
    rows: memberRows(speaker, list),
  }
}

const undetermined = (speaker: Speaker, list: ReleaseCohortList): Block[] =>
  list.undetermined.length === 0
    ? []
    : [
        paragraph('body', [
          ...speaker.say('statusDocument.cohort.undetermined', { count: list.undetermined.length }),
          { text: ' ' },
          ...joinRuns(
            list.undetermined
              .map(({ actor }) => actor)
              .sort(speaker.compareActors)
              .map((actor) => speaker.nameOf(actor)),
            ', ',
          ),
          { text: '.' },
        ]),
      ]

const cohortBlocks = (
  speaker: Speaker,
  reading: Reading,
  list: ReleaseCohortList,
  index: number,
): Block[] => {
  const { say, voice } = speaker
  const cohort = reading.payload.cohorts[list.cohort]
  return [
    {
      kind: 'heading',
      level: 2,
      runs: [{ text: `A.${index + 1} ` }, ...said(voice.names.cohort(list.cohort))],
      inContents: true,
    },
    ...(cohort === undefined ? [] : [paragraph('lead', said(voice.names.ours(cohort.words)))]),
    ...undetermined(speaker, list),
    ...(list.members.length === 0
      ? [
          paragraph(
            'body',
            list.undetermined.length > 0 ? say('statusDocument.cohort.nobodyCertain') : say('cohort.empty'),
          ),
        ]
      : [memberTable(speaker, list)]),
  ]
}

// The official languages of the United Nations and Mongolian.
const languages = ['ar', 'zh', 'en', 'fr', 'ru', 'es', 'mn']

const namesTable = (speaker: Speaker, reading: Reading, index: number): Block[] => {
  const { say, format } = speaker
  const states = reading.payload.actors
    .filter((actor) => actor.kind === 'state')
    .sort((a, b) => speaker.compareActors(a.id, b.id))
  const held = languages.filter(
    (language) =>
      language !== speaker.language && states.some((state) => state.names[language] !== undefined),
  )
  if (held.length === 0) return []
  const cellOf = (name: { short: string } | undefined, language: string): Run[] =>
    name === undefined ? [] : quoted(name.short, language)
  return [
    {
      kind: 'heading',
      level: 2,
      runs: [{ text: `A.${index + 1} ` }, ...say('statusDocument.names')],
      inContents: true,
    },
    {
      kind: 'table',
      caption: say('statusDocument.names.caption'),
      small: true,
      columns: [
        { head: say('statusDocument.state'), width: 30, align: 'start' },
        ...held.map((language) => ({
          head: said(format.language(language)),
          width: 24,
          align: language === 'ar' ? ('end' as const) : ('start' as const),
        })),
      ],
      rows: states.map((state) => ({
        cells: [
          { runs: speaker.nameOf(state.id) },
          ...held.map((language) => ({ runs: cellOf(state.names[language], language) })),
        ],
      })),
    },
  ]
}

/** The annex of cohorts, and the names of States in other languages. */
export const cohortAnnex = (speaker: Speaker, reading: Reading): Block[] => {
  const lists = reading.payload.cohortLists
  return [
    heading(1, speaker.say('statusDocument.cohorts')),
    paragraph('body', speaker.say('statusDocument.cohorts.lead')),
    ...lists.flatMap((list, i) => cohortBlocks(speaker, reading, list, i)),
    ...namesTable(speaker, reading, lists.length),
  ]
}
