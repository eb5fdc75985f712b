// What a key of the audit trail names: whose it is, for permission, and where it stands.
import { findDepartment } from '../../accounts/department-store.ts'
import { findGrant } from '../../accounts/grant-store.ts'
import type { Thing } from '../../accounts/thing.ts'
import { findHeldPage } from '../../cooperation/store.ts'
import { listTouching } from '../../db/history-store.ts'
import { type Db, isUuid, type World } from '../../db/store.ts'
import { readThingKey } from '../../db/thing-key.ts'
import { findStated } from '../../facts/coverage-store.ts'
import { findFactDraft } from '../../facts/fact-draft-store.ts'
import { writersOfTyped } from '../../facts/fact-owners.ts'
import { listDatums } from '../../facts/store.ts'
import { formIdPrefix, type TypedFact } from '../../facts/typed-fact.ts'
import type { ReportDraft } from '../../reports/draft.ts'
import { findDraft } from '../../reports/draft-store.ts'
import { reportName } from '../../reports/naming.ts'
import { listReportVersions } from '../../reports/store.ts'
import { pagePath } from '../cooperation-path.ts'
import type { ThingAbout } from '../data/history.ts'
import { kindOfFact } from './fact-thing.ts'
import { figuresOf } from './figures-thing.ts'
import type { Reader } from './handles.ts'
import { keeperOfObligation, reportOnItsWay } from './report-thing.ts'

/** A thing of the trail, for who looks back at it. */
export type NamedThing = {
  kind: string
  /** As permission asks about it; what belongs to nobody is a matter of those who keep the installation. */
  asked: Thing
  /** The same for bringing back what it said, where others may than read it. */
  toRestore?: Thing
  title: string | null
  whose: string | null
  about: ThingAbout
  path: string | null
  revision: number | null
  /** Its events stand in the trail of people. */
  isOfPeople: boolean
  /** It is about whoever asks: they see what is kept of them. */
  isOwn: boolean
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

const nothingKnown: ThingAbout = { factKind: null, obligation: null, coversYear: null, plan: null }

const named = (kind: string, asked: Thing, more: Partial<NamedThing> = {}): NamedThing => ({
  kind,
  asked,
  title: null,
  whose: asked.owners[0] ?? null,
  about: nothingKnown,
  path: null,
  revision: null,
  isOfPeople: false,
  isOwn: false,
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
  return named('fact', asked, {
    title: kind,
    about: { ...nothingKnown, factKind: kind },
    // What was entered here has a page of its own.
    path: datum.externalId?.startsWith(formIdPrefix)
      ? `/enter/facts/${datum.externalId}`
      : `/states/${actor}`,
  })
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
    about: { ...nothingKnown, obligation, coversYear },
    path: draft === undefined ? null : `/enter/reports/${id}`,
    revision: draft?.revision ?? null,
  })
}

const factDraftNamed = async (db: Db, world: World, id: string, key: string) => {
  const draft = await findFactDraft(db, id)
  const [last] = draft === undefined ? await listTouching(db, key, { until: null, limit: 1 }) : []
  const kept = last?.before as { owners?: string[]; content?: TypedFact } | null | undefined
  const owners = draft?.owners ?? kept?.owners
  if (owners === undefined) return undefined
  const kind = draft?.kind ?? kept?.content?.kind ?? ''
  const asked = thingIn(world, { kind: kindOfFact(kind), owners, state: 'draft' })
  const content = draft?.content ?? kept?.content
  return named('fact-draft', asked, {
    ...(content === undefined ? {} : { toRestore: { ...asked, owners: await writersOfTyped(db, content) } }),
    title: kind,
    about: { ...nothingKnown, factKind: kind },
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
    about: { ...nothingKnown, obligation, coversYear },
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
    about: { ...nothingKnown, plan },
    path: `/releases/${sha256.slice(0, 12)}`,
  })
}

/** A version of a page belongs to whose page it is. */
const pageNamed = async (db: Db, world: World, sha256: string): Promise<NamedThing | undefined> => {
  const held = await findHeldPage(db, sha256)
  if (held === undefined) return undefined
  const { actor, owners } = held
  const asked = thingIn(world, { kind: 'figures', owners })
  return named('page', asked, {
    toRestore: { ...asked, state: 'draft' },
    whose: actor,
    path: held.isGivenUp ? null : pagePath(actor, sha256),
  })
}

/** A word about the records of one actor is that actor's; one about everyone's is a matter of the installation. */
const declarationNamed = async (db: Db, world: World, id: string): Promise<NamedThing | undefined> => {
  const stated = isUuid(id) ? await findStated(db, id) : undefined
  if (stated === undefined) return undefined
  const { register, actor } = stated
  const about = { title: register, about: { ...nothingKnown, factKind: register } }
  return actor === null
    ? named('coverage', thingIn(world, { kind: 'audit' }), { ...about, whose: null })
    : named('coverage', thingIn(world, { kind: 'fact', owners: [actor] }), {
        ...about,
        path: `/declarations/${actor}`,
      })
}

/** A department, a role and a person's account, which belong to somebody; undefined for anything else. */
const ofPeopleNamed = async (
  { people, person, world }: Reader,
  kind: string,
  id: string,
): Promise<NamedThing | undefined> => {
  const common = { isOfPeople: true, whose: null, title: null }
  if (kind === 'person') {
    const isOwn = person.as === 'person' && person.scopes === null && person.personId === id
    // The pages of people stand beside the worlds, at the register's addresses.
    const path = world !== 'register' ? null : isOwn ? '/account' : `/people/${id}`
    return named('person', thingIn(world, { kind: 'audit' }), { ...common, path, isOwn })
  }
  if (people === undefined || !isUuid(id)) return undefined
  if (kind === 'department') {
    const held = await findDepartment(people, id)
    if (held === undefined) return undefined
    const { actor, names } = held
    const path = world === 'register' ? `/people/departments/${held.world}/${actor}` : null
    const asked = thingIn(held.world, { kind: 'people', owners: [actor] })
    return named('department', asked, {
      ...common,
      title: names.en ?? Object.values(names)[0] ?? null,
      whose: actor,
      path,
    })
  }
  const grant = kind === 'grant' ? await findGrant(people, id) : undefined
  if (grant === undefined || grant.world === null || grant.of === null) return undefined
  const asked = thingIn(grant.world, { kind: 'people', owners: [grant.of] })
  const path = world === 'register' ? `/people/${grant.personId}` : null
  return named('grant', asked, { ...common, whose: grant.of, path })
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
  if (kind === 'page') return pageNamed(db, world, id)
  if (kind === 'coverage') return declarationNamed(db, world, id)
  const ofOwner = await ofPeopleNamed(reader, kind, id)
  if (ofOwner !== undefined) return ofOwner
  const isOfPeople = ofPeople.includes(kind)
  const path = kind === 'instrument' ? `/plans/${id}` : kind === 'setting' ? '/staleness' : null
  return named(kind, thingIn(world, { kind: 'audit' }), { title: id, whose: null, path, isOfPeople })
}
