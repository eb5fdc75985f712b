import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, read, registerApp, textOf } from './site.ts'

const register = registerApp()
const section = async (state: string, id: string) =>
  documentOf((await read(register, `/states/${state}`)).text).querySelector(`section[aria-labelledby=${id}]`)

describe('the dates on the sheet of a State', () => {
  const rows = async (state: string) =>
    [...((await section(state, 'dates'))?.querySelectorAll('tbody tr') ?? [])].map(textOf)

  it('put what was granted or stated above what the rule gives, with what lies between and the way to the sources', async () => {
    const [first] = await rows('XAA')
    assert.match(first ?? '', /^1 March 2028by the rule: 1 March 2011 ?17 years later than the rule gives/)
    assert.match(first ?? '', /1 March 2021: granted by 2MSP.*Another source says March 2027\./)
    const dates = await section('XAA', 'dates')
    assert.ok(dates?.querySelector('a[href="/states/XAA#fact-f-2"]') != null)
    const facts = await section('XAA', 'facts')
    assert.ok(facts?.querySelector('[id="fact-f-2"]') != null)
  })

  it('show what fell due once, years ago, and of what recurs only what is open', async () => {
    const told = await rows('XAB')
    assert.ok(told.some((row) => /^1 March 2011.*Clearance of mined areas.*met late/.test(row)))
    assert.ok(!told.some((row) => /^30 April 2026.*Transparency report.*met/.test(row)))
    assert.match(textOf(await section('XAB', 'dates')), /does not say that there is something to destroy/)
  })

  it('lead to all of them', async () => {
    assert.ok((await section('XAA', 'dates'))?.querySelector('a[href="/states/XAA/duties"]') != null)
  })

  it('are none for a State of which no duty is known', async () => {
    assert.match(textOf(await section('XBI', 'dates')), /No duty .* is known to be its/)
  })
})

describe('the cohorts on the sheet of a State', () => {
  it('name since when and why, and keep apart those of which nobody can say', async () => {
    const cohorts = await section('XAA', 'cohorts')
    assert.match(textOf(cohorts?.querySelector('tbody') ?? null), /States Parties 1 Mar 2001 In force since/)
    assert.match(textOf(cohorts?.querySelector('details') ?? null), /^1 cohort of which nobody here can say/)
  })
})

describe('the reports on the sheet of a State', () => {
  it('are those received and those missing, cycle by cycle; not held is not missing', async () => {
    const rows = async (state: string) =>
      [...((await section(state, 'reports'))?.querySelector('tbody')?.querySelectorAll('tr') ?? [])].map(
        textOf,
      )
    assert.match((await rows('XAD'))[0] ?? '', /^2027 Article 7 report 30 Apr 2027 missing/)
    assert.match((await rows('XAD'))[2] ?? '', /^2025 Article 7 report 30 Apr 2025 not known/)
    assert.match((await rows('XAA'))[1] ?? '', /^2026 .* received in time .* Version 2/)
    assert.match((await rows('XAB'))[0] ?? '', /received late/)
  })

  it('stand in the data as well', async () => {
    const data = JSON.parse((await read(register, '/states/XAD.json')).text)
    assert.deepEqual(
      data.receipts.map((one: { year: number; state: string }) => [one.year, one.state]),
      [
        [2027, 'missing'],
        [2026, 'missing'],
        [2025, 'not known'],
      ],
    )
    assert.equal(data.dates[0].duty, 'fictional-treaty/report')
    assert.equal(data.cohorts[1].belongs, 'unknown')
  })
})

describe('the links of the values on the sheet of a State', () => {
  it('are named with the indicator and the year they lead to', async () => {
    const links = [...((await section('XAC', 'values'))?.querySelectorAll('td a') ?? [])].map(textOf)
    assert.match(links[0] ?? '', /^1\.1, 2025: /)
    assert.equal(new Set(links).size, links.length)
  })
})

describe('what was entered here and not received', () => {
  it('is marked where a State’s values rest on it, and in the table that is copied', async () => {
    const marked = [...((await section('XAC', 'values'))?.querySelectorAll('.entered') ?? [])]
    assert.ok(marked.length > 0)
    assert.equal((await section('XAB', 'values'))?.querySelector('.entered'), null)
    const rows = (await read(register, '/states/XAC.csv')).text.split('\n')
    const values = rows.filter((row) => row.startsWith('register,XAC,value,'))
    assert.equal(values.filter((row) => /entered here, not received/.test(row)).length, marked.length)
  })

  it('is marked where its report stands for a cycle', async () => {
    const received = (await section('XAA', 'reports'))?.querySelector('table')
    assert.match(textOf(received?.querySelector('tbody') ?? null), /Version 1 entered here, not received/)
    const rows = (await read(register, '/states/XAA.csv')).text.split('\n')
    assert.ok(rows.some((row) => /^register,XAA,report due,.*entered here, not received/.test(row)))
  })
})
