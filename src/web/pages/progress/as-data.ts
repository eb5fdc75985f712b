// A progress report as data: what its page says of each indicator, action, event and line of money, from the release alone.
import { workReadingOf } from '../../../documents/progress/work-reading.ts'
import { createSpeaker } from '../../../documents/status/speaker.ts'
import { budgetSums } from '../../../implementation/budget.ts'
import { attendedOf } from '../../../implementation/events.ts'
import { inEnglish } from '../../../indicators/names.ts'
import type { ReadingJudged } from '../../../indicators/targets.ts'
import { judgedOf } from '../../../releases/judged.ts'
import type { Release } from '../../../releases/release.ts'

const readingData = ({ reading, words, value, asked, status, target, standing, isLate }: ReadingJudged) => ({
  ...{ reading, words, value, asked, status },
  target: target === null ? null : inEnglish(target),
  standing,
  isLate,
})

/** What the report of a release says, in English and in ids. */
export const progressData = ({ payload }: Release) => {
  const judged = judgedOf(payload)
  const work = workReadingOf(payload, createSpeaker(payload, 'en'))
  const year = String(payload.year)
  return {
    indicators: payload.instrument.indicators.map(({ number, text }) => {
      return {
        number,
        text,
        readings: judged.readingsOf(number, payload.year).map(readingData),
        records: (judged.recordsOf(number)?.records ?? []).map(({ id, actor, on, read }) => ({
          ...{ record: id, actor, on, state: read[0]!.state },
          why: read[0]!.state === 'counted' ? null : inEnglish(read[0]!.reason),
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
