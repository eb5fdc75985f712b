// Every route, taken from the app itself: what changes something comes from a page of this site, and every answer carries
// the headers that keep it safe. A route that is added is asked too.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createAccess } from '../../src/accounts/access.ts'
import type { Store } from '../../src/db/store.ts'
import { createApp, createSites, siteOf } from '../../src/web/app.ts'
import { peopleHeld } from '../../src/web/held/people.ts'
import { allPages } from '../../src/web/pages/all.ts'
import { joinSites } from '../../src/web/serve.ts'
import { testSecret } from '../accounts/signing-in.ts'
import { inTestStore } from '../world.ts'
import { fictionalData } from './fictional/world.ts'
import { registerApp } from './site.ts'

const data = fictionalData()
const siteOptions = { world: 'register' as const, banner: null, data, today: () => '2027-12-31' }
const site = siteOf(siteOptions)
const host = 'localhost:3000'
const reads = ['GET', 'HEAD', 'OPTIONS', 'ALL']

/** Sites with all their pages, those of people and of signing in too, as they stand in front of a store. */
const withPeople = (store: Store) => {
  const access = createAccess({
    people: store.people,
    origin: () => `http://${host}`,
    secret: testSecret,
    onTrouble: () => {},
  })
  return {
    ...siteOptions,
    ...{ access, accounts: access, people: peopleHeld(store, testSecret) },
  }
}

type Routes = { method: string; path: string }[]

/** Runs `work` with everything the register serves, and the routes of its app. */
const inWholeSite = <T>(
  work: (whole: { app: ReturnType<typeof joinSites>; routes: Routes }) => Promise<T>,
): Promise<T> =>
  inTestStore((store) => {
    const options = withPeople(store)
    const app = joinSites([
      ...createSites(options),
      ...createSites({ ...options, world: 'exercise', banner: 'Fictional' }),
    ])
    return work({ app, routes: createApp(options).routes })
  })

/** An address that the route takes, with made-up names in the places of its parameters. */
const addressOf = (path: string): string => path.replace(/:\w+(\{[^}]*\})?/g, 'x').replace('/*', '/x')

/** Routes that change something. What ends reminders is guarded by its own address, which mail programs ask for. */
const writingIn = (routes: Routes): Routes =>
  routes.filter(({ method, path }) => !reads.includes(method) && path !== '/letters/stop/:token')

const send = (
  app: ReturnType<typeof joinSites>,
  address: string,
  method: string,
  headers: Record<string, string>,
) =>
  app.request(`http://${host}${address}`, {
    method,
    headers: { host, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: 'a=b',
  })

const elsewhere: Record<string, Record<string, string>> = {
  'another site': { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  'another site, which says it is this one': { 'sec-fetch-site': 'cross-site', origin: `http://${host}` },
  'another server of the same site': { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost' },
  'an address typed in': { 'sec-fetch-site': 'none' },
  'another site, in an old browser': { origin: 'https://evil.example' },
  'another port, in an old browser': { origin: 'http://localhost:4000' },
  'this name over another scheme': { origin: `https://${host}` },
  'nowhere that it says': { origin: 'null' },
  'nowhere, with a cookie': { cookie: 'pacta=1' },
  'nowhere, as data': { 'content-type': 'application/json' },
  'nowhere, as plain text': { 'content-type': 'text/plain' },
}

describe('what changes something', () => {
  it('is refused from elsewhere, at every route and at none', () =>
    inWholeSite(async ({ app, routes }) => {
      const writing = writingIn(routes)
      assert.ok(writing.length >= 30, String(writing.length))
      const asked = [
        ...writing.map(({ path, method }) => [addressOf(path), method] as const),
        ...['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ['/', method] as const),
      ]
      for (const [from, headers] of Object.entries(elsewhere))
        for (const base of ['', '/mn/exercise'])
          for (const [address, method] of asked) {
            const response = await send(app, `${base}${address}`, method, headers)
            assert.equal(response.status, 403, `${from}: ${method} ${base}${address}`)
            await response.body?.cancel()
          }
    }))

  it('is taken from a page of this site', () =>
    inWholeSite(async ({ app, routes }) => {
      const here: Record<string, string>[] = [
        { 'sec-fetch-site': 'same-origin' },
        { origin: `http://${host}` },
      ]
      for (const headers of here)
        for (const { path, method } of writingIn(routes)) {
          const response = await send(app, addressOf(path), method, headers)
          assert.equal(
            (await response.text()).includes('problems/cross-site-form'),
            false,
            `${method} ${path}`,
          )
        }
    }))
})

const kept: [string, RegExp][] = [
  ['content-security-policy', /script-src 'none'|default-src 'none'/],
  ['content-security-policy', /frame-ancestors 'none'/],
  ['x-content-type-options', /^nosniff$/],
  ['x-frame-options', /^DENY$/],
  ['referrer-policy', /^same-origin$/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['permissions-policy', /camera=\(\).*geolocation=\(\)/],
]

const holdsHeaders = (headers: Headers, address: string): void => {
  for (const [name, expected] of kept)
    assert.match(headers.get(name) ?? '', expected, `${name} of ${address}`)
  assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe-eval|script-src [^']*'unsafe/)
  if (!/\/status\/\w+\.html$/.test(address))
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe-inline/, address)
  assert.notEqual(headers.get('cache-control'), null, `cache-control of ${address}`)
  for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
    assert.equal(headers.get(name), null, `${name} of ${address}`)
}

/** Every address of the site that answers with something, its data twins, and what is not there. */
const addresses = async (all: Routes): Promise<string[]> => {
  const pages = await Promise.all(
    allPages.map((page) => (page.example === undefined ? page.path : page.example(site))),
  )
  const found = pages.filter((path) => path !== undefined && !path.includes('{')) as string[]
  const twins = found
    .filter((path) => !/\.\w+$/.test(path))
    .flatMap((path) =>
      ['json', 'csv', 'xlsx', 'ics'].map((form) => `${path === '/' ? '/index' : path}.${form}`),
    )
  const routes = all.filter(({ method }) => method === 'GET').map(({ path }) => addressOf(path))
  return [
    ...new Set([
      ...found,
      ...twins,
      ...routes,
      site.style.address,
      site.style.iconAddress,
      '/nowhere',
      '/states?year=soon',
      '/states.json?year=soon',
      '/openapi.json',
      '/%',
      '/states/%E0%A4%A',
    ]),
  ]
}

describe('every answer', () => {
  it('carries the headers that keep it safe, whatever it is and however it is asked', () =>
    inWholeSite(async ({ app, routes }) => {
      const asked = await addresses(routes)
      assert.ok(asked.length > 100, String(asked.length))
      for (const address of asked) {
        const response = await app.request(address)
        await response.body?.cancel()
        holdsHeaders(response.headers, address)
        const tag = response.headers.get('etag')
        if (tag === null || response.status !== 200) continue
        const again = await app.request(address, { headers: { 'if-none-match': tag } })
        assert.equal(again.status, 304, address)
        holdsHeaders(again.headers, `${address} (not modified)`)
      }
    }))

  it('about people is kept by nobody, in no language, not even a refusal', () =>
    inWholeSite(async ({ app, routes }) => {
      const ofPages = new Set(createApp(siteOptions).routes.map(({ path }) => path))
      const own = routes.filter(({ method, path }) => method === 'GET' && !ofPages.has(path))
      assert.ok(own.length >= 20, String(own.length))
      for (const { path } of own)
        for (const base of ['', '/mn']) {
          const response = await app.request(`http://${host}${base}${addressOf(path)}`, { headers: { host } })
          await response.body?.cancel()
          if (path.startsWith('/api/')) continue
          assert.equal(response.headers.get('cache-control'), 'private, no-store', path)
        }
    }))

  it('carries them where something is ours to mend', async () => {
    const broken = registerApp({
      data: { ...fictionalData(), listStates: () => Promise.reject(new Error('broken')) },
      onFault: () => {},
    })
    for (const address of ['/states', '/states.json']) {
      const response = await broken.request(address)
      assert.equal(response.status, 500)
      holdsHeaders(response.headers, address)
    }
  })

  it('carries them to who asks only for them', async () => {
    for (const address of ['/', '/states.json', '/nowhere'])
      holdsHeaders((await registerApp().request(address, { method: 'HEAD' })).headers, address)
  })
})
