// The SQL of pages of cooperation. A version is only ever added; its number comes once, with its publication.
import { sql } from 'kysely'
import { insertPublication, type PublishedAs } from '../accounts/approval-store.ts'
import { withdrawWoken } from '../accounts/decide.ts'
import { recordEvent } from '../db/events.ts'
import { type Db, inTransaction, json } from '../db/store.ts'
import { thingKey } from '../db/thing-key.ts'
import { canonicalText, decoded, sha256Of } from '../formats/canonical.ts'
import { problem } from '../problem.ts'
import type { PageContent } from './page.ts'
import type { SectionOnItsWay } from './sections-on-way.ts'

/** A version without what is frozen in it. */
export type PageHead = {
  /** Its name: the first twelve hex digits of its digest. */
  id: string
  sha256: string
  actor: string
  /** Null: a draft. */
  number: number | null
  knownOn: string
  frozenBy: string
  owners: string[]
  recordedAt: string
  publishedAt: string | null
  publishedAs: PublishedAs | null
  /** Owners whose approval it has as it stands. */
  approvedBy: string[]
  /** Sections on their way that it was frozen with. */
  sections: SectionOnItsWay[]
}

export const pageId = (sha256: string): string => sha256.slice(0, 12)

/** The versions of an actor's page: the published ones by number, the last first, then drafts, the newest first; none that was given up. */
export const listPages = (db: Db, actor: string): Promise<PageHead[]> => listHeads(db, actor, false)

/** The drafts of an actor's page that were given up. */
export const listGivenUp = (db: Db, actor: string): Promise<PageHead[]> => listHeads(db, actor, true)

const listHeads = async (db: Db, actor: string, isGivenUp: boolean): Promise<PageHead[]> => {
  const { rows } = await sql<Omit<PageHead, 'id'>>`
    select v.sha256, v.actor_id as actor, v.number, v.known_on, v.frozen_by, v.owners, v.recorded_at, v.sections,
           p.published_at, p.published_as,
           coalesce((select jsonb_agg(distinct a.owner) from approval a
                      where a.thing = 'page:' || v.sha256 and a.decision = 'approved'), '[]') as approved_by
      from page_version v left join publication p on p.thing = 'page:' || v.sha256
     where v.actor_id = ${actor} and v.given_up = ${isGivenUp}
     order by v.number desc nulls last, v.recorded_at desc, v.sha256`.execute(db)
  return rows.map((row) => ({ ...row, id: pageId(row.sha256) }))
}

/** A version by its digest, whatever became of it. */
export type HeldPage = { actor: string; owners: string[]; isPublished: boolean; isGivenUp: boolean }

/** Whose page a digest is and what became of it; undefined where none is held. */
export const findHeldPage = async (db: Db, sha256: string): Promise<HeldPage | undefined> => {
  const { rows } = await sql<HeldPage>`
    select actor_id as actor, owners, number is not null as is_published, given_up as is_given_up
      from page_version where sha256 = ${sha256}`.execute(db)
  return rows[0]
}

/** Takes a draft out of all lists, or puts it back. It must be locked, and have its event. */
export const markGivenUp = async (trx: Db, sha256: string, isGivenUp: boolean): Promise<void> => {
  await sql`update page_version set given_up = ${isGivenUp} where sha256 = ${sha256}`.execute(trx)
}

/** The content of a version. Throws `record-changed` where its row was changed, so that it is neither shown nor used. */
export const readPage = async (db: Db, sha256: string): Promise<PageContent> => {
  const { rows } = await sql<{ payload: string }>`
    select payload from page_version where sha256 = ${sha256}`.execute(db)
  const text = rows[0]?.payload
  if (text === undefined) throw problem('not-found', `No page "${pageId(sha256)}" is held.`)
  if (sha256Of(text) !== sha256)
    throw problem(
      'record-changed',
      `The page ${pageId(sha256)} held here was changed in the store since it was frozen. It is not shown; restore the store from a backup.`,
    )
  return decoded(JSON.parse(text)) as PageContent
}

/**
 * Freezes a page as a draft; the same content again is the same version. Its owner, the actor, has to approve it before it is
 * published. `sections`: those on their way that are in it; a draft keeps those it was frozen with last. Returns its digest.
 */
export const freezePage = (
  db: Db,
  content: PageContent,
  agent: string,
  sections: readonly SectionOnItsWay[] = [],
): Promise<{ sha256: string; outcome: 'stored' | 'unchanged' }> =>
  inTransaction(db, async (trx) => {
    const text = canonicalText(content)
    const sha256 = sha256Of(text)
    const owners = [content.actor]
    const { rows } = await sql`
      insert into page_version (sha256, actor_id, known_on, payload, frozen_by, owners, sections)
      values (${sha256}, ${content.actor}, ${content.knownOn}::date, ${text}, ${agent}, ${json(owners)}::jsonb,
              ${json(sections)}::jsonb)
      on conflict (sha256) do nothing
      returning sha256`.execute(trx)
    if (rows.length === 0) {
      await noteSections(trx, { sha256, actor: content.actor, sections, agent })
      return { sha256, outcome: 'unchanged' }
    }
    await recordEvent(trx, {
      agent,
      action: 'page-frozen',
      subject: content.actor,
      detail: { changes: [], sha256 },
      things: [
        {
          thing: thingKey.page(sha256),
          before: null,
          after: {
            ...{ sha256, actor: content.actor, knownOn: content.knownOn, owners },
            ...(sections.length === 0 ? {} : { sections }),
          },
        },
      ],
    })
    return { sha256, outcome: 'stored' }
  })

/**
 * Keeps which sections on their way a draft was frozen with, where those are others than before; its words are the same. Who
 * approved it approved it with the others, and is asked anew.
 */
const noteSections = async (
  trx: Db,
  {
    sha256,
    actor,
    sections,
    agent,
  }: Pick<PageHead, 'sha256' | 'actor'> & {
    sections: readonly SectionOnItsWay[]
    agent: string
  },
): Promise<void> => {
  const { rows } = await sql<{ before: SectionOnItsWay[]; owners: string[] }>`
    update page_version v set sections = ${json(sections)}::jsonb
      from page_version old
     where v.sha256 = ${sha256} and old.sha256 = v.sha256 and v.number is null
       and old.sections <> ${json(sections)}::jsonb
    returning old.sections as before, old.owners`.execute(trx)
  const [changed] = rows
  if (changed === undefined) return
  await recordEvent(trx, {
    agent,
    action: 'page-frozen',
    subject: actor,
    detail: { changes: [], sha256 },
    things: [{ thing: thingKey.page(sha256), before: { sections: changed.before }, after: { sections } }],
  })
  await withdrawWoken(trx, { thing: thingKey.page(sha256), owners: changed.owners, sha256 }, agent)
}

/** The version locked until the transaction ends, and with it the actor's numbers. */
export const lockPages = async (trx: Db, actor: string): Promise<void> => {
  await sql`select sha256 from page_version where actor_id = ${actor} order by sha256 for update`.execute(trx)
}

/** Gives a locked version the next number of its actor, and notes that it is published. */
export const notePublished = async (
  trx: Db,
  { sha256, actor, owners }: Pick<PageHead, 'sha256' | 'actor' | 'owners'>,
  { agent, publishedAs }: { agent: string; publishedAs: PublishedAs },
): Promise<void> => {
  const thing = thingKey.page(sha256)
  const { rows } = await sql<{ number: number }>`
    update page_version
       set number = (select coalesce(max(number), 0) + 1 from page_version where actor_id = ${actor})
     where sha256 = ${sha256}
    returning number`.execute(trx)
  await insertPublication(trx, { thing, agent, publishedAs, owners })
  const number = rows[0]!.number
  await recordEvent(trx, {
    agent,
    action: 'published',
    subject: thing,
    detail: { changes: [], owners, publishedAs },
    things: [
      {
        thing,
        before: { number: null, published: false },
        after: { number, published: true, publishedAs, owners },
      },
    ],
  })
}
