// What the pages of States read, from what is held.

import type { Submitted } from '../../accounts/submitted.ts'
import type { Db } from '../../db/store.ts'
import type { Staleness } from '../../engagements/staleness.ts'
import { type Datum, knownOn } from '../../facts/datum.ts'
import { fieldsOf } from '../../facts/kind.ts'
import { isRows, rowsText } from '../../facts/rows-field.ts'
import { listDatums } from '../../facts/store.ts'
import { todayIn } from '../../facts/today.ts'
import { inEnglish, treatyTitle } from '../../indicators/names.ts'
import { stalenessOfEach } from '../../indicators/stale.ts'
import { listStateValues } from '../../indicators/value-lists.ts'
import { regionalGroups } from '../../parties/actor.ts'
import { findActor, type HeldActor, listActors } from '../../parties/actor-store.ts'
import { membershipsFor } from '../../parties/membership.ts'
import { withConflicts } from '../../parties/put-off.ts'
import { actOf } from '../../parties/status-event.ts'
import { findTreaty } from '../../parties/treaty.ts'
import { reportName } from '../../reports/naming.ts'
import { currentVersion, periodKey } from '../../reports/report.ts'
import { readShippedKinds, readShippedQuestionnaires } from '../../reports/shipped.ts'
import { listAnswers, listReportVersions } from '../../reports/store.ts'
import type { ActorShown, FactShown, MembershipShown, ReportShown, StateData } from '../data/states.ts'
import type { Handles } from './handles.ts'
import { sourceShown } from './source.ts'
import { ageShown } from './staleness.ts'
import { submissionsOf } from './submissions.ts'

/** The regional group's name; a fictional world's file writes its own. */
const regionTitle = (region: string | null): string | null =>
  region === null ? null : (new Map<string, string>(Object.entries(regionalGroups)).get(region) ?? region)

export const actorShown = (actor: HeldActor): ActorShown => ({
  id: actor.id,
  kind: actor.kind,
  name: actor.names.en?.short ?? actor.id,
  names: Object.entries(actor.names).map(([language, name]) => ({
    language,
    short: name.short,
    formal: name.formal ?? null,
  })),
  iso2: actor.iso2,
  iso3: actor.iso3,
  m49: actor.m49,
  unMember: actor.unMember,
  region: regionTitle(actor.region),
  tile:
    actor.tileColumn === null || actor.tileRow === null
      ? null
      : { column: actor.tileColumn, row: actor.tileRow },
})

const membershipsShown = (datums: readonly Datum[], conflicts: readonly Datum[]): MembershipShown[] => {
  const byTreaty = Map.groupBy(datums, (datum) => String(datum.body.treaty))
  return [...byTreaty].flatMap(([treaty, own]) => {
    const events = own.map((datum) => ({ ...actOf(datum.actor, datum.body), source: datum.source }))
    const rules = findTreaty(treaty)
    return membershipsFor(withConflicts(events, rules, conflicts), rules).flatMap((membership) => {
      const { from, unknownFrom } = membership
      const source = sourceShown(membership.events.at(-1)?.source ?? null)
      return from === null && unknownFrom === null
        ? []
        : [
            {
              treaty,
              title: treatyTitle(treaty),
              from,
              consentedOn: from === null ? unknownFrom : null,
              until: membership.until,
              reason: inEnglish(membership.reason),
              said: membership.reason,
              source,
              statedOn: source?.date ?? null,
            },
          ]
    })
  })
}

/**
 * Datums as pages show them, without acts of status. `ages` by their ids, for those that grow old; `submissionOf` tells
 * by whom a thing was submitted.
 */
export const factsShown = (
  datums: readonly Datum[],
  ages: ReadonlyMap<string, Staleness> = new Map(),
  submissionOf: (thing: string) => Submitted | null = () => null,
): FactShown[] => {
  const kinds = readShippedKinds()
  const superseded = new Map(
    datums.flatMap((datum) => (datum.supersedes === null ? [] : [[datum.supersedes, datum.datumId]])),
  )
  const retracted = new Set(datums.map((datum) => datum.retracts))
  return datums
    .filter((datum) => datum.retracts === null && datum.kind !== 'status-event')
    .map((datum) => {
      const kind = kinds[datum.kind]
      const specs = kind === undefined ? {} : fieldsOf(kind)
      const order = Object.keys(specs)
      const { note, ...fields } = datum.body
      const age = ages.get(datum.datumId)
      return {
        id: datum.datumId,
        kind: datum.kind,
        title: kind?.title ?? datum.kind,
        fields: Object.entries(fields)
          .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
          .map(([name, value]) => ({
            name,
            value: isRows(value) ? rowsText(value) : (value as string),
            unit: specs[name]?.unit ?? null,
          })),
        held: datum.heldEdtf ?? datum.heldFrom,
        heldUntil: datum.heldUntil,
        knownFrom: datum.knownFrom,
        source: sourceShown(datum.source),
        locator: datum.locator,
        quotation: datum.quotation,
        language: datum.language,
        note: typeof note === 'string' ? note : null,
        entered: datum.entered,
        submitted: submissionOf(`fact:${datum.actor}/${datum.datumId}`),
        tier: datum.tier,
        supersededBy: superseded.get(datum.datumId) ?? null,
        retracted: retracted.has(datum.datumId),
        ...(age === undefined ? {} : { age: ageShown(age) }),
      }
    })
}

const reportsShown = async (db: Db, actor: string): Promise<ReportShown[]> => {
  const titles = new Map(
    readShippedQuestionnaires().map((questionnaire) => [questionnaire.id, questionnaire.title]),
  )
  const versions = await listReportVersions(db, { actor })
  const submissionOf = await submissionsOf(
    db,
    versions.map(({ reportId }) => `report:${reportId}`),
  )
  const answers = Map.groupBy(await listAnswers(db, { actor }), (answer) => answer.reportId)
  const periods = Map.groupBy(versions, periodKey)
  const current = new Set([...periods.values()].map((period) => currentVersion(period)?.reportId))
  return versions.map((version) => ({
    id: reportName(version),
    obligation: version.obligation,
    title: titles.get(version.obligation) ?? version.obligation,
    coversYear: version.coversYear,
    version: version.version,
    receivedOn: version.receivedOn,
    language: version.language,
    voluntary: version.document.voluntary === true,
    current: current.has(version.reportId),
    entered: version.entered,
    submitted: submissionOf(`report:${version.reportId}`),
    answers: answers.get(version.reportId)?.length ?? 0,
    source: sourceShown(version.source),
  }))
}

/** States of one world. */
export const statesHeld = ({ db, seen }: Handles): StateData => ({
  listStates: async () => (await listActors(db, 'state')).map(actorShown),
  findActor: async (id) => {
    const actor = await findActor(db, id)
    return actor === undefined ? undefined : actorShown(actor)
  },
  listMemberships: async (actor) => {
    const today = await todayIn(db)
    // Who is bound is computed: by public facts alone, whoever asks.
    const known = async (kind: string) =>
      knownOn(await listDatums(db, { actor, kind }), today).filter(({ tier }) => tier === 'public')
    return membershipsShown(await known('status-event'), await known('armed-conflict'))
  },
  listStateValues: (actor) => listStateValues(db, actor),
  listFacts: async (actor) => {
    // Engagements and votes stand on the page of the State's ministry.
    const elsewhere = Object.entries(readShippedKinds()).flatMap(([kind, { topic }]) =>
      topic === undefined ? [] : [kind],
    )
    const datums = await listDatums(seen, { actor, exceptKinds: elsewhere })
    const submissionOf = await submissionsOf(
      db,
      datums.map(({ datumId }) => `fact:${actor}/${datumId}`),
    )
    return factsShown(datums, await stalenessOfEach(seen, datums), submissionOf)
  },
  listReports: (actor) => reportsShown(db, actor),
})
