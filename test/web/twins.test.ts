import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { changesSchema } from '../../src/web/schemas/changes.ts'
import { cohortSchema, cohortsSchema } from '../../src/web/schemas/cohorts.ts'
import { conventionSchema } from '../../src/web/schemas/conventions.ts'
import { draftSchema, enteredSchema, factSchema } from '../../src/web/schemas/enter.ts'
import { homeSchema } from '../../src/web/schemas/home.ts'
import {
  actionSchema,
  compareSchema,
  indicatorSchema,
  planSchema,
  sectionSchema,
} from '../../src/web/schemas/plans.ts'
import { reportingSchema, reportSchema } from '../../src/web/schemas/reports.ts'
import { stateSchema, statesSchema } from '../../src/web/schemas/states.ts'
import { treatiesSchema, treatySchema } from '../../src/web/schemas/treaties.ts'
import { openDraftId } from './fictional/enter.ts'
import { plan } from './fictional/plan.ts'
import { hostileName } from './fictional/states.ts'
import { fictionalData } from './fictional/world.ts'
import { banner, exerciseApp, read, registerApp } from './site.ts'

const register = registerApp()
const exercise = exerciseApp()

const twins = [
  { page: '/index', schema: homeSchema },
  { page: `/plans/${plan.id}`, schema: planSchema },
  { page: `/plans/${plan.id}/sections/II`, schema: sectionSchema },
  { page: `/plans/${plan.id}/actions/1`, schema: actionSchema },
  { page: `/plans/${plan.id}/compare`, schema: compareSchema },
  { page: `/plans/${plan.id}/1.2`, schema: indicatorSchema },
  { page: `/plans/${plan.id}/4.1`, schema: indicatorSchema },
  { page: '/reports', schema: reportingSchema },
  { page: '/reports/XAA:article-7:2025:2', schema: reportSchema },
  { page: '/states', schema: statesSchema },
  { page: '/states/XAA', schema: stateSchema },
  { page: '/cohorts', schema: cohortsSchema },
  { page: '/cohorts/affected', schema: cohortSchema },
  { page: '/changes', schema: changesSchema },
  { page: '/treaties', schema: treatiesSchema },
  { page: '/conventions/fictional-treaty', schema: conventionSchema },
  { page: '/treaties/fictional-treaty', schema: treatySchema },
  { page: '/enter', schema: enteredSchema },
  { page: `/enter/reports/${openDraftId}`, schema: draftSchema },
  { page: '/enter/facts/entered-2', schema: factSchema },
]

const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true })

describe('the data twin of a page', () => {
  for (const { page, schema } of twins) {
    it(`has the described shape: ${page}.json`, async () => {
      const { status, headers, text } = await read(register, `${page}.json`)
      assert.equal(status, 200)
      assert.match(headers.get('content-type') ?? '', /^application\/json/)
      const data = JSON.parse(text)
      // The schema, made strict, takes the data as it is: nothing is missing and nothing undescribed is there.
      assert.deepEqual(schema.strict().parse(data), data)
      assert.equal(data.world, 'register')
    })

    it(`says in the exercise that it is fictional: ${page}`, async () => {
      assert.equal(JSON.parse((await read(exercise, `${page}.json`)).text).notice, banner)
      const { headers, text } = await read(exercise, `${page}.csv`)
      assert.ok(rowsOf(text).every((row) => row.world === 'exercise'))
      assert.match(headers.get('content-disposition') ?? '', /filename="exercise-/)
    })

    it(`is a table: ${page}.csv`, async () => {
      const { status, headers, text } = await read(register, `${page}.csv`)
      assert.equal(status, 200)
      assert.match(headers.get('content-type') ?? '', /^text\/csv/)
      assert.ok(rowsOf(text).length > 0)
    })
  }

  it('answers the same question as the page: year, dates and reading', async () => {
    const asked = '?year=2026&as-of=2026-06-01&as-known-on=2026-12-31&reading=strict'
    const data = JSON.parse((await read(register, `/plans/${plan.id}/1.2.json${asked}`)).text)
    assert.deepEqual(
      [data.year, data.asOf, data.knownOn, data.reading],
      [2026, '2026-06-01', '2026-12-31', 'strict'],
    )
    const page = (await read(register, `/plans/${plan.id}/1.2${asked}`)).text
    assert.ok(page.includes(`href="/plans/${plan.id}/1.2.json${asked.replaceAll('&', '&amp;')}"`))
  })

  it('is the indicator as the command line prints it, with the world it belongs to', async () => {
    const { world, ...data } = JSON.parse((await read(register, `/plans/${plan.id}/1.2.json?year=2026`)).text)
    const shown = await fictionalData().showIndicator({ indicator: `${plan.id}/1.2`, year: 2026 })
    assert.equal(world, 'register')
    assert.deepEqual(data, JSON.parse(JSON.stringify(shown)))
  })

  it('keeps no value apart from zero: an empty cell, null', async () => {
    const rows = rowsOf((await read(register, `/plans/${plan.id}.csv`)).text)
    const none = rows.find((row) => row.indicator === '4.1' && row.year === '2026')
    assert.equal(none?.value, '')
    assert.equal(none?.status, 'no cases')
    const notKnown = rows.find((row) => row.indicator === '4.2' && row.year === '2025')
    assert.deepEqual([notKnown?.numerator, notKnown?.value, notKnown?.status], ['', '', 'not known'])
  })

  it('has a row for every member, with its evidence', async () => {
    const rows = rowsOf((await read(register, `/plans/${plan.id}/1.1.csv?year=2027`)).text)
    assert.equal(rows.length, 30)
    const first = rows.find((row) => row.actor === 'XAA')
    assert.equal(first?.quotation, 'تم وضع خطة عمل وطنية محددة التكاليف.')
    assert.equal(first?.quotation_language, 'ar')
  })

  it('keeps a hostile name as it is', async () => {
    const rows = rowsOf((await read(register, '/states.csv')).text)
    assert.equal(rows.find((row) => row.id === 'XBJ')?.name_en, hostileName)
  })
})

describe('the OpenAPI document', () => {
  it('describes every page in its four forms, with what can be asked and every refusal', async () => {
    const { text } = await read(exercise, '/openapi.json')
    const document = JSON.parse(text)
    assert.equal(document.openapi, '3.1.0')
    assert.deepEqual(document.servers, [{ url: '/exercise' }])
    const paths = Object.keys(document.paths)
    for (const stem of [
      '/plans/{plan}',
      '/plans/{plan}/{indicator}',
      '/states',
      '/states/{id}',
      '/cohorts',
      '/cohorts/{name}',
    ])
      for (const suffix of ['', '.json', '.csv', '.xlsx'])
        assert.ok(paths.includes(`${stem}${suffix}`), `${stem}${suffix}`)
    const indicator = document.paths['/plans/{plan}/{indicator}.json'].get
    assert.deepEqual(indicator.parameters.map((parameter: { name: string }) => parameter.name).sort(), [
      'as-known-on',
      'as-of',
      'indicator',
      'plan',
      'reading',
      'year',
    ])
    assert.equal(
      indicator.responses[200].content['application/json'].schema.$ref,
      '#/components/schemas/Indicator',
    )
    // Addresses are asked, written to, or both.
    const ids = Object.values(document.paths).flatMap((path) =>
      Object.values(path as Record<string, { operationId: string }>).map((one) => one.operationId),
    )
    assert.equal(new Set(ids).size, ids.length)
  })
})
