import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Problem } from '../../src/problem.ts'
import { startServer } from '../../src/web/serve.ts'
import { plan } from './fictional/plan.ts'
import { bothWorlds, documentOf, exerciseApp, read, registerApp } from './site.ts'

describe('what every answer carries', () => {
  it('forbids everything from elsewhere, scripts and frames', async () => {
    for (const address of ['/', '/states.json', '/nowhere', '/openapi.json']) {
      const { headers } = await read(registerApp(), address)
      const policy = headers.get('content-security-policy') ?? ''
      assert.match(policy, /default-src 'none'/)
      assert.match(policy, /script-src 'none'/)
      assert.match(policy, /frame-ancestors 'none'/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('referrer-policy'), 'same-origin')
      assert.equal(headers.get('strict-transport-security'), null)
    }
  })

  it('lets the style sheet be kept for good, and asks again for figures', async () => {
    const app = exerciseApp()
    const page = await read(app, '/')
    assert.equal(page.headers.get('cache-control'), 'no-cache')
    const style = documentOf(page.text).querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? ''
    assert.match(style, /^\/exercise\/assets\/pacta\.[0-9a-f]{12}\.css$/)
    const { status, headers, text } = await read(app, style.replace('/exercise', ''))
    assert.equal(status, 200)
    assert.match(headers.get('cache-control') ?? '', /immutable/)
    assert.equal(/url\(|@import|@font-face/.test(text), false)
  })

  it('prints on every sheet of the exercise that it is fictional', async () => {
    const app = exerciseApp({ banner: 'A "quoted" </style> banner' })
    const style = documentOf((await read(app, '/')).text)
      .querySelector('link[rel=stylesheet]')
      ?.getAttribute('href')
    const { text } = await read(app, (style ?? '').replace('/exercise', ''))
    assert.match(text, /@page\{@top-center\{content:"A \\22 quoted\\22 {2}\\3c \/style> banner"/)
  })

  it('answers "not modified" to who has the page already', async () => {
    const app = registerApp()
    const tag = (await read(app, '/states')).headers.get('etag') ?? ''
    assert.notEqual(tag, '')
    const again = await app.request('/states', { headers: { 'if-none-match': tag } })
    assert.equal(again.status, 304)
    const late = await app.request('/states', { headers: { 'if-none-match': '"other"' } })
    assert.equal(late.status, 200)
  })

  it('is compressed for who can take it', async () => {
    const response = await registerApp().request(`/plans/${plan.id}`, {
      headers: { 'accept-encoding': 'gzip' },
    })
    assert.equal(response.headers.get('content-encoding'), 'gzip')
    assert.match(response.headers.get('vary') ?? '', /Accept-Encoding/i)
  })

  it('writes from right to left where the interface language is', async () => {
    const { text } = await read(registerApp({ language: 'ar' }), `/plans/${plan.id}/1.2`)
    const document = documentOf(text)
    assert.equal(document.documentElement.getAttribute('dir'), 'rtl')
    assert.equal(document.querySelector('h1')?.getAttribute('dir'), 'ltr')
    assert.equal(document.querySelector('h1')?.getAttribute('lang'), 'en')
  })
})

describe('the server', () => {
  it('serves both worlds, each with its own addresses', async () => {
    const both = bothWorlds()
    assert.match((await read(both, '/states/XAA')).text, /href="\/states"/)
    for (const address of ['/exercise', '/exercise/'])
      assert.match((await read(both, address)).text, /href="\/exercise\/states"/)
  })

  it('answers to its own names only', async () => {
    const refused = await bothWorlds().request('/', { headers: { host: 'pacta.example:3000' } })
    assert.equal(refused.status, 421)
    for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000'])
      assert.equal((await bothWorlds().request('/', { headers: { host } })).status, 200)
  })

  it('listens on this machine, says where, and stops', async () => {
    const served = await startServer(bothWorlds(), 0)
    assert.match(served.address, /^http:\/\/127\.0\.0\.1:\d+$/)
    const response = await fetch(`${served.address}/exercise/states.json`)
    assert.equal(response.status, 200)
    await response.body?.cancel()
    const port = Number(new URL(served.address).port)
    await assert.rejects(
      startServer(bothWorlds(), port),
      (error: unknown) =>
        error instanceof Problem && error.type === 'usage' && error.message.includes(String(port)),
    )
    await served.close()
    await assert.rejects(fetch(served.address))
  })
})
