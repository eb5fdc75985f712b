// What somebody would try: markup and formulas in whatever can be typed, fields nobody was asked for, addresses written
// another way. See docs/explanation/threats.md.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { keeperOf, type Person } from '../../src/accounts/person.ts'
import { listDatums } from '../../src/facts/store.ts'
import { createSites } from '../../src/web/app.ts'
import { heldFor } from '../../src/web/held.ts'
import { joinSites } from '../../src/web/serve.ts'
import { count } from '../facts/world.ts'
import { inTestStore } from '../world.ts'
import { type App, host, inEnteringWorld, open, post, send } from './entering.ts'
import { documentOf, read } from './site.ts'

const markup = `"'><x-evil onmouseover=alert(1)><script>alert(1)</script></x-evil><!-- {{7*7}} \${7*7} $' $& %s javascript:alert(1)`

/** What a browser would make of a page that must not be there. */
const isClean = (html: string, address: string): void => {
  const document = documentOf(html)
  assert.equal(document.querySelector('x-evil, script, iframe, object, embed, base'), null, address)
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes as unknown as { name: string; value: string }[]) {
      assert.ok(!/^on/i.test(name) && name !== 'style', `${address}: ${element.tagName} ${name}`)
      if (['href', 'src', 'action', 'formaction'].includes(name))
        assert.ok(!/^\s*(javascript|data|vbscript):/i.test(value), `${address}: ${value}`)
    }
}

const fact = {
  actor: 'XAA',
  kind: 'retained-mines',
  'body.mines': '11',
  date: '2026',
  'source.title': markup,
  'source.publisher': `=HYPERLINK("https://evil.example","${markup}")`,
  'source.date': '2027-02-01',
  quotation: `=1+1 ${markup}`,
  locator: `@SUM(A1) ${markup}`,
  language: 'en',
}

const hiddenIn = (document: Document): Record<string, string> =>
  Object.fromEntries(
    [...document.querySelectorAll('form input[type=hidden]')].map((one) => [
      one.getAttribute('name') ?? '',
      one.getAttribute('value') ?? '',
    ]),
  )

const storeFact = async (app: App, typed: Record<string, string>) => {
  const preview = await post(app, '/enter/facts/new', { ...typed, step: 'check' })
  isClean(preview.text, 'preview')
  return await post(app, '/enter/facts/new', { ...hiddenIn(preview.document), step: 'save' })
}

describe('markup in whatever can be typed', () => {
  it('stays words on every page that shows a fact, and no formula in any table', () =>
    inEnteringWorld(async ({ app, db }) => {
      const stored = await storeFact(app, fact)
      assert.equal(stored.status, 303, stored.text)
      assert.match((await listDatums(db))[0]?.quotation ?? '', /<script>/)
      const shows = [
        stored.location,
        '/enter',
        '/states/XAA',
        '/changes',
        '/search?q=evil',
        '/search?q=alert',
      ]
      for (const address of [...shows, ...shows.map((one) => `/mn${one}`)]) {
        const { status, text } = await read(app, address)
        assert.equal(status, 200, address)
        isClean(text, address)
      }
      for (const address of ['/states/XAA.csv', '/changes.csv', '/enter.csv', `${stored.location}.csv`]) {
        const { text } = await read(app, address)
        // A cell begins after a comma, a line break, or a quotation mark that opens it.
        assert.doesNotMatch(text, /(^|[,\n]|[,\n]")[=@+]\s*[A-Za-z(]/, address)
      }
    }))

  it('stays words in a report on its way and in one submitted', () =>
    inEnteringWorld(async ({ app }) => {
      const begun = await post(app, '/enter/reports/new', {
        actor: 'XAA',
        obligation: 'article-7',
        coversYear: '2026',
        subject: '',
      })
      const draft = begun.location
      const document = await open(app, `${draft}/document`)
      const typed = Object.fromEntries(
        Object.keys(document.fields)
          .filter((name) => name.startsWith('document.'))
          .map((name) => [name, markup]),
      )
      await post(app, `${draft}/document`, { ...document.fields, ...typed })
      isClean((await read(app, `${draft}/document`)).text, 'document, refused')
      const again = await open(app, `${draft}/document`)
      await post(app, `${draft}/document`, {
        ...again.fields,
        ...typed,
        'document.receivedOn': '2027-04-30',
        'document.sourceAddress': '',
        'document.language': 'en',
      })
      const section = `${draft}/victim-assistance-4`
      const victims = 'answers.victims-accessing-services'
      const { fields } = await open(app, section)
      await post(app, section, {
        ...fields,
        [`${victims}.state`]: 'yes',
        [`${victims}.number`]: '1',
        [`${victims}.text`]: markup,
        [`${victims}.quotation`]: markup,
        [`${victims}.page`]: markup,
      })
      for (const address of [draft, `${draft}/document`, section, `${draft}/check`]) {
        const { text } = await read(app, address)
        assert.equal(text.includes('x-evil'), address !== draft, address)
        isClean(text, address)
      }
    }))

  it('is refused as an address to lead to', () =>
    inEnteringWorld(async ({ app, db }) => {
      for (const address of [
        'javascript:alert(1)',
        'JaVaScRiPt:alert(1)',
        'data:text/html,x',
        ' javascript:1',
      ]) {
        const { status } = await post(app, '/enter/facts/new', {
          ...fact,
          'source.address': address,
          step: 'save',
        })
        assert.equal(status, 422, address)
      }
      assert.equal(await count(db, 'datum'), 0)
    }))
})

describe('fields nobody was asked for', () => {
  it('change nothing of a fact: who entered it, whether it was received, when it was recorded', () =>
    inEnteringWorld(async ({ app, db }) => {
      const more = {
        entered: 'no',
        recorded_at: '1999-01-01',
        agent: 'person:somebody',
        owners: 'XAB',
        state: 'published',
        actor_id: 'XAB',
        'body.entered': 'no',
        __proto__x: '1',
      }
      const typed = { ...fact, 'source.title': 'Letter', quotation: 'Eleven mines', ...more }
      const preview = await post(app, '/enter/facts/new', { ...typed, step: 'check' })
      const stored = await post(app, '/enter/facts/new', {
        ...hiddenIn(preview.document),
        ...more,
        step: 'save',
      })
      const [datum] = await listDatums(db)
      if (datum === undefined) {
        // Refused for what it does not know is as good.
        assert.equal(stored.status, 422)
        return
      }
      assert.deepEqual([datum.actor, datum.entered, datum.tier], ['XAA', true, 'public'])
      const { rows } = await sql<{ agent: string }>`select agent from event`.execute(db)
      assert.deepEqual([...new Set(rows.map(({ agent }) => agent))], ['pacta form'])
    }))

  it('sent as JSON cannot reach into the program', () =>
    inEnteringWorld(async ({ app }) => {
      for (const body of [
        '{"__proto__": {"isAdmin": "yes"}, "actor": "XAA"}',
        '{"constructor": {"prototype": {"isAdmin": "yes"}}}',
        '{"actor": {"toString": "x"}}',
        '[]',
        '"text"',
        '7',
        'null',
        `${'{"a": '.repeat(200)}1${'}'.repeat(200)}`,
        `{"typed": ${'['.repeat(60)}${']'.repeat(60)}}`,
        '{"a": 1, "a": 2}',
        '{"actor"',
        '',
      ]) {
        for (const address of ['/enter/facts/new', '/enter/reports/new', '/releases']) {
          const { status } = await send(app, address, body)
          assert.ok(status >= 200 && status < 500, `${address} ${status} ${body.slice(0, 40)}`)
        }
        assert.equal(({} as Record<string, unknown>).isAdmin, undefined)
      }
    }))

  it('of a length or number beyond all reason are refused as too much', () =>
    inEnteringWorld(async ({ app }) => {
      const many = Array.from({ length: 20_000 }, (_, i) => `f${i}=1`).join('&')
      const long = `actor=${'a'.repeat(1_100_000)}`
      for (const body of [many, long]) {
        const response = await app.request(`http://${host}/enter/facts/new`, {
          method: 'POST',
          body,
          headers: {
            host,
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
          },
        })
        assert.equal(response.status, 413)
      }
    }))
})

const roleOf = (role: 'focal-point' | 'coder', of: string): Person => ({
  as: 'person',
  personId: '0198f000-0000-7000-8000-000000000001',
  name: 'Somebody',
  language: 'en',
  grants: [{ grantId: 'g', world: 'register', role, of, department: null }],
  scopes: null,
})

describe('an address written another way', () => {
  it('opens nothing that it does not open as it stands', () =>
    inTestStore(async (store) => {
      const db = store.world('register')
      await sql`insert into setting (key, value) values ('today', '2027-12-31')`.execute(db)
      await sql`
        insert into actor (actor_id, kind, iso3, names)
        values ('XAA', 'state', 'XAA', '{"en": {"short": "Averland"}}'), ('XAB', 'state', 'XAB', '{"en": {"short": "Belmora"}}')`.execute(
        db,
      )
      const people: Record<string, Person> = {
        hers: roleOf('focal-point', 'XAA'),
        his: roleOf('focal-point', 'XAB'),
        coder: roleOf('coder', keeperOf('other-treaty')),
      }
      const { ofPublic, dataFor } = heldFor(store, 'register')
      const access = {
        personOf: async (headers: Headers) => ({
          person: people[headers.get('cookie') ?? ''] ?? ({ as: 'public' } as const),
          setCookies: [],
        }),
      }
      const app = joinSites(
        createSites({
          world: 'register',
          banner: null,
          data: ofPublic,
          dataFor,
          access,
          today: () => '2027-12-31',
        }),
      )
      const as = { cookie: 'hers', 'sec-fetch-site': 'same-origin' }
      const begun = await post(
        app,
        '/enter/reports/new',
        { actor: 'XAA', obligation: 'article-7', coversYear: '2026', subject: '' },
        as,
      )
      assert.equal(begun.status, 303, begun.text)
      const draft = begun.location
      const id = draft.split('/').at(-1)!
      const secret = 'Unmistakable words of a draft'
      const section = `${draft}/victim-assistance-4`
      const get = async (address: string, cookie?: string) => {
        const response = await app.request(`http://${host}${address}`, {
          headers: { host, ...(cookie === undefined ? {} : { cookie }) },
        })
        return { status: response.status, text: await response.text(), headers: response.headers }
      }
      const form = documentOf((await get(section, 'hers')).text)
      const revision = form.querySelector('[name=revision]')?.getAttribute('value') ?? ''
      const saved = await post(
        app,
        section,
        { revision, 'answers.victims-accessing-services.text': secret },
        as,
      )
      assert.equal(saved.status, 303, saved.text)
      const hers = await get(section, 'hers')
      assert.ok(hers.text.includes(secret))
      assert.equal(hers.headers.get('cache-control'), 'private, no-store')

      const ways = [
        draft,
        section,
        `${draft}.json`,
        `${draft}.csv`,
        `${draft}.xlsx`,
        `${draft}/`,
        `${section}/`,
        `/${section}`,
        section.replace('/enter', '//enter'),
        section.replace('/enter', '/./enter'),
        section.replace('/enter', '/states/../enter'),
        section.replace('/enter', '/states/%2e%2e/enter'),
        section.replace('/enter', '/states/..%2fenter'),
        section.replace('/enter', '/%65nter'),
        section.replace('/reports/', '%2freports%2f'),
        section.replace('/reports/', '/reports%5c'),
        `/mn${section}`,
        `/mn/..${section}`,
        `/exercise/..${section}`,
        `/mn/exercise/../..${section}`,
        `${section}.json`,
        `${section};a=b`,
        `${section}?person=hers`,
        `${section}%00`,
        `${section}%0a`,
        section.toUpperCase(),
        section.replace(id, id.toUpperCase()),
        `${draft}/workbook.xlsx`,
        `${draft}/check`,
        `${draft}/check.json`,
        `/search?q=${encodeURIComponent('Unmistakable')}`,
        `/search.json?q=${encodeURIComponent('Unmistakable')}`,
        '/enter',
        '/enter.json',
        '/states/XAA.json',
        '/changes.json',
      ]
      for (const cookie of [undefined, 'his', 'coder', 'nobody'])
        for (const way of ways) {
          const { status, text } = await get(way, cookie)
          assert.ok(status < 500, `${status} ${way}`)
          assert.equal(text.includes(secret), false, `${cookie ?? 'public'} ${way}`)
          assert.equal(text.includes(id) && !way.includes(id), false, `id: ${cookie ?? 'public'} ${way}`)
        }
      for (const cookie of ['his', 'coder']) {
        const from = { cookie, 'sec-fetch-site': 'same-origin' }
        for (const target of [section, `${draft}/check`, `${draft}/discard`, `/mn${section}`]) {
          const { status } = await post(app, target, { revision, finished: 'yes', discard: 'yes' }, from)
          assert.ok([401, 403, 404].includes(status), `${cookie} ${target} ${status}`)
        }
      }
      assert.ok((await get(section, 'hers')).text.includes(secret))
    }))
})
