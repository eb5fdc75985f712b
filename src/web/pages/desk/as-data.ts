// The page of a focal point as data: its parts one after another, and as one table.
import type { FactChange } from '../../../indicators/changes.ts'
import type { DutyShown } from '../../data/duties.ts'
import { type CsvValue, enteredMark, type Table } from '../../twin.ts'
import type { DeskLoaded } from './load.ts'
import { countGaps } from './parts.ts'

export const deskJson = (loaded: DeskLoaded) => {
  const { asOf, actors, ids, overdue, ahead, beside, next, gaps, stale, figures, waiting, news } = loaded
  return {
    asOf,
    actors: actors.map(({ id, name }) => ({ actor: id, name })),
    of: ids,
    counted: {
      ...{
        overdue: overdue.length,
        next,
        ahead: ahead.length,
        beside: beside.length,
        stale: stale.length,
        figures,
      },
      ...{ gaps: countGaps(gaps), waiting: waiting.length },
      news: news.facts.length + news.acts.length + news.reports.length + news.coverage.length,
    },
    ...{ overdue, ahead, beside, gaps, stale, waiting, news },
  }
}

const columns = [
  ...['part', 'actor', 'name', 'what', 'about', 'instance', 'due', 'status', 'responsible'],
  ...['on', 'source', 'id', 'mark'],
]

const dutyRow = (part: string, duty: DutyShown): CsvValue[] => [
  ...[part, duty.actor, duty.name, duty.title, duty.instrumentTitle, duty.instance, duty.due, duty.status],
  ...[duty.responsible, null, duty.source.title, duty.key, duty.entered ? enteredMark : null],
]

const factRow = ({ change, fact }: FactChange): CsvValue[] => [
  ...['news', fact.actor, fact.name, fact.says, fact.title, null, null, change, null],
  ...[fact.knownFrom, fact.source?.title ?? null, fact.datumId, fact.entered ? enteredMark : null],
]

export const deskTable = ({ overdue, ahead, beside, gaps, stale, waiting, news }: DeskLoaded): Table => ({
  columns,
  rows: [
    ...overdue.map((duty) => dutyRow('overdue', duty)),
    ...ahead.map((duty) => dutyRow('due', duty)),
    ...beside.map((duty) => dutyRow('also in the months', duty)),
    ...stale.map((one): CsvValue[] => [
      ...[
        'stale',
        one.actor,
        one.name,
        one.title ?? one.kindTitle,
        one.kindTitle,
        null,
        null,
        one.state,
        null,
      ],
      ...[one.asOf, null, one.id ?? one.datumId, one.entered ? enteredMark : null],
    ]),
    ...gaps.reports.map((duty) => dutyRow('report not found', duty)),
    ...gaps.notFound.map((duty) => dutyRow('not found', duty)),
    ...gaps.missed.map((duty) => dutyRow('missed', duty)),
    ...gaps.nobody.map((duty) => dutyRow('nobody responsible', duty)),
    ...waiting.map((one): CsvValue[] => [
      ...['waiting', one.actor, one.actorName, one.title, one.about, null, null, one.reason, null],
      ...[one.changedAt, null, one.thing, null],
    ]),
    ...news.reports.map((one): CsvValue[] => [
      ...['news', one.actor, one.name, one.title, one.title, null, null, 'report', null],
      ...[one.receivedOn, null, one.reportId, one.entered ? enteredMark : null],
    ]),
    ...[...news.acts, ...news.facts].map(factRow),
    ...news.coverage.map((one): CsvValue[] => [
      ...['news', one.actor, one.actorName, one.register, null, null, null, one.level, null],
      ...[one.knownFrom, one.statedBy, null, one.entered ? enteredMark : null],
    ]),
  ],
})
