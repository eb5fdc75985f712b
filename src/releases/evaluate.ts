// What the inputs of a release give under its definitions. Pure: creating a release and verifying one are the same
// computation, from the payload alone.

import { knownOn } from '../facts/datum.ts'
import { inOrder } from '../formats/canonical.ts'
import { meetingOf } from '../indicators/clock.ts'
import { type Computed, computeYear, type PlanRules } from '../indicators/compute.ts'
import { factBase } from '../indicators/fact-base.ts'
import { lawUnder, planLaw, termsOf } from '../indicators/law.ts'
import { coverageShown } from '../indicators/store.ts'
import { setsDeadline } from '../parties/treaty.ts'
import { makeCohorts } from '../rules/cohorts.ts'
import { yearContext } from '../rules/evaluate.ts'
import type { FactBase } from '../rules/facts.ts'
import type { ReleaseCohortList, ReleasePayload, ReleaseValue } from './release.ts'

/** What says how to compute. */
export type Definitions = Pick<
  ReleasePayload,
  'instrument' | 'treaty' | 'otherTreaties' | 'let' | 'rules' | 'cohorts' | 'kinds'
>
/** What is computed from. */
export type Inputs = Pick<
  ReleasePayload,
  'actors' | 'coverage' | 'datums' | 'reports' | 'answers' | 'year' | 'asOf' | 'knownOn'
>
export type Figures = Pick<ReleasePayload, 'values' | 'cohortLists'>

/** The rules with what they name, as the evaluator takes them. */
export const planRulesOf = ({ instrument, treaty, ...rest }: Definitions): PlanRules => ({
  id: instrument.id,
  treaty: instrument.treaty ?? '',
  obligation: instrument.obligation ?? '',
  years: instrument.years,
  let: rest.let,
  rules: rest.rules,
  cohorts: rest.cohorts,
  kinds: rest.kinds,
  law: planLaw({
    treaty: termsOf(treaty ?? undefined),
    period: instrument.period,
    ownersDeclare: instrument.ownersDeclare === true,
    oneByOwners: instrument.oneByOwners === true,
    judging: instrument.judging,
  }),
  begins: { stated: instrument.periodStated === true, date: instrument.source.date },
})

type Before = { names: string[]; knownFrom: string }

/**
 * The ids of the versions a fact of the release took the place of, and of those entered here that others name; and since when the
 * first of them is known.
 */
const versionsIn = (datums: Inputs['datums']): ((datum: Inputs['datums'][number]) => Before) => {
  const byId = new Map(datums.map((datum) => [datum.id, datum]))
  return (datum) => {
    const names = new Set<string>()
    const beforeIt = ({ supersedes }: typeof datum) => byId.get(supersedes ?? '')
    let { knownFrom } = datum
    for (let one = beforeIt(datum); one !== undefined && !names.has(one.id); one = beforeIt(one)) {
      names.add(one.id).add(one.externalId ?? one.id)
      knownFrom = one.knownFrom
    }
    for (const name of datum.names ?? []) names.add(name)
    return { names: [...names], knownFrom }
  }
}

/** The fact base that a release's inputs make under its definitions. */
export const baseOf = (definitions: Definitions, inputs: Inputs): FactBase => {
  const { instrument, treaty, otherTreaties, kinds } = definitions
  const held = [...(treaty === null ? [] : [treaty]), ...otherTreaties]
  const law = lawUnder({
    treaty: instrument.treaty ?? '',
    findLaw: (id) => held.find((one) => one.id === id),
    deadlineUnder: (article) => held.find((one) => setsDeadline(one, article))?.id,
    kinds,
    parties: instrument.parties,
    planPeriod: instrument.period,
    anyonesWord: instrument.ownersDeclare !== true,
    eitherWord: instrument.oneByOwners !== true,
    judgedBefore: instrument.judging === undefined,
  })
  const stands = knownOn(
    inputs.datums.map((datum) => ({ ...datum, datumId: datum.id })),
    inputs.knownOn,
  )
  const beforeIt = versionsIn(inputs.datums)
  const lines = Map.groupBy(inputs.answers, (answer) => answer.report)
  return factBase(
    {
      knownOn: inputs.knownOn,
      actors: inputs.actors.map(({ id, kind, names, unitOf }) => ({
        ...{ id, kind, name: names.en?.short ?? id },
        ...(instrument.judging === undefined || unitOf === undefined ? {} : { unitOf }),
      })),
      datums: inOrder(
        stands,
        (datum) => datum.heldFrom,
        (datum) => datum.knownFrom,
        (datum) => datum.id,
      )
        .map((datum) => ({ datum, before: beforeIt(datum) }))
        .map(({ datum, before }) => [
          datum.actor,
          datum.id,
          datum.kind,
          datum.externalId,
          datum.subject,
          datum.heldFrom,
          datum.heldUntil,
          datum.knownFrom,
          datum.fields,
          datum.heldEdtf,
          datum.leadsTo,
          before.names,
          before.knownFrom,
        ]),
      reports: inOrder(
        inputs.reports,
        (report) => report.receivedOn,
        (report) => report.version,
        (report) => report.id,
      ).map((report) => [
        report.actor,
        report.id,
        report.obligation,
        report.coversYear,
        report.subject,
        report.version,
        report.receivedOn,
        report.language,
        report.document,
      ]),
      answers: [...lines].map(([report, answers]) => [
        report,
        answers
          .map(({ question, id, state, number, silence }) =>
            [question, id, state, number ?? '', silence ?? ''].join('|'),
          )
          .join('\n'),
      ]),
      coverage: inputs.coverage,
    },
    law,
  )
}

const frozenValue = (computed: Computed): Omit<ReleaseValue, 'sealed'> => ({
  indicator: computed.number,
  year: computed.year,
  reading: computed.reading,
  asOf: computed.asOf,
  n: computed.numerator,
  d: computed.denominator,
  status: computed.status,
  provisionalUntil: computed.provisionalUntil,
  reason: computed.statusReason,
  coverage: coverageShown(computed.reaches),
  reportedAmong:
    computed.reportedAmong === null
      ? null
      : { n: computed.reportedAmong.numerator, d: computed.reportedAmong.denominator },
  target: computed.target === null ? null : { said: computed.target.said, state: computed.target.state },
  ruleSha256: computed.ruleHash,
  members:
    computed.reading === 'default'
      ? inOrder(
          computed.members.map(({ member, actor, state, inN, inD, reason, datumIds }) => ({
            member,
            actor,
            state,
            inN,
            inD,
            reason,
            datums: [...datumIds],
          })),
          (row) => row.member,
          (row) => row.actor,
        )
      : [],
})

/** The cohorts of the definitions on the as-of date, by name. */
const cohortListsOf = (plan: PlanRules, base: FactBase, year: number, asOf: string): ReleaseCohortList[] => {
  const { scope } = yearContext(base, {
    year,
    asOf,
    meeting: meetingOf(base, plan.treaty, year),
    let: plan.let,
    cohorts: plan.cohorts,
    obligation: plan.obligation,
  })
  const cohorts = makeCohorts(scope, plan.cohorts)
  return inOrder(Object.keys(plan.cohorts), (name) => name).map((name) => {
    const { members, undetermined, reaches } = cohorts.on(name, asOf)
    return {
      cohort: name,
      on: asOf,
      level: coverageShown(reaches).level,
      members: inOrder(
        members.map(({ actor, from, until, reason, datumIds }) => ({
          actor,
          since: from,
          until,
          reason,
          datums: [...datumIds],
        })),
        (row) => row.actor,
      ),
      undetermined: inOrder(undetermined, (row) => row.actor),
    }
  })
}

/**
 * The values of the year under every reading, and of the plan's earlier years under the default one, each as of its
 * own day; and the cohorts on the as-of date. `sealed` is what the file says of a value, since no file can tell it.
 * Throws Problem where the definitions say something Pacta does not know.
 */
export const figuresOf = (
  definitions: Definitions,
  inputs: Inputs,
  sealed: (indicator: string) => string[],
): Figures => {
  const plan = planRulesOf(definitions)
  const base = baseOf(definitions, inputs)
  const numbers = Object.keys(plan.rules)
  const { year, asOf } = inputs
  const earlier = plan.years.filter((one) => one < year)
  const computed = [
    ...earlier.flatMap((one) =>
      computeYear(plan, base, {
        year: one,
        today: inputs.knownOn,
        cells: numbers.map((number) => ({ number, reading: 'default' })),
      }),
    ),
    ...computeYear(plan, base, {
      year,
      asOf,
      today: inputs.knownOn,
      cells: numbers.flatMap((number) =>
        ['default', ...Object.keys(plan.rules[number]!.readings)].map((reading) => ({ number, reading })),
      ),
    }),
  ]
  return {
    values: inOrder(
      computed.map((one) => ({ ...frozenValue(one), sealed: sealed(one.number) })),
      (value) => value.indicator,
      (value) => value.year,
      (value) => value.reading,
    ),
    cohortLists: cohortListsOf(plan, base, year, asOf),
  }
}
