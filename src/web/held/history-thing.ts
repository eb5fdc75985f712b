// What a key of the audit trail names: whose it is, for permission, and where it stands.
import type { Thing } from '../../accounts/thing.ts'
import { listTouching } from '../../db/history-store.ts'
import { type Db, isUuid, type World } from '../../db/store.ts'
import { readThingKey } from '../../db/thing-key.ts'
import { findFactDraft } from '../../facts/fact-draft-store.ts'
import { listDatums } from '../../facts/store.ts'
import type { ReportDraft } from '../../reports/draft.ts'
import { findDraft } from '../../reports/draft-store.ts'
import { reportName } from '../../reports/naming.ts'
import { listReportVersions } from '../../reports/store.ts'
import { kindOfFact } from './fact-thing.ts'
import { figuresOf } from './figures-thing.ts'
import type { Reader } from './handles.ts'
import { keeperOfObligation, reportOnItsWay } from './report-thing.ts'

/** A thing of the trail, for who looks back at it. */
export type NamedThing = {
  kind: string
  /** As permission asks about it; what belongs to nobody is a matter of those who keep the installation. */
  asked: Thing
  title: string | null
  whose: string | null
  path: string | null
  revision: number | null
  /** Its events stand in the trail of people. */
  isOfPeople: boolean
}

const ofPeople = ['person', 'grant', 'department', 'token', 'invitation', 'letter']

const thingIn = (world: World, given: Partial<Thing> & Pick<Thing, 'kind'>): Thing => ({
  world,
  owners: [],
  keeper: null,
  state: 'published',
  tier: 'public',
  departments: [],
  writtenBy: null,
  ...given,
})

const named = (kind: string, asked: Thing, more: Partial<NamedThing> = {}): NamedThing => ({
  kind,
  asked,
  title: null,
  whose: asked.owners[0] ?? null,
  path: null,
  revision: null,
  isOfPeople: false,
  ...more,
})

const factNamed = async (db: Db, world: World, id: string): Promise<NamedThing | undefined> => {
  const slash = id.lastIndexOf('/')
  const [actor, datumId] = [id.slice(0, slash), id.slice(slash + 1)]
  if (!isUuid(datumId)) return undefined
  const [datum] = await listDatums(db, { actor, datumIds: [datumId] })
  if (datum === undefined) return undefined
  const { kind, tier } = datum
  const asked = thingIn(world, { kind: kindOfFact(kind), owners: [actor], tier: tier as Thing['tier'] })
  return named('fact', asked, { title: kind, path: `/states/${actor}` })
}

type Begun = Pick<ReportDraft, 'actor' | 'obligation' | 'coversYear' | 'owner'>

/** What a draft was about; from the trail, where it was discarded. */
const draftNamed = async (
  { db, world, person }: Reader,
  id: string,
  key: string,
): Promise<NamedThing | undefined> => {
  const draft = await findDraft(db, id)
  const begun =
    draft ??
    ((await listTouching(db, key, { until: null, limit: 1 })).find(
      ({ action }) => action === 'draft-discarded',
    )?.before as Begun | undefined)
  if (begun === undefined) return undefined
  const { actor, obligation, coversYear } = begun
  return named('report-draft', reportOnItsWay(world, begun, person), {
    whose: actor,
    title: `${obligation} ${coversYear}`,
    path: draft === undefined ? null : `/enter/reports/${id}`,
    revision: draft?.revision ?? null,
  })
}

const factDraftNamed = async (db: Db, world: World, id: string, key: string) => {
  const draft = await findFactDraft(db, id)
  const [last] = draft === undefined ? await listTouching(db, key, { until: null, limit: 1 }) : []
  const kept = last?.before as { owners?: string[]; content?: { kind?: string } } | null | undefined
  const owners = draft?.owners ?? kept?.owners
  if (owners === undefined) return undefined
  const kind = draft?.kind ?? kept?.content?.kind ?? ''
  return named('fact-draft', thingIn(world, { kind: kindOfFact(kind), owners, state: 'draft' }), {
    title: kind,
    path: draft === undefined ? null : `/enter/facts/drafts/${id}`,
    // What is published has nothing left to bring back: the fact itself has its own history.
    revision: draft === undefined || draft.publishedDatum !== null ? null : draft.revision,
  })
}

const reportNamed = async (db: Db, world: World, id: string): Promise<NamedThing | undefined> => {
  if (!isUuid(id)) return undefined
  const [version] = await listReportVersions(db, { reportId: id })
  if (version === undefined) return undefined
  const { actor, obligation, coversYear } = version
  const asked = thingIn(world, { kind: 'report', owners: [actor], keeper: keeperOfObligation(obligation) })
  return named('report', asked, {
    title: `${obligation} ${coversYear}`,
    path: `/reports/${reportName(version)}`,
  })
}

const releaseNamed = async (db: Db, world: World, sha256: string, key: string) => {
  const frozen = (await listTouching(db, key, { until: null, limit: 1000 })).find(
    ({ action }) => action === 'release-frozen' || action === 'older-events-chained',
  )
  if (frozen === undefined) return undefined
  const { plan = '' } = frozen.after as { plan?: string }
  return named('release', await figuresOf(db, world, plan), {
    title: plan === '' ? null : plan,
    whose: null,
    path: `/releases/${sha256.slice(0, 12)}`,
  })
}

/** What a key names in a world; undefined where there is no such thing, and was none. */
export const nameThing = async (reader: Reader, key: string): Promise<NamedThing | undefined> => {
  const { db, world } = reader
  const read = readThingKey(key)
  if (read === undefined) return undefined
  const { kind, id } = read
  if (kind === 'fact') return factNamed(db, world, id)
  if (kind === 'report-draft') return draftNamed(reader, id, key)
  if (kind === 'fact-draft') return factDraftNamed(db, world, id, key)
  if (kind === 'report') return reportNamed(db, world, id)
  if (kind === 'release') return releaseNamed(db, world, id, key)
  const isOfPeople = ofPeople.includes(kind)
  const path = kind === 'instrument' ? `/plans/${id}` : kind === 'setting' ? '/staleness' : null
  return named(kind, thingIn(world, { kind: 'audit' }), { title: id, whose: null, path, isOfPeople })
}
