import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { problemTypes } from '../../src/problem.ts'
import { plan } from './fictional/plan.ts'
import { fictionalData } from './fictional/world.ts'
import { documentOf, exerciseApp, read, registerApp, textOf } from './site.ts'

const register = registerApp()

describe('a question nobody can answer', () => {
  for (const address of [
    '/nowhere',
    '/states/NOPE',
    `/plans/${plan.id}/99.1`,
    '/plans/none',
    '/cohorts/none',
    '/problems/none',
    '/assets/pacta.css',
  ])
    it(`gets a calm page: ${address}`, async () => {
      const { status, text } = await read(register, address)
      assert.equal(status, 404)
      const document = documentOf(text)
      assert.equal(document.querySelectorAll('h1').length, 1)
      assert.ok(document.querySelector('main a[href="/"]'))
    })

  it('gets problem details where data was asked for', async () => {
    const { status, headers, text } = await read(register, '/states/NOPE.json')
    assert.equal(status, 404)
    assert.equal(headers.get('content-type'), 'application/problem+json')
    const problem = JSON.parse(text)
    assert.deepEqual([problem.type, problem.status], ['/problems/not-found', 404])
    const accepts = await register.request('/states/NOPE', { headers: { accept: 'application/json' } })
    assert.equal(accepts.headers.get('content-type'), 'application/problem+json')
  })

  it('points to its kind of problem in its own world', async () => {
    const { text } = await read(exerciseApp(), '/states/NOPE.csv')
    assert.equal(JSON.parse(text).type, '/exercise/problems/not-found')
  })
})

describe('a question that is not understood', () => {
  const cases: [string, RegExp][] = [
    ['?year=soon', /year: is not a year; write it as 2025; found “soon”/],
    ['?as-of=2025-02-30', /as-of: is not a date; write it as 2025-12-01; found “2025-02-30”/],
    [
      '?as-of=9998-12-30',
      /as-of: lies too far off; write a day from 1900-01-01 to 20\d\d-12-31; found “9998-12-30”/,
    ],
    ['?as-known-on=1899-12-31', /as-known-on: lies too far off/],
    [
      '?as_of=2025-02-03',
      /as_of: is not something this page can be asked for; expected year, as-of, as-known-on, reading/,
    ],
    ['?year=2025&as-of=x&as-known-on=y', /as-of: .*as-known-on: /],
    ['?reading=<b>', /reading: holds characters that no name here has/],
  ]
  for (const [asked, expected] of cases)
    it(`is refused in plain words, all faults at once: ${asked}`, async () => {
      const { status, text } = await read(register, `/plans/${plan.id}/1.2${asked}`)
      assert.equal(status, 400)
      assert.match(textOf(documentOf(text).querySelector('main')), expected)
      assert.equal(text.includes('<b>"'), false)
    })

  it('is refused wherever years are gone through up to a day', async () => {
    const [cohort] = await fictionalData().listCohorts()
    for (const address of ['/cohorts', `/cohorts/${cohort!.name}`, '/treaties']) {
      assert.equal((await read(register, `${address}?as-of=9998-12-30`)).status, 400, address)
      assert.equal((await read(register, `${address}?as-of=2040-12-30`)).status, 200, address)
    }
  })

  it('names the faults by path in the data', async () => {
    const { text } = await read(register, `/plans/${plan.id}/1.2.json?year=soon&as-of=never`)
    assert.deepEqual(
      JSON.parse(text).issues.map((issue: { path: string }) => issue.path),
      ['year', 'as-of'],
    )
  })

  it('passes over fields a form left empty', async () => {
    const { status } = await read(register, `/plans/${plan.id}/1.2?year=2025&as-of=&as-known-on=&reading=`)
    assert.equal(status, 200)
  })
})

describe('a fault of ours', () => {
  const faults: string[] = []
  const broken = registerApp({
    data: { ...fictionalData(), listStates: () => Promise.reject(new Error('secret detail')) },
    onFault: (_error, address) => faults.push(address),
  })

  it('says so without its inside, and is reported', async () => {
    const page = await read(broken, '/states')
    assert.equal(page.status, 500)
    assert.match(textOf(documentOf(page.text).querySelector('h1')), /Something went wrong here/)
    const data = await read(broken, '/states.json')
    assert.equal(data.headers.get('content-type'), 'application/problem+json')
    assert.equal(`${page.text}${data.text}`.includes('secret'), false)
    assert.deepEqual(faults, ['/states', '/states.json'])
  })
})

describe('the kinds of problem', () => {
  for (const type of Object.keys(problemTypes))
    it(`have a page each: ${type}`, async () => {
      const { status, text } = await read(register, `/problems/${type}`)
      assert.equal(status, 200)
      assert.match(text, new RegExp(problemTypes[type as keyof typeof problemTypes].title))
    })
})
