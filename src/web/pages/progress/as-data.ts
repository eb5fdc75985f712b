// A progress report as data: what its page says of each indicator, action, event and line of money, from the release alone.
import { workReadingOf } from '../../../documents/progress/work-reading.ts'
import { readingOf } from '../../../documents/status/reading.ts'
import { createSpeaker } from '../../../documents/status/speaker.ts'
import { budgetSums } from '../../../implementation/budget.ts'
import { attendedOf } from '../../../implementation/events.ts'
import { inEnglish } from '../../../indicators/names.ts'
import type { Release, ReleaseValue } from '../../../releases/release.ts'

const readingData = (value: ReleaseValue, words: string | null) => ({
  reading: value.reading,
  words,
  n: value.n,
  of: value.d,
  status: value.status,
  target: value.target === null ? null : inEnglish(value.target.said),
  targetState: value.target?.state ?? null,
})

/** What the report of a release says, in English and in ids. */
export const progressData = ({ payload }: Release) => {
  const reading = readingOf(payload)
  const work = workReadingOf(payload, createSpeaker(payload, 'en'))
  const year = String(payload.year)
  return {
    indicators: payload.instrument.indicators.map(({ number, text }) => {
      const value = reading.valueOf(number, payload.year)
      const rule = payload.rules[number]
      const wordsOf = (name: string): string | null =>
        (name === 'default' ? rule?.words : rule?.readings[name]?.words) ?? null
      return {
        number,
        text,
        readings: (value === undefined ? [] : [value, ...reading.readingsOf(number)]).map((one) =>
          readingData(one, wordsOf(one.reading)),
        ),
        records: (value?.members ?? []).map(({ member, actor, state, reason, datums }) => ({
          ...{ record: datums[0] ?? member, actor, state },
          why: state === 'counted' ? null : inEnglish(reason),
        })),
        remarks: work.remarksOn(number).map(({ actor, achievement, challenge, nextSteps }) => ({
          ...{ actor, achievement, challenge, nextSteps },
        })),
      }
    }),
    actions: work.actions.map(({ id, number, title, standing, schedule }) => ({
      ...{ id, number, title, standing },
      startsOn: schedule.now.startsOn,
      endsOn: schedule.now.endsOn,
      firstEndsOn: schedule.original.endsOn,
      slipDays: schedule.slip?.days ?? null,
    })),
    recommendations: {
      takenUp: work.studies.reduce((sum, study) => sum + study.takenUp, 0),
      all: work.studies.reduce((sum, study) => sum + study.recommendations.length, 0),
    },
    events: work.events
      .filter(({ heldOn, plannedOn }) => (heldOn ?? plannedOn)?.startsWith(year) === true)
      .map((event) => ({
        ...{ id: event.id, title: event.title, heldOn: event.heldOn, plannedOn: event.plannedOn },
        persons: attendedOf([event]).persons,
      })),
    budget: budgetSums([
      ...work.plans.flatMap(({ budget }) => budget),
      ...work.actions.flatMap(({ budget }) => budget),
    ]),
  }
}
