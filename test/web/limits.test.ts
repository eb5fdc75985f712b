// Nobody asks so much that others have to wait: a class behind one address is served, a program that asks on and on is not.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Person } from '../../src/accounts/person.ts'
import { createSites } from '../../src/web/app.ts'
import { createLimits, kindOf } from '../../src/web/limits.ts'
import { joinSites } from '../../src/web/serve.ts'
import { fictionalPageId } from './fictional/cooperation.ts'
import { fictionalData } from './fictional/world.ts'

const budget = { burst: 3, perSecond: 0.5 }

/** Limits under a clock that the test moves; milliseconds. */
const underClock = (most?: number) => {
  const clock = { ms: 0 }
  return { clock, limits: createLimits({ now: () => clock.ms, ...(most === undefined ? {} : { most }) }) }
}

describe('a bucket', () => {
  it('gives what it holds at once, then so much each second, and says how long to wait', () => {
    const { clock, limits } = underClock()
    const take = () => limits.take('a', 'read', budget)
    assert.deepEqual([take(), take(), take(), take()], [0, 0, 0, 2])
    clock.ms = 1_000
    assert.equal(take(), 1)
    clock.ms = 2_000
    assert.deepEqual([take(), take()], [0, 2])
    clock.ms = 1_000_000
    assert.deepEqual([take(), take(), take(), take()], [0, 0, 0, 2])
  })

  it('is each asker’s own, and each kind’s', () => {
    const { limits } = underClock()
    for (let i = 0; i < 3; i++) limits.take('a', 'write', budget)
    assert.equal(limits.take('a', 'write', budget), 2)
    assert.equal(limits.take('b', 'write', budget), 0)
    assert.equal(limits.take('a', 'read', budget), 0)
  })

  it('never lets more through than it holds and gains, however it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 80 }), (pauses) => {
        const { clock, limits } = underClock()
        let through = 0
        for (const pause of pauses) {
          clock.ms += pause
          if (limits.take('a', 'read', budget) === 0) through += 1
          assert.ok(through <= budget.burst + (clock.ms / 1000) * budget.perSecond + 1e-6)
        }
      }),
    )
  })

  it('lets in whoever waits as long as was said', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 40 }), (pauses) => {
        const { clock, limits } = underClock()
        for (const pause of pauses) {
          clock.ms += pause
          const wait = limits.take('a', 'read', budget)
          if (wait === 0) continue
          clock.ms += wait * 1000
          assert.equal(limits.take('a', 'read', budget), 0)
        }
      }),
    )
  })

  it('is forgotten when there are too many, whoever was away longest first', () => {
    const { limits } = underClock(100)
    for (let i = 0; i < 1_000; i++) {
      limits.take('often here', 'read', { burst: 10_000, perSecond: 1 })
      limits.take(`once ${i}`, 'read', budget)
    }
    assert.equal(limits.size(), 100)
    const few = { burst: 1, perSecond: 0.001 }
    limits.take('x', 'read', few)
    assert.ok(limits.take('x', 'read', few) > 0)
  })
})

describe('the kind of a request', () => {
  const cases: [string, string, string][] = [
    ['GET', '/states', 'read'],
    ['GET', '/states.json', 'read'],
    ['HEAD', '/duties/next.ics', 'read'],
    ['GET', '/search?q=mine', 'search'],
    ['GET', '/search.json?q=mine', 'search'],
    ['GET', '/states.xlsx', 'made'],
    ['GET', '/releases/abc/status/en.pdf', 'made'],
    ['GET', '/cohorts?as-of=2020-01-01', 'made'],
    ['POST', '/enter/reports/new', 'write'],
    ['POST', '/releases', 'write'],
    ['DELETE', '/nowhere', 'write'],
    ['POST', '/sign-in', 'sign-in'],
    ['POST', '/sign-in/second-factor', 'sign-in'],
    ['POST', '/account/password', 'sign-in'],
    ['POST', '/invitation/abc', 'sign-in'],
    ['GET', '/invitation/abc', 'sign-in'],
    ['GET', '/first/abc', 'sign-in'],
    ['GET', '/sign-in/password/abc', 'sign-in'],
    ['GET', '/sign-in/provider', 'sign-in'],
    ['GET', '/letters/stop/abc', 'sign-in'],
    ['GET', '/sign-in', 'read'],
    ['POST', '/people/invite', 'write'],
    ['POST', '/sign-inside', 'write'],
    ['POST', '/ministries/XAA/cooperation/abc/rate', 'rating'],
    ['GET', '/ministries/XAA/cooperation/abc/rate', 'read'],
    ['POST', '/ministries/XAA/cooperation/abc/approval', 'write'],
  ]
  for (const [method, address, kind] of cases)
    it(`${method} ${address} is ${kind}`, () => {
      const url = new URL(address, 'http://localhost')
      assert.equal(kindOf(method, url.pathname, url.searchParams), kind)
    })
})

/** Both worlds behind a proxy, asked by whoever `forwarded` says; `personOf` by the cookie, where there is one. */
const door = () => {
  const limits = createLimits({ now: () => 0 })
  const personOf = async (headers: Headers): Promise<{ person: Person; setCookies: string[] }> => {
    const name = headers.get('cookie')
    const person: Person =
      name === null
        ? { as: 'public' }
        : { as: 'person', personId: name, name, language: 'en', grants: [], scopes: null }
    return { person, setCookies: [] }
  }
  const options = {
    banner: null,
    data: fictionalData(),
    today: () => '2027-12-31',
    limits,
    access: { personOf },
  }
  const sites = [
    ...createSites({ ...options, world: 'register' }),
    ...createSites({ ...options, world: 'exercise' }),
  ]
  const app = joinSites(sites, { origin: 'https://pacta.example.org', hasAdministrator: async () => true })
  return async (address: string, forwarded: string | undefined, more: RequestInit = {}) => {
    const host = forwarded === undefined ? 'localhost:3000' : 'pacta.example.org'
    const response = await app.request(`http://${host}${address}`, {
      ...more,
      headers: {
        host,
        ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
        ...(more.headers as Record<string, string> | undefined),
      },
    })
    return { response, text: await response.text() }
  }
}

/** Asks until it is refused; how often it was not. */
const untilRefused = async (ask: () => Promise<{ response: Response }>, most: number): Promise<number> => {
  for (let i = 0; i < most; i++) if ((await ask()).response.status === 429) return i
  return most
}

describe('a server that is asked too much', () => {
  it('takes what a class thinks of a page from one address, and no flood of it', async () => {
    const ask = door()
    const answer = {
      method: 'POST',
      body: 'useful=yes&form=a.form.signed',
      headers: {
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
    }
    const rate = `/ministries/XAA/cooperation/${fictionalPageId}/rate`
    const send = (from: string) => () => ask(rate, from, answer)
    assert.equal((await send('203.0.113.8')()).response.status, 303)
    assert.equal(await untilRefused(send('203.0.113.9'), 100), 40)
    // Whoever only reads goes on reading, and others go on answering.
    assert.equal((await ask('/ministries/XAA/cooperation', '203.0.113.9')).response.status, 200)
    assert.equal((await send('203.0.113.8')()).response.status, 303)
  })

  it('says when to come again, as a page and as data, and has the headers of every answer', async () => {
    const ask = door()
    const one = '203.0.113.9'
    assert.equal(await untilRefused(() => ask('/nowhere.json', one), 2_000), 600)
    const page = await ask('/exercise/states', one)
    assert.equal(page.response.status, 429)
    assert.equal(page.response.headers.get('retry-after'), '1')
    assert.equal(page.response.headers.get('cache-control'), 'no-store')
    assert.match(page.response.headers.get('content-security-policy') ?? '', /script-src 'none'/)
    assert.match(page.text, /Try again in one second/)
    const data = await ask('/mn/states.json', one)
    assert.equal(JSON.parse(data.text).type, '/mn/problems/too-many-tries')
    // The style sheet of the page that says so.
    const style = /href="(\/exercise\/assets\/[^"]+\.css)"/.exec(page.text)?.[1] ?? ''
    assert.equal((await ask(style, one)).response.status, 200)
    assert.notEqual((await ask('/states', '203.0.113.10')).response.status, 429)
  })

  it('serves a class behind one address that signs in at once', async () => {
    const ask = door()
    const headers = { 'sec-fetch-site': 'same-origin' }
    const post = () => ask('/sign-in', '203.0.113.9', { method: 'POST', headers })
    assert.equal(await untilRefused(post, 500), 90)
  })

  it('counts one office of IPv6 as one, whatever addresses it has', async () => {
    const ask = door()
    let i = 0
    const search = () => ask('/search.json?q=x', `2001:db8:1:2::${(i++).toString(16)}`)
    assert.equal(await untilRefused(search, 500), 120)
  })

  it('cannot be led on by a made-up address before that of the proxy', async () => {
    const ask = door()
    let i = 0
    const search = () => ask('/search.json?q=x', `198.51.100.${i++ % 256}, 203.0.113.9`)
    assert.equal(await untilRefused(search, 500), 120)
  })

  it('counts a person wherever they are, and others beside them not', async () => {
    const ask = door()
    let i = 0
    const as = (cookie: string) => () =>
      ask('/search.json?q=x', `203.0.113.${i++ % 250}`, { headers: { cookie } })
    assert.equal(await untilRefused(as('one'), 500), 60)
    assert.notEqual((await as('other')()).response.status, 429)
  })

  it('does not count whoever sits at the machine itself', async () => {
    const ask = door()
    assert.equal(await untilRefused(() => ask('/search.json?q=x', undefined), 150), 150)
  })

  it('reads no address longer than any page makes', async () => {
    const ask = door()
    const { response, text } = await ask(`/states.json?q=${'a'.repeat(5_000)}`, undefined)
    assert.equal(response.status, 400)
    assert.equal(JSON.parse(text).type, '/problems/usage')
  })
})
