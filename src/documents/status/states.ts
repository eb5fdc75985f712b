// The States of a value by their answer, named; the two silences apart.
import type { ReleaseMember, ReleaseValue } from '../../releases/release.ts'
import type { Reason } from '../../words/reason.ts'
import type { Block, Row, Run } from '../block.ts'
import { joinRuns } from '../run.ts'
import { memberStates, weightOf } from './pictures.ts'
import type { Indicator, Reading } from './reading.ts'
import type { Speaker } from './speaker.ts'

/** A report came and says nothing, or none came; undefined where the reason says neither. */
const silenceOf = (reason: Reason): 'no report' | 'silent' | undefined => {
  if (reason.key === 'report-silent' || reason.key === 'report-no-number') return 'silent'
  if (reason.key.startsWith('no-report') && reason.key !== 'no-report-register') return 'no report'
  const inner = Object.values(reason).flat() as unknown[]
  for (const part of inner)
    if (typeof part === 'object' && part !== null && 'key' in part) {
      const found = silenceOf(part as Reason)
      if (found !== undefined) return found
    }
  return undefined
}

type Group = { title: Run[]; members: ReleaseMember[] }

const groupsOf = ({ say }: Speaker, value: ReleaseValue): Group[] =>
  memberStates.flatMap((state) => {
    const members = value.members.filter((member) => member.state === state)
    if (members.length === 0) return []
    if (state !== 'not reported') return [{ title: say(`state.${state}`), members }]
    const bySilence = Map.groupBy(members, (member) => silenceOf(member.reason))
    return ([undefined, 'no report', 'silent'] as const).flatMap((silence) => {
      const own = bySilence.get(silence)
      if (own === undefined) return []
      return [
        {
          title: silence === undefined ? say('state.not reported') : say(`statusDocument.state.${silence}`),
          members: own,
        },
      ]
    })
  })

/** Each actor once; behind it how many records it has, or how many persons it stands for. */
const namesOf = (speaker: Speaker, value: ReleaseValue, members: readonly ReleaseMember[]): Run[] => {
  const byActor = [...Map.groupBy(members, (member) => member.actor)].sort(([a], [b]) =>
    speaker.compareActors(a, b),
  )
  return joinRuns(
    byActor.map(([actor, own]) => {
      const weight = own.reduce((sum, one) => sum + weightOf(value, one), 0)
      const more = weight === 1 ? [] : [{ text: `(${speaker.format.number(weight)})` }]
      return [...speaker.nameOf(actor), ...(more.length === 0 ? [] : [{ text: ' ' }, ...more])]
    }),
    ', ',
  )
}

// A table of more members than this may run over a page.
const wholeUpTo = 60

// Below this, everybody is named even where all have one answer.
const fewMembers = 20

/** The cohort all members of a value come from, where annex A lists just it on the same day. */
const listedCohort = ({ payload }: Reading, value: ReleaseValue): string | undefined => {
  const population = payload.rules[value.indicator]?.population
  if (population === undefined || !('cohort' in population)) return undefined
  const list = payload.cohortLists.find((one) => one.cohort === population.cohort)
  return list?.on === value.asOf && list.members.length === value.members.length ? list.cohort : undefined
}

/** A table with a row for each answer that somebody gave. */
export const statesTable = (
  speaker: Speaker,
  reading: Reading,
  indicator: Indicator,
  value: ReleaseValue,
): Block[] => {
  const { say, format, voice } = speaker
  if (value.members.length === 0) return []
  const groups = groupsOf(speaker, value)
  const cohort = listedCohort(reading, value)
  const isEverybody = groups.length === 1 && value.members.length > fewMembers && cohort !== undefined
  const rows: Row[] = groups.map(({ title, members }) => ({
    cells: [
      { runs: title },
      { runs: [{ text: format.number(members.reduce((sum, one) => sum + weightOf(value, one), 0)) }] },
      {
        runs: isEverybody
          ? say('statusDocument.states.all', { cohort: voice.names.cohort(cohort) })
          : namesOf(speaker, value, members),
      },
    ],
  }))
  return [
    {
      kind: 'table',
      caption: say('statusDocument.states.caption', { number: indicator.number }),
      small: false,
      whole: value.members.length <= wholeUpTo,
      columns: [
        { head: say('statusDocument.answer'), width: 32, align: 'start' },
        { head: say('statusDocument.members'), width: 18, align: 'end' },
        { head: say('statusDocument.states'), width: 116, align: 'start' },
      ],
      rows,
    },
  ]
}
