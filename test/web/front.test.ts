// The front door: our names only, other machines only once somebody can sign in, and only as proxies of ours say.
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { Hono } from 'hono'
import { checkListening, type Front } from '../../src/web/front.ts'
import { joinSites, startServer } from '../../src/web/serve.ts'

const origin = 'https://pacta.example.org'

/** A site that says what it is told. */
const echo = (front: Front) =>
  joinSites(
    [
      {
        base: '',
        fetch: (request, word) => Response.json({ url: request.url, client: word?.client ?? null }),
      },
    ],
    front,
  )

type Asked = { host?: string; forwarded?: string; peer?: string; headers?: Record<string, string> }
const ask = (front: Front, { host = 'pacta.example.org', forwarded, peer, headers = {} }: Asked = {}) =>
  echo(front).request(
    `http://${host}/states?year=2027`,
    {
      headers: {
        host,
        ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
        ...headers,
      },
    },
    { incoming: { socket: { remoteAddress: peer } } },
  )
const withAdministrator = { origin, hasAdministrator: async () => true }

describe('the front door', () => {
  it('makes every address of the origin, whatever the proxy says', async () => {
    for (const host of ['pacta.example.org', 'localhost:3000']) {
      const response = await ask(withAdministrator, { host, headers: { 'x-forwarded-host': 'evil.example' } })
      assert.equal((await response.json()).url, `${origin}/states?year=2027`)
    }
  })

  it('knows a request by its host, not by the address in its first line', async () => {
    const response = await echo({}).request('http://evil.example/states', {
      headers: { host: 'localhost:3000' },
    })
    assert.equal((await response.json()).url, 'http://localhost:3000/states')
  })

  for (const host of [
    'evil.example',
    'pacta.example.org.evil.example',
    'pacta.example.org:8080',
    '203.0.113.1',
  ])
    it(`answers nothing as ${host}`, async () => {
      const response = await ask(withAdministrator, { host })
      assert.equal(response.status, 421)
      assert.equal((await response.text()).includes(host), false)
      assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    })

  it('stays shut to other machines until an administrator exists, then opens at once', async () => {
    let exists = false
    const front = { origin, hasAdministrator: async () => exists }
    const door = echo(front)
    const get = (host: string, headers = {}) =>
      door.request(`http://${host}/`, { headers: { host, ...headers } })
    assert.equal((await get('pacta.example.org')).status, 421)
    for (const sign of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
      assert.equal((await get('localhost:3000', { [sign]: '203.0.113.9' })).status, 421, sign)
    assert.equal((await get('localhost:3000')).status, 200)
    exists = true
    assert.equal((await get('pacta.example.org')).status, 200)
    assert.equal((await get('localhost:3000', { 'x-forwarded-for': '203.0.113.9' })).status, 200)
  })

  it('is shut to a proxy where it knows of nobody who can sign in', async () => {
    assert.equal((await ask({}, { host: 'localhost:3000', forwarded: '203.0.113.9' })).status, 421)
  })

  it('takes from other machines only what a proxy of ours brings', async () => {
    assert.equal((await ask(withAdministrator, { peer: '203.0.113.9' })).status, 421)
    assert.equal((await ask(withAdministrator, { peer: '10.0.0.5' })).status, 421)
    const front = { ...withAdministrator, proxies: ['10.0.0.5'] }
    const brought = await ask(front, { peer: '10.0.0.5', forwarded: '198.51.100.1, 203.0.113.9' })
    assert.equal((await brought.json()).client, '203.0.113.9')
  })

  it('counts all as one asker where a proxy names nobody, and this machine not at all', async () => {
    assert.equal((await (await ask(withAdministrator)).json()).client, '127.0.0.1')
    assert.equal((await (await ask(withAdministrator, { host: 'localhost:3000' })).json()).client, null)
  })

  it('tells browsers to come encrypted where the origin is, and not otherwise', async () => {
    const secure = await ask(withAdministrator)
    assert.equal(secure.headers.get('strict-transport-security'), 'max-age=31536000; includeSubDomains')
    const plain = await ask({}, { host: 'localhost:3000' })
    assert.equal(plain.headers.get('strict-transport-security'), null)
  })

  it('says in words that a path that climbs is no address, with the headers of every answer', async () => {
    const door = joinSites([
      { base: '', fetch: () => new Response('root') },
      { base: '/mn', fetch: () => new Response('mn') },
    ])
    for (const path of ['/mn/%2e%2e/x', '/mn//x', '/mn/..%2fx']) {
      const response = await door.request(`http://localhost:3000${path}`, {
        headers: { host: 'localhost:3000' },
      })
      assert.ok([200, 400, 404].includes(response.status), path)
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff', path)
    }
  })
})

const silent = new Hono().get('/', (c) => c.text('here'))

/** All that the server says on a line on which `sent` is said, until it hangs up. */
const said = (port: number, sent: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const line = connect(port, '127.0.0.1', () => line.write(sent))
    let heard = ''
    line.on('data', (part) => {
      heard += part
    })
    line.on('close', () => resolve(heard))
    line.on('error', reject)
  })

describe('a line', () => {
  it('on which a request trickles in is ended', async () => {
    const times = { headersMs: 100, requestMs: 250, idleMs: 60_000, checkMs: 20 }
    const served = await startServer(silent, 0, { times })
    try {
      const port = Number(new URL(served.address).port)
      assert.match(await said(port, 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '), /^HTTP\/1.1 408 /)
      const body = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\na=b'
      assert.match(await said(port, body), /^HTTP\/1.1 (408|404) /)
    } finally {
      await served.close()
    }
  })

  it('on which nothing is said is ended', async () => {
    const times = { headersMs: 60_000, requestMs: 60_000, idleMs: 100, checkMs: 20 }
    const served = await startServer(silent, 0, { times })
    try {
      assert.equal(await said(Number(new URL(served.address).port), ''), '')
    } finally {
      await served.close()
    }
  })

  it('with headers beyond what any browser sends is refused', async () => {
    const served = await startServer(silent, 0)
    try {
      const sent = `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'a'.repeat(17 * 1024)}\r\n\r\n`
      assert.match(await said(Number(new URL(served.address).port), sent), /^HTTP\/1.1 431 /)
    } finally {
      await served.close()
    }
  })
})

describe('where the server listens', () => {
  it('may be a socket in a folder, for a proxy on the same machine', async () => {
    const path = join(tmpdir(), `pacta-${process.pid}-${Date.now()}.sock`)
    const served = await startServer(silent, 0, { host: path })
    try {
      assert.equal(served.address, path)
      const line = connect(path)
      line.end('GET / HTTP/1.0\r\nHost: localhost\r\n\r\n')
      let heard = ''
      for await (const part of line) heard += part
      assert.match(heard, /^HTTP\/1.1 200 [\s\S]*here$/)
    } finally {
      await served.close()
    }
  })

  it('is refused in words where it is none of this machine', async () => {
    for (const host of ['203.0.113.77', 'no-such-host.invalid', '/no/such/folder/pacta.sock'])
      await assert.rejects(startServer(silent, 0, { host }), { type: 'usage' }, host)
  })
})

describe('where other machines could reach it', () => {
  const everyone = { origin, hasAdministrator: async () => true }
  const nobody = { origin, hasAdministrator: async () => false }

  for (const host of ['0.0.0.0', '::', '192.0.2.7', 'pacta.example.org']) {
    it(`is listened on ${host} only over HTTPS and once somebody can sign in`, async () => {
      await checkListening(host, everyone)
      await assert.rejects(checkListening(host, nobody), { type: 'usage', message: /administrator exists/ })
      await assert.rejects(checkListening(host, {}), { type: 'usage', message: /PACTA_ORIGIN/ })
      const plain = { ...everyone, origin: 'http://localhost:3000' }
      await assert.rejects(checkListening(host, plain), { type: 'usage', message: /https/ })
    })
  }

  for (const host of ['127.0.0.1', '127.0.0.2', '::1', 'localhost', '/run/pacta/pacta.sock'])
    it(`is not at ${host}`, () => checkListening(host, {}))
})
