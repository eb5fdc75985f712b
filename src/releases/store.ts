// The SQL of releases. Rows are only ever added: a release by its digest, and beside it comments and signatures.
import { sql } from 'kysely'
import { insertPublication, type PublishedAs } from '../accounts/approval-store.ts'
import { keeperOf } from '../accounts/person.ts'
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction, json, uuidv7 } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import { ownersOfParties } from '../facts/fact-draft.ts'
import { findOwnerActors } from '../facts/fact-draft-store.ts'
import { canonicalText, decoded, sha256Of } from '../formats/canonical.ts'
import { problem } from '../problem.ts'
import { makeComment, type NewComment } from './commentary.ts'
import type { Frozen } from './freeze.ts'
import { refusePartiesNotHeld } from './parties-held.ts'
import { fileTextOf } from './read.ts'
import { type Comment, type Release, type ReleasePayload, releaseId, type Signature } from './release.ts'
import { soundRelease } from './sound.ts'

/** A release without what is frozen in it. */
export type ReleaseHead = {
  /** Its name: the first twelve hex digits of its digest. */
  id: string
  sha256: string
  plan: string
  year: number
  asOf: string
  knownOn: string
  recordedAt: string
  /** Of its payload, in bytes. */
  bytes: number
  comments: number
  signatures: number
  /** Who has to approve it before it is published. */
  owners: string[]
  /** The agent that froze it; null: not known. */
  frozenBy: string | null
  /** Instant since which everyone may see it; null: it is a draft. */
  publishedAt: string | null
}

/** The key of a release, for approvals, the audit trail and its history. */
export const releaseThing = (sha256: string): string => `release:${sha256}`

/** Who has to approve figures: the keeper of the treaty they count under; without one each party of the plan. */
export const ownersOfRelease = async (
  db: Db,
  { treaty, parties }: Pick<ReleasePayload['instrument'], 'treaty' | 'parties'>,
): Promise<string[]> =>
  treaty === null ? ownersOfParties(parties, await findOwnerActors(db, parties)) : [keeperOf(treaty)]

/** Stores a release, published at once unless it is to be a draft; `unchanged` where this very one is held already. */
export const saveRelease = (
  db: Db,
  { release, payloadText }: Frozen,
  agent = 'pacta',
  publishedAs: PublishedAs | 'draft' = 'command',
): Promise<{ id: string; outcome: 'stored' | 'unchanged' }> =>
  inTransaction(db, async (trx) => {
    const { payload, sha256 } = release
    const { id: instrument, treaty, parties } = payload.instrument
    if (treaty === null) await refusePartiesNotHeld(trx, instrument, parties)
    const owners = await ownersOfRelease(trx, payload.instrument)
    const { rows } = await sql`
      insert into release (sha256, plan, year, as_of, known_on, payload, frozen_by, owners)
      values (${sha256}, ${payload.instrument.id}, ${payload.year}::integer, ${payload.asOf}::date,
              ${payload.knownOn}::date, ${payloadText}, ${agent}, ${json(owners)}::jsonb)
      on conflict (sha256) do nothing
      returning sha256`.execute(trx)
    const id = releaseId(sha256)
    if (rows.length === 0) return { id, outcome: 'unchanged' }
    if (publishedAs !== 'draft')
      await insertPublication(trx, { thing: releaseThing(sha256), agent, publishedAs, owners })
    const { year, asOf, knownOn } = payload
    await recordEvent(trx, {
      agent,
      action: 'release-frozen',
      subject: id,
      detail: { changes: [], sha256 },
      things: [
        {
          thing: thingKey.release(sha256),
          before: null,
          after: {
            ...{ sha256, plan: instrument, year, asOf, knownOn },
            // Whether everyone sees it from the start.
            ...(publishedAs === 'draft' ? { publishedAs: null } : { publishedAs, owners }),
          },
        },
      ],
    })
    return { id, outcome: 'stored' }
  })

/** The releases held, of one plan or of all: the latest year first, and of a year the one known latest. */
export const listReleases = (db: Db, plan?: string): Promise<ReleaseHead[]> => listHeads(db, { plan })

const listHeads = async (
  db: Db,
  { plan, sha256 }: { plan?: string | undefined; sha256?: string },
): Promise<ReleaseHead[]> => {
  const { rows } = await sql<Omit<ReleaseHead, 'id'>>`
    select r.sha256, r.plan, r.year, r.as_of, r.known_on, r.recorded_at, octet_length(r.payload) as bytes,
           r.owners, r.frozen_by, p.published_at,
           (select count(*)::integer from release_addition a
             where a.release_sha256 = r.sha256 and a.kind = 'comment') as comments,
           (select count(*)::integer from release_addition a
             where a.release_sha256 = r.sha256 and a.kind = 'signature') as signatures
      from release r left join publication p on p.thing = 'release:' || r.sha256
     where (${plan ?? null}::text is null or r.plan = ${plan ?? null})
       and (${sha256 ?? null}::text is null or r.sha256 = ${sha256 ?? null})
     order by r.plan, r.year desc, r.known_on desc, r.recorded_at desc, r.sha256`.execute(db)
  return rows.map((row) => ({ ...row, id: releaseId(row.sha256) }))
}

/** The release of this name without what is frozen in it; undefined where none is held. */
export const findReleaseHead = async (db: Db, id: string): Promise<ReleaseHead | undefined> => {
  const sha256 = await findDigest(db, id)
  return sha256 === undefined ? undefined : (await listHeads(db, { sha256 }))[0]
}

/** The release locked until the transaction ends: of two who decide at once the second sees what the first decided. */
export const lockRelease = async (trx: Db, sha256: string): Promise<void> => {
  await sql`select sha256 from release where sha256 = ${sha256} for update`.execute(trx)
}

/** The digest that a name means: twelve hex digits or more of it. Undefined where none, or no single one, is held. */
const findDigest = async (db: Db, id: string): Promise<string | undefined> => {
  if (!/^[0-9a-f]{12,64}$/.test(id)) return undefined
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from release where starts_with(sha256, ${id}) limit 2`.execute(db)
  return rows.length === 1 ? rows[0]!.sha256 : undefined
}

/** The store is its operator's, and a row can be changed there: what was is named, and neither shown nor used. */
const changed = (sha256: string, what: string) =>
  problem(
    'record-changed',
    `The release ${releaseId(sha256)} held here was changed in the store since it was frozen: ${what}. It is neither shown nor used. Whoever has its file can check that with "pacta release verify"; restore the store from a backup.`,
  )

type Additions = { commentary: Comment[]; signatures: Signature[] }

const listAdditions = async (db: Db, sha256: string): Promise<Additions> => {
  const { rows } = await sql<{ kind: string; digest: string; body: Comment | Signature }>`
    select kind, content_sha256 as digest, body
      from release_addition where release_sha256 = ${sha256} order by addition_id`.execute(db)
  for (const { kind, digest, body } of rows)
    if (sha256Of(canonicalText(body)) !== digest)
      throw changed(sha256, `a ${kind} beside it is not as it was added`)
  const of = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.body)
  return { commentary: of('comment') as Comment[], signatures: of('signature') as Signature[] }
}

const readPayloadText = async (db: Db, sha256: string): Promise<string> => {
  const { rows } = await sql<{ payload: string }>`
    select payload from release where sha256 = ${sha256}`.execute(db)
  const text = rows[0]!.payload
  const digest = sha256Of(text)
  if (digest !== sha256) throw changed(sha256, `its figures have the digest ${digest}`)
  return text
}

// What is frozen stays as it is, so it is parsed once for all who ask for the same release.
const parsed = new Map<string, ReleasePayload>()
const mostParsed = 3

const payloadOf = async (db: Db, sha256: string): Promise<ReleasePayload> => {
  const held = parsed.get(sha256)
  parsed.delete(sha256)
  const payload = held ?? (decoded(JSON.parse(await readPayloadText(db, sha256))) as ReleasePayload)
  parsed.set(sha256, payload)
  for (const oldest of parsed.keys()) if (parsed.size > mostParsed) parsed.delete(oldest)
  return payload
}

/**
 * The release of this name (twelve hex digits or more of its digest), with its comments and signatures; undefined where
 * none is held. Not to be changed by who reads it. Throws Problem `record-changed` where its row was changed.
 */
export const findRelease = async (db: Db, id: string): Promise<Release | undefined> => {
  const sha256 = await findDigest(db, id)
  if (sha256 === undefined) return undefined
  return { payload: await payloadOf(db, sha256), sha256, ...(await listAdditions(db, sha256)) }
}

/** The release of this name. Throws Problem `not-found`, `record-changed`. */
export const getRelease = async (db: Db, id: string): Promise<Release> => {
  const release = await findRelease(db, id)
  if (release === undefined)
    throw problem(
      'not-found',
      `No release "${id}" is held. A release is named by the first twelve hex digits of its digest; "pacta release list" names them.`,
    )
  return release
}

/** The file of a release, canonical, as `pacta release create --out` writes it; undefined where none is held. */
export const findReleaseFile = async (db: Db, id: string): Promise<string | undefined> => {
  const sha256 = await findDigest(db, id)
  if (sha256 === undefined) return undefined
  return fileTextOf({
    payloadText: await readPayloadText(db, sha256),
    sha256,
    ...(await listAdditions(db, sha256)),
  })
}

/**
 * The release of this name, verified whole as its file would be. `notDone` as in `soundRelease`. Throws Problem
 * `not-found`, `record-changed`, or `input-rejected` with what was found.
 */
export const getSoundRelease = async (db: Db, id: string, notDone: string): Promise<Release> => {
  const release = await getRelease(db, id)
  const text = await findReleaseFile(db, release.sha256)
  soundRelease(Buffer.from(text!), `Release ${releaseId(release.sha256)}`, notDone)
  return release
}

const add = (
  db: Db,
  sha256: string,
  addition: { kind: 'comment'; body: Comment } | { kind: 'signature'; body: Signature },
  agent: string,
): Promise<'stored' | 'unchanged'> =>
  inTransaction(db, async (trx) => {
    const { kind, body } = addition
    const { rows } = await sql`
      insert into release_addition (release_sha256, addition_id, kind, content_sha256, body)
      values (${sha256}, ${uuidv7()}, ${kind}, ${sha256Of(canonicalText(body))}, ${json(body)}::jsonb)
      on conflict (release_sha256, kind, content_sha256) do nothing
      returning addition_id`.execute(trx)
    if (rows.length === 0) return 'unchanged'
    await recordEvent(trx, {
      agent,
      action: kind === 'comment' ? 'release-commented' : 'release-signed',
      subject: releaseId(sha256),
      detail: { changes: [] },
      things: [
        {
          thing: thingKey.release(sha256),
          before: null,
          after: { [kind]: sha256Of(canonicalText(body)) },
        },
      ],
    })
    return 'stored'
  })

/**
 * Adds a comment to a release held. The same words again change nothing. Throws Problem `not-found` for a release,
 * indicator or section nobody holds, `usage` for a comment that cannot be.
 */
export const addCommentary = async (
  db: Db,
  id: string,
  given: NewComment,
  { agent = 'pacta', sign }: { agent?: string; sign?: (release: Release, comment: Comment) => Comment } = {},
): Promise<{ comment: Comment; outcome: 'stored' | 'unchanged' }> => {
  const release = await getSoundRelease(db, id, 'no words are added beside it')
  const made = makeComment(release, given)
  const comment = sign === undefined ? made : sign(release, made)
  return { comment, outcome: await add(db, release.sha256, { kind: 'comment', body: comment }, agent) }
}

/** Adds a signature, made of the payload's text, to a release held. Throws Problem `not-found`. */
export const addSignature = async (
  db: Db,
  id: string,
  sign: (payloadText: string) => Signature,
  agent = 'pacta',
): Promise<{ signature: Signature; outcome: 'stored' | 'unchanged' }> => {
  const { sha256 } = await getSoundRelease(db, id, 'it is not signed')
  const signature = sign(await readPayloadText(db, sha256))
  return { signature, outcome: await add(db, sha256, { kind: 'signature', body: signature }, agent) }
}
