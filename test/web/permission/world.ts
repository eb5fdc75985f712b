// A fictional world in which something of every kind is not for everyone, each with a word that stands nowhere else, and
// people of every role who ask for it.

import { sql } from 'kysely'
import { keeperOf, type Person, type Role, theDesk, thePublic } from '../../../src/accounts/person.ts'
import type { PageContent } from '../../../src/cooperation/page.ts'
import { freezePage } from '../../../src/cooperation/store.ts'
import { type Db, json, type Store, uuidv7 } from '../../../src/db/store.ts'
import { beginFactDraft } from '../../../src/facts/edit-fact-draft.ts'
import { freeze } from '../../../src/releases/freeze.ts'
import { saveRelease } from '../../../src/releases/store.ts'
import { sectionsOf } from '../../../src/reports/draft-sections.ts'
import { beginDraft, saveSection } from '../../../src/reports/edit-draft.ts'
import { askedBy } from '../../../src/reports/questionnaire.ts'
import { readShippedKinds, readShippedQuestionnaires } from '../../../src/reports/shipped.ts'
import { createApp } from '../../../src/web/app.ts'
import { heldFor } from '../../../src/web/held.ts'
import { grantOf, personWith } from '../../accounts/people.ts'
import { small } from '../../releases/small.ts'

export const today = '2027-12-31'
export const keeper = keeperOf('mine-ban')

const one = (role: Role, of: string | null, department: string | null = null) =>
  personWith([grantOf(role, of, { department })], { id: `${role}-${of}` })

/** Everyone who asks, by what they are called here. */
export const askers = {
  public: thePublic,
  desk: theDesk,
  administrator: one('administrator', null),
  focalPoint: one('focal-point', 'XAA'),
  focalPointOfOther: one('focal-point', 'XAB'),
  focalPointInRegister: personWith([grantOf('focal-point', 'XAA', { world: 'register' })], {
    id: 'elsewhere',
  }),
  approver: one('approver', 'XAA'),
  contributor: one('contributor', 'XAA', 'health'),
  coder: one('coder', keeper),
  reviewer: one('reviewer', keeper),
  reviewerOfOther: one('reviewer', keeperOf('cluster-munitions')),
  committeeMember: one('committee-member', keeper),
  partner: one('partner', 'XAA'),
  partnerOfAll: one('partner', null),
  readToken: personWith([grantOf('focal-point', 'XAA')], { id: 'reading', scopes: ['read'] }),
  tokenForNothing: personWith([grantOf('focal-point', 'XAA')], { id: 'nothing', scopes: [] }),
} satisfies Record<string, Person>
export type Asker = keyof typeof askers

/** What each word stands in, and who may read it. */
export const secrets: Record<string, readonly Asker[]> = {
  partnerhazel: [
    ...(['focalPoint', 'approver', 'contributor', 'coder', 'reviewer', 'reviewerOfOther'] as const),
    ...(['committeeMember', 'partner', 'partnerOfAll', 'readToken'] as const),
  ],
  restrictedalmond: ['focalPoint', 'approver', 'contributor', 'readToken'],
  draftquince: ['desk', 'focalPoint', 'approver', 'contributor', 'readToken'],
  factdraftmedlar: ['desk', 'focalPoint', 'approver', 'contributor', 'readToken'],
  pagesloe: ['desk', 'focalPoint', 'approver', 'contributor', 'readToken'],
  codedrowan: ['desk', 'coder', 'reviewer'],
  releasesorb: ['desk', 'coder', 'reviewer', 'committeeMember'],
}

export const addPublic = async (db: Db): Promise<void> => {
  await sql`insert into setting (key, value) values ('today', ${today})`.execute(db)
  // Averland has promised something that is looked for in its records.
  await sql`insert into setting (key, value) values ('parties:ihl-pledge-mongolia', 'XAA')`.execute(db)
  await sql`insert into actor (actor_id, kind, iso3, names)
    values ('XAA', 'state', 'XAA', '{"en": {"short": "Averland"}}'), ('XAB', 'state', 'XAB', '{"en": {"short": "Belmora"}}')`.execute(
    db,
  )
  await addFacts(db, 'public', 'publicwalnut')
}

/** A fact of several kinds, of Averland, in which the word stands wherever words can stand. */
const addFacts = async (db: Db, tier: string, word: string): Promise<void> => {
  await sql`insert into source (source_id, title, address)
    values (${word}, ${`Letter of ${word}`}, ${`https://example.org/${word}`})`.execute(db)
  const bodies: [kind: string, body: Record<string, unknown>][] = [
    ['deadline', { article: '5', deadline: '2029-03-01', statedAsOf: word, note: word }],
    ['retained-mines', { mines: 4711, note: word }],
    ['contribution', { title: `Aid ${word}`, quantity: 4711, status: 'current', note: word }],
    ['published-figure', { figure: word, number: 4711, unit: 'States', note: word }],
    ['armed-conflict', { note: word }],
    ['roll-call', { session: 74, yes: 1, no: 0, abstain: 0, titleInFile: `On ${word}`, note: word }],
    ['working-body', { title: `Body ${word}`, form: 'group', instrument: 'ihl-pledge-mongolia', note: word }],
    ['study', { title: `Study ${word}`, instrument: 'ihl-pledge-mongolia', note: word }],
  ]
  for (const [kind, body] of bodies)
    await sql`insert into datum (actor_id, datum_id, kind, external_id, held_from, held_edtf, known_from, source_id, locator,
                                 quotation, language, tier, body)
      values ('XAA', ${uuidv7()}::uuid, ${kind}, ${`entered-${word}-${kind}`}, '2020-01-01', '2020-01-01', '2027-06-01', ${word}, ${`page ${word}`},
              ${`So says ${word}.`}, 'en', ${tier}, ${json(body)}::jsonb)`.execute(db)
}

export const fictionalFacts = ['publicwalnut', 'partnerhazel', 'restrictedalmond'].flatMap((word) =>
  ['retained-mines', 'contribution', 'deadline', 'working-body'].map((kind) => `entered-${word}-${kind}`),
)

export type Sealed = { draft: string; codedDraft: string; factDraft: string; release: string; page: string }

const questionnaires = readShippedQuestionnaires()

const addDraft = async (db: Db, word: string, coversYear: string, owner: string | null): Promise<string> => {
  const asked = { actor: 'XAA', obligation: 'article-7', coversYear, subject: '', startedFrom: null }
  const agent = 'person:writer'
  const draft = await beginDraft(db, { ...asked, owner, agent }, { questionnaires: askedBy(questionnaires) })
  const section = sectionsOf(questionnaires.find(({ id }) => id === 'article-7')!)[0]!
  const typed = { 'document.title': `Report ${word}` }
  await saveSection(db, draft.draftId, section, { typed, finished: false, revision: 0, agent })
  return draft.draftId
}

/** A page of Averland with one section, in which the word stands. */
const fictionalContent = (word: string): PageContent => ({
  format: 'pacta-cooperation-page/1',
  ...{ actor: 'XAA', names: { XAA: { en: 'Averland' } }, knownOn: today, languages: ['en'], isWritten: true },
  sections: [{ id: 'one', title: { en: `Section ${word}` }, written: [{ en: `Words ${word}` }], told: [] }],
  ...{ facts: [], sources: [] },
})

/** Adds what is not for everyone; `again`: another time, the same but for the facts. */
export const addSealed = async (db: Db, again = ''): Promise<Sealed> => {
  if (again === '') {
    await addFacts(db, 'partner', 'partnerhazel')
    await addFacts(db, 'restricted', 'restrictedalmond')
  }
  const draft = await addDraft(db, 'draftquince', '2025', 'XAA')
  const codedDraft = await addDraft(db, 'codedrowan', '2024', keeper)
  const typed = {
    actor: 'XAA',
    kind: 'retained-mines',
    'body.mines': '4712',
    quotation: 'So says factdraftmedlar.',
  }
  const { draftId: factDraft } = await beginFactDraft(db, typed, {
    agent: 'person:writer',
    kinds: readShippedKinds(),
  })
  const plan = small()
  const frozen = freeze(
    { ...plan, instrument: { ...plan.instrument, title: `Plan releasesorb ${again}` } },
    () => [],
  )
  await saveRelease(db, frozen, 'person:writer', 'draft')
  await sql`update release set owners = ${json([keeper])}::jsonb`.execute(db)
  const page = await freezePage(db, fictionalContent(`pagesloe ${again}`), 'person:writer')
  return { draft, codedDraft, factDraft, release: frozen.release.sha256, page: page.sha256 }
}

/** The exercise's site, in which whoever asks says by a header who they are. */
export const siteOf = (store: Store) => {
  const { ofPublic, dataFor } = heldFor(store, 'exercise')
  return createApp({
    world: 'exercise',
    banner: 'Exercise: all of this is fictional.',
    data: ofPublic,
    dataFor,
    access: {
      personOf: async (headers) => ({
        person: askers[(headers.get('x-asker') ?? 'public') as Asker],
        setCookies: [],
      }),
    },
    today: () => today,
    limits: { take: () => 0 },
    onFault: (error) => {
      throw error
    },
  })
}
export type PermissionSite = ReturnType<typeof siteOf>

/** Asks as somebody; a form is sent as a page of the site sends it. */
export const ask = async (
  app: PermissionSite,
  asker: Asker,
  address: string,
  posted?: Record<string, string> | FormData,
) => {
  const headers: Record<string, string> = { 'x-asker': asker, host: 'localhost:3000' }
  const init: RequestInit =
    posted === undefined
      ? { headers }
      : {
          method: 'POST',
          body: posted instanceof FormData ? posted : new URLSearchParams(posted).toString(),
          headers: {
            ...headers,
            ...(posted instanceof FormData ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
            'sec-fetch-site': 'same-origin',
          },
        }
  return app.request(`http://localhost:3000${address}`, init)
}
