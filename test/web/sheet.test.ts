import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentOf, read, registerApp, textOf } from './site.ts'

const register = registerApp()
const section = async (state: string, id: string) =>
  documentOf((await read(register, `/states/${state}`)).text).querySelector(`section[aria-labelledby=${id}]`)

describe('the dates on the sheet of a State', () => {
  it('puts what was granted above what the rule gives, with the date of the statement and the way to its source', async () => {
    const dates = await section('XAA', 'dates')
    const row = textOf(dates?.querySelector('tbody tr') ?? null)
    assert.match(row, /^Clearance of mined areas.* 1 March 2027 granted by a meeting, as of 1 February 2024/)
    assert.match(row, /Another source of the same time says 1 March 2026\./)
    assert.match(row, /Completion stated, without a day\./)
    assert.match(row, /1 March 2011/)
    assert.ok(dates?.querySelector('a[href="/states/XAA#fact-f-2"]') != null)
    const facts = await section('XAA', 'facts')
    assert.ok(facts?.querySelector('[id="fact-f-2"]') != null)
  })

  it('says where a date is only computed, and that it passed is no judgement of the State', async () => {
    const row = textOf((await section('XAL', 'dates'))?.querySelector('tbody tr') ?? null)
    assert.match(row, /1 March 2011 passed computed from the treaty/)
    assert.match(textOf(await section('XAL', 'dates')), /does not say that there is something to destroy/)
  })

  it('has none for a State that nothing binds', async () => {
    assert.match(textOf(await section('XBJ', 'dates')), /No treaty whose duties are held here binds it/)
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
    assert.equal(data.dates[0].official, 'computed')
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
    assert.equal(values.filter((row) => /entered here, not received"?\s*$/.test(row)).length, marked.length)
  })

  it('is marked where its report stands for a cycle', async () => {
    const received = (await section('XAA', 'reports'))?.querySelector('table')
    assert.match(textOf(received?.querySelector('tbody') ?? null), /Version 1 entered here, not received/)
    const rows = (await read(register, '/states/XAA.csv')).text.split('\n')
    assert.ok(rows.some((row) => /^register,XAA,report due,.*entered here, not received"?\s*$/.test(row)))
  })
})
