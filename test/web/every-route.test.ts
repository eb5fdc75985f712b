// Every route, taken from the app itself: what changes something comes from a page of this site, and every answer carries
// the headers that keep it safe. A route that is added is asked too.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { siteOf } from '../../src/web/app.ts'
import { allPages } from '../../src/web/pages/all.ts'
import { fictionalData } from './fictional/world.ts'
import { bothWorlds, registerApp } from './site.ts'

const app = registerApp()
const site = siteOf({ world: 'register', banner: null, data: fictionalData(), today: () => '2027-12-31' })
const host = 'localhost:3000'
const reads = ['GET', 'HEAD', 'OPTIONS', 'ALL']

/** An address that the route takes, with made-up names in the places of its parameters. */
const addressOf = (path: string): string => path.replace(/:\w+(\{[^}]*\})?/g, 'x').replace('/*', '/x')

const writing = app.routes.filter(({ method }) => !reads.includes(method))

const send = (address: string, method: string, headers: Record<string, string>) =>
  bothWorlds().request(`http://${host}${address}`, {
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
  it('is there to be asked', () => assert.ok(writing.length >= 9, String(writing.length)))

  for (const [from, headers] of Object.entries(elsewhere))
    it(`is refused from ${from}, at every route and at none`, async () => {
      const asked = [
        ...writing.map(({ path, method }) => [addressOf(path), method] as const),
        ...['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ['/', method] as const),
      ]
      for (const base of ['', '/mn/exercise'])
        for (const [address, method] of asked) {
          const response = await send(`${base}${address}`, method, headers)
          assert.equal(response.status, 403, `${method} ${base}${address}`)
          await response.body?.cancel()
        }
    })

  it('is taken from a page of this site', async () => {
    const here: Record<string, string>[] = [{ 'sec-fetch-site': 'same-origin' }, { origin: `http://${host}` }]
    for (const headers of here)
      for (const { path, method } of writing) {
        const response = await send(addressOf(path), method, headers)
        assert.notEqual((await response.text()).includes('cross-site-form'), true, `${method} ${path}`)
      }
  })
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
const addresses = async (): Promise<string[]> => {
  const pages = await Promise.all(
    allPages.map((page) => (page.example === undefined ? page.path : page.example(site))),
  )
  const found = pages.filter((path) => path !== undefined && !path.includes('{')) as string[]
  const twins = found
    .filter((path) => !/\.\w+$/.test(path))
    .flatMap((path) =>
      ['json', 'csv', 'xlsx', 'ics'].map((form) => `${path === '/' ? '/index' : path}.${form}`),
    )
  const routes = app.routes.filter(({ method }) => method === 'GET').map(({ path }) => addressOf(path))
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
  it('carries the headers that keep it safe, whatever it is and however it is asked', async () => {
    const asked = await addresses()
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
  })

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
      holdsHeaders((await app.request(address, { method: 'HEAD' })).headers, address)
  })
})
