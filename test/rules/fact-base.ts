// A small fact base written out by hand, for tests of rules. Fictional throughout.
import type { CohortSpec } from '../../src/rules/cohorts.ts'
import { type EvaluableRule, type Evaluation, evaluate, yearContext } from '../../src/rules/evaluate.ts'
import type { CoverageFact, Fact, FactBase, KindSpec, ReportFact } from '../../src/rules/facts.ts'

export type Given = {
  actors?: string[]
  kinds?: Record<string, Partial<KindSpec>>
  facts?: {
    id?: string
    actor: string
    kind: string
    from?: string
    until?: string
    edtf?: string
    fields?: Record<string, unknown>
  }[]
  /** Actor, in force from, until. */
  parties?: [string, string, string?][]
  /** Reports with their answers: a state, or a number. */
  reports?: {
    actor: string
    year: number
    on: string
    answers?: Record<string, string | number>
    subject?: string
    obligation?: string
  }[]
  coverage?: {
    register: string
    actor?: string
    from?: string
    until?: string | null
    level?: CoverageFact['level']
    knownFrom?: string
  }[]
  due?: Record<string, string>
}

const group = <T>(rows: T[], key: (row: T) => string) => Map.groupBy(rows, key)

/** Everything is complete for 2020 to 2030 unless `coverage` says otherwise for a register. */
export const makeBase = (given: Given): FactBase => {
  const actors = given.actors ?? ['XAA', 'XAB', 'XAC', 'XAD']
  const reports = (given.reports ?? []).map((report, index) => ({
    ...report,
    id: `report-${index}`,
    obligation: report.obligation ?? 'article-7',
  }))
  const facts: Fact[] = [
    ...(given.facts ?? []).map((fact, index) => ({
      id: fact.id ?? `datum-${index}`,
      actor: fact.actor,
      kind: fact.kind,
      externalId: fact.id ?? null,
      subject: null,
      heldFrom: fact.from ?? null,
      heldUntil: fact.until ?? null,
      heldEdtf: fact.edtf ?? null,
      knownFrom: fact.from ?? '2020-01-01',
      fields: fact.fields ?? {},
    })),
    ...reports.map((report) => ({
      id: report.id,
      actor: report.actor,
      kind: `${report.obligation}-report`,
      externalId: null,
      subject: report.subject ?? null,
      heldFrom: report.on,
      heldUntil: null,
      knownFrom: report.on,
      fields: { coversYear: report.year, cycle: report.year + 1, receivedOn: report.on },
    })),
  ]
  const byKind = group(facts, (fact) => fact.kind)
  const reportFacts: ReportFact[] = reports
    .map((report) => ({
      id: report.id,
      actor: report.actor,
      obligation: report.obligation,
      coversYear: report.year,
      subject: report.subject ?? null,
      version: 1,
      receivedOn: report.on,
    }))
    .sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1))
  const stated = new Set((given.coverage ?? []).map((row) => row.register))
  return {
    knownOn: '2030-12-31',
    actors: new Map(actors.map((id) => [id, { id, kind: 'state', name: `State ${id}` }])),
    facts: (kind) => group(byKind.get(kind) ?? [], (fact) => fact.actor),
    memberships: () =>
      group(
        (given.parties ?? []).map(([actor, from, until]) => ({
          actor,
          from,
          until: until ?? null,
          datumIds: [`deposit-${actor}`],
        })),
        (row) => row.actor,
      ),
    reports: (obligation, actor) =>
      reportFacts.filter((report) => report.obligation === obligation && report.actor === actor),
    reportsAbout: (obligation, subject) =>
      reportFacts.filter((report) => report.obligation === obligation && report.subject === subject),
    answer: (reportId, question) => {
      const said = reports.find((report) => report.id === reportId)?.answers?.[question]
      if (said === undefined) return undefined
      const id = `${reportId}/${question}`
      return typeof said === 'number'
        ? { id, state: 'yes', silence: null, number: said }
        : { id, state: said, silence: null, number: null }
    },
    statedApart: (register) => [
      ...new Set(
        (given.coverage ?? []).flatMap((row) => (row.register === register ? (row.actor ?? []) : [])),
      ),
    ],
    coverage: (register, actor) =>
      stated.has(register)
        ? given
            .coverage!.filter((row) => row.register === register)
            .filter((row) => row.actor === undefined || row.actor === actor)
            .map((row) => ({
              register,
              actor: row.actor ?? null,
              from: row.from ?? '2020-01-01',
              until: row.until ?? null,
              level: row.level ?? 'complete',
              statedBy: 'the test',
              knownFrom: row.knownFrom ?? '2020-01-01',
            }))
        : [
            {
              register,
              from: '1999-01-01',
              until: null,
              level: 'complete',
              statedBy: 'the test',
              knownFrom: '1999-01-01',
            },
          ],
    kind: (kind) => ({ title: kind, time: 'event', fields: {}, ...given.kinds?.[kind] }),
    dueOn: (_duty, actor, year) => ({
      date: given.due?.[actor] ?? `${year}-04-30`,
      derivation: { key: 'report-due-day' },
    }),
    parties: ['XAA'],
    planPeriod: { from: '2025-01-01', until: '2030-01-01' },
  }
}

export const testCohorts: Record<string, CohortSpec> = {
  'states-parties': { title: 'States Parties', words: 'In force.', rule: { party: 'treaty' } },
  'states-not-party': {
    title: 'States not party',
    words: 'Not in force.',
    rule: { all: [{ actorKind: 'state' }, { not: { party: 'treaty' } }] },
  },
  mined: {
    title: 'With mined areas',
    words: 'Mined.',
    rule: { all: [{ cohort: 'states-parties' }, { some: 'mined-area' }] },
  },
  victims: {
    title: 'With victims',
    words: 'Victims.',
    rule: { all: [{ cohort: 'states-parties' }, { some: 'victims' }] },
  },
  affected: {
    title: 'Affected',
    words: 'Either.',
    rule: { any: [{ cohort: 'mined' }, { cohort: 'victims' }] },
  },
}

export type Asked = {
  year?: number
  asOf?: string
  meeting?: string
  let?: Record<string, unknown>
  cohorts?: Record<string, CohortSpec>
}

/** The evaluation of one rule over a base; 2025 as of the end of the year unless told otherwise. */
export const evaluateOn = (base: FactBase, rule: EvaluableRule, asked: Asked = {}): Evaluation => {
  const year = asked.year ?? 2025
  const context = yearContext(base, {
    year,
    asOf: asked.asOf ?? `${year}-12-31`,
    meeting:
      asked.meeting === undefined
        ? undefined
        : {
            id: 'meeting',
            actor: 'MEETING',
            kind: 'meeting',
            externalId: null,
            subject: null,
            heldFrom: asked.meeting,
            heldUntil: null,
            knownFrom: '2020-01-01',
            fields: { startsOn: asked.meeting },
          },
    let: asked.let ?? {},
    cohorts: asked.cohorts ?? testCohorts,
    obligation: 'article-7',
  })
  return evaluate(context, rule)
}

/** State by member, for short assertions. */
export const states = (evaluation: Evaluation): Record<string, string> =>
  Object.fromEntries(evaluation.members.map((member) => [member.member, member.state]))
