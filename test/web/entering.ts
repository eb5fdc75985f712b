// A site over a store, for the tests of entering: two fictional States, the questionnaires and kinds that ship.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { Db, World } from '../../src/db/store.ts'
import { createSites } from '../../src/web/app.ts'
import type { PageData } from '../../src/web/data.ts'
import { heldFor } from '../../src/web/held.ts'
import { joinSites } from '../../src/web/serve.ts'
import { inTestStore } from '../world.ts'
import { documentOf, parseErrors, read } from './site.ts'

export const host = 'localhost:3000'
const today = '2027-12-31'

export const addStates = (db: Db) =>
  sql`
  insert into setting (key, value) values ('today', ${today})`
    .execute(db)
    .then(() =>
      sql`
  insert into actor (actor_id, kind, iso3, names)
  values ('XAA', 'state', 'XAA', '{"en": {"short": "Averland"}}'), ('XAB', 'state', 'XAB', '{"en": {"short": "Belmora"}}'),
         ('fictional-unit', 'organisation', null, '{"en": {"short": "Support Unit"}}')`.execute(db),
    )

/** One world over an empty store that holds two States, in every language. */
export const inEnteringWorld = <T>(
  work: (site: { app: ReturnType<typeof joinSites>; db: Db; data: PageData }) => Promise<T>,
  world: World = 'register',
): Promise<T> =>
  inTestStore(async (store) => {
    const db = store.world(world)
    await addStates(db)
    const banner = world === 'exercise' ? 'Exercise: all of this is fictional.' : null
    const data = heldFor(store, world).ofDesk
    const sites = createSites({ world, banner, data, today: () => today })
    return work({ app: joinSites(sites), db, data })
  })

export type App = { request: (address: string, init?: RequestInit) => Response | Promise<Response> }

/** Sends a form as a page of the site does. `from` says otherwise. */
export const post = async (
  app: App,
  address: string,
  fields: Record<string, string>,
  from: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
) => {
  const response = await app.request(`http://${host}${address}`, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { host, 'content-type': 'application/x-www-form-urlencoded', ...from },
  })
  const text = await response.text()
  return {
    status: response.status,
    /** Where it goes on. */
    location: response.headers.get('location') ?? '',
    text,
    document: documentOf(text === '' ? '<html></html>' : text),
  }
}

/** The fields of a page's form as a browser would send them untouched. */
export const fieldsIn = (document: Document): Record<string, string> => {
  const fields: Record<string, string> = {}
  for (const element of document.querySelectorAll('form.entry [name]')) {
    const name = element.getAttribute('name') ?? ''
    const type = element.getAttribute('type')
    if ((type === 'radio' || type === 'checkbox') && !element.hasAttribute('checked')) continue
    if (type === 'submit') continue
    if (element.tagName === 'TEXTAREA') fields[name] = (element.textContent ?? '').replace(/^\n/, '')
    else if (element.tagName === 'SELECT')
      fields[name] = element.querySelector('option[selected]')?.getAttribute('value') ?? ''
    else fields[name] = element.getAttribute('value') ?? ''
  }
  return fields
}

/** A page that has to be well formed, with what its form would send untouched. */
export const open = async (app: App, address: string) => {
  const { status, text } = await read(app, address)
  assert.deepEqual(parseErrors(text), [])
  return { status, document: documentOf(text), fields: fieldsIn(documentOf(text)) }
}

/** Sends fields as a program does, and reads what comes back. */
export const send = async (
  app: App,
  address: string,
  fields: unknown,
  from: Record<string, string> = { origin: `http://${host}` },
) => {
  const response = await app.request(`http://${host}${address}`, {
    method: 'POST',
    body: typeof fields === 'string' ? fields : JSON.stringify(fields),
    headers: { host, 'content-type': 'application/json', ...from },
  })
  const text = await response.text()
  const type = response.headers.get('content-type') ?? ''
  return {
    status: response.status,
    type,
    headers: response.headers,
    json: (/json/.test(type) ? JSON.parse(text) : {}) as Record<string, unknown> & { location: string },
  }
}
