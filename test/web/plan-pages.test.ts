import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plan } from './fictional/plan.ts'
import { documentOf, read, registerApp, textOf } from './site.ts'

const register = registerApp()
const page = async (address: string) => documentOf((await read(register, address)).text)
const at = (rest: string) => `/plans/${plan.id}${rest}`

describe('the page of a section', () => {
  it('has its words, its actions and indicators with value and n of N, and links to the next', async () => {
    const document = await page(at('/sections/II?year=2027'))
    assert.equal(textOf(document.querySelector('h1')), 'Transparency')
    assert.match(textOf(document.querySelector('.chapeau')), /^2\. The State Parties have identified/)
    assert.match(textOf(document.querySelector('[id="indicator-1.2"]')), /61\.5% 8 of 13/)
    assert.equal(document.querySelector('[rel=next]')?.getAttribute('href'), at('/sections/III?year=2027'))
    const action = document.querySelector('#action-1 h3 a')
    assert.equal(action?.getAttribute('href'), at('/actions/1?year=2027'))
  })

  it('shows in a picture and in a table how many members were in each state', async () => {
    const document = await page(at('/sections/II?year=2027'))
    const picture = document.querySelector('svg.states-chart')
    assert.match(picture?.getAttribute('aria-label') ?? '', /1\.2: 8 counted, /)
    const rows = [...document.querySelectorAll('.states-table tbody tr')].map((row) => textOf(row))
    const row = rows.find((words) => words.startsWith('1.2')) ?? ''
    const [, ...counts] = row.split(' ').map(Number)
    assert.equal(counts.at(-1), 14)
    assert.equal(
      counts.slice(0, -1).reduce((sum, count) => sum + count, 0),
      14,
    )
    // Told without colour: every state that is drawn has its hatching and its shape on the page.
    for (const drawn of picture?.querySelectorAll('[fill^="url("]') ?? []) {
      const name = /#([\w-]+)/.exec(drawn.getAttribute('fill') ?? '')?.[1] ?? ''
      if (!['p-counted', 'p-not-reported'].includes(name))
        assert.ok(document.querySelector(`pattern#${name}`) !== null, name)
    }
  })

  it('is not found where the plan has none', async () => {
    assert.equal((await read(register, at('/sections/XX'))).status, 404)
  })
})

describe('the page of an action', () => {
  it('says who was counted and who was not, each name leading to its reason', async () => {
    const document = await page(at('/actions/1?year=2027'))
    const first = document.querySelector('.action-indicator')
    const groups = [...(first?.querySelectorAll('.counted-groups > li') ?? [])].map((group) => textOf(group))
    assert.match(groups[0] ?? '', /^counted \d+ /)
    assert.ok(groups.some((group) => group.startsWith('not reported')))
    const link = first?.querySelector('.same a')?.getAttribute('href') ?? ''
    assert.match(link, /\/1\.1\?year=2027#member-X[A-Z]{2}$/)
    const there = await page(link)
    assert.ok(there.getElementById(link.split('#')[1] ?? '') !== null)
  })

  it('marks those whose state rests on what was entered here, in its table too', async () => {
    const document = await page(at('/actions/1?year=2027'))
    const first = document.querySelector('.action-indicator')
    const names = [...(first?.querySelectorAll('.same li') ?? [])].filter(
      (name) => name.querySelector('.entered') !== null,
    )
    assert.deepEqual(names.map(textOf), ['Corvania entered here, not received'])
    const rows = (await read(register, at('/actions/1.csv?year=2027'))).text.split('\n')
    assert.match(rows[0] ?? '', /,mark\s*$/)
    assert.ok(rows.some((row) => row.includes(',XAC,') && /entered here, not received"?\s*$/.test(row)))
    assert.equal(rows.filter((row) => row.includes(',XAB,') && row.includes('entered here')).length, 0)
  })

  it('does not list records as if they were States', async () => {
    const document = await page(at('/actions/3?year=2026'))
    assert.match(textOf(document.querySelector('main')), /6 of 12 are counted/)
  })

  it('leads to the actions before and after it', async () => {
    const document = await page(at('/actions/2'))
    assert.equal(document.querySelector('[rel=prev]')?.getAttribute('href'), at('/actions/1?year=2027'))
    assert.equal(document.querySelector('[rel=next]')?.getAttribute('href'), at('/actions/3?year=2027'))
  })
})

describe('the page of years compared', () => {
  const rowOf = async (address: string, number: string) => {
    const document = await page(address)
    const rows = [...document.querySelectorAll('.compared tbody tr')]
    return textOf(rows.find((row) => textOf(row).startsWith(number)) ?? null)
  }

  it('gives value and n of N for each year, and the change between figures as printed', async () => {
    const row = await rowOf(at('/compare'), '1.2')
    const shares = [...row.matchAll(/(\d+\.\d)%/g)].map(([, share]) => Number(share))
    assert.equal(shares.length, 3)
    const by = ((shares[2] ?? 0) * 10 - (shares[0] ?? 0) * 10) / 10
    assert.ok(row.includes(`${by < 0 ? '−' : '+'}${Math.abs(by).toFixed(1)}`) || by === 0, row)
  })

  it('says why two years cannot be compared, and of which', async () => {
    assert.match(await rowOf(at('/compare'), '4.2'), /not comparable: 2025 not known/)
    assert.match(await rowOf(at('/compare'), '4.1'), /not comparable: 2025 without cases/)
    assert.match(await rowOf(at('/compare'), '2.1'), /not final: 2027 provisional/)
  })

  it('shows only what changed, the largest first, where asked to', async () => {
    const asked = '?sort=change&changed=only'
    const data = JSON.parse((await read(register, at(`/compare.json${asked}`))).text)
    const sizes = data.rows.map((row: { change: { by: number } }) => Math.abs(row.change.by))
    assert.ok(sizes.length > 0 && sizes.every((size: number) => size > 0))
    assert.deepEqual(
      sizes,
      [...sizes].sort((a, b) => b - a),
    )
    assert.equal(
      (await page(at(`/compare${asked}`))).querySelectorAll('.compared tbody tr').length,
      sizes.length,
    )
  })

  it('takes the years asked for, and refuses what is no list of years', async () => {
    const data = JSON.parse((await read(register, at('/compare.json?years=2025,2027'))).text)
    assert.deepEqual(data.years, [2025, 2027])
    assert.equal((await read(register, at('/compare?years=2025'))).status, 400)
    assert.match(
      textOf((await page(at('/compare?years=2031,2032'))).querySelector('main')),
      /No values are held/,
    )
  })
})

describe('all values of a plan at a glance', () => {
  it('say in words which way they went since the year before, only where both are known', async () => {
    const document = await page(at('?year=2027'))
    const chip = (number: string) =>
      textOf([...document.querySelectorAll('.chip')].find((one) => textOf(one).startsWith(number)) ?? null)
    assert.match(chip('1.2'), /(up|down) from [\d.]+% in 2026|as in 2026/)
    assert.equal(/in 2026/.test(chip('2.1')), false)
    assert.equal(/in 2026/.test(chip('4.1')), false)
  })
})

describe('the page of an indicator, over the years', () => {
  it('has the members by state as a picture and a table, a row for each year with a value', async () => {
    const document = await page(at('/1.1'))
    const section = document.querySelector('section[aria-labelledby=by-state]')
    assert.match(
      section?.querySelector('svg.states-chart')?.getAttribute('aria-label') ?? '',
      /2025: \d+ counted/,
    )
    assert.deepEqual(
      [...(section?.querySelectorAll('tbody th') ?? [])].map((cell) => textOf(cell)),
      ['2025', '2026', '2027'],
    )
  })
})
