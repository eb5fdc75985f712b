import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { languages } from '../../src/words/languages.ts'
import { everyPage } from './addresses.ts'
import { plan } from './fictional/plan.ts'
import { hostileName, states } from './fictional/states.ts'
import { because } from './fictional/values.ts'
import { fictionalData } from './fictional/world.ts'
import { banner, documentOf, exerciseApp, parseErrors, read, registerApp, textOf } from './site.ts'

const register = registerApp()
const exercise = exerciseApp()
const indicator = (number: string, asked = '') => `/plans/${plan.id}/${number}${asked}`

describe('every page', () => {
  for (const address of everyPage) {
    it(`is whole: ${address}`, async () => {
      const { status, text } = await read(register, address)
      assert.equal(status, 200)
      assert.deepEqual(parseErrors(text), [])
      const document = documentOf(text)
      assert.equal(document.documentElement.getAttribute('lang'), 'en')
      assert.equal(document.documentElement.getAttribute('dir'), 'ltr')
      assert.equal(document.querySelectorAll('h1').length, 1)
      assert.equal(document.querySelectorAll('main').length, 1)
      assert.equal(document.querySelectorAll('header.masthead').length, 1)
      assert.equal(document.querySelectorAll('footer').length, 1)
      assert.ok(textOf(document.querySelector('title')).endsWith('Pacta'))
      assert.ok((document.querySelector('meta[name=description]')?.getAttribute('content') ?? '').length > 10)
      const levels = [...document.querySelectorAll('h1,h2,h3,h4')].map((heading) =>
        Number(heading.tagName[1]),
      )
      for (const [i, level] of levels.entries()) assert.ok(level <= (levels[i - 1] ?? 0) + 1, `${levels}`)
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
      assert.equal(new Set(ids).size, ids.length, 'an id stands twice')
      const dead = [...document.querySelectorAll('a[href^="#"]')].filter(
        (link) => !ids.includes((link.getAttribute('href') ?? '').slice(1)),
      )
      assert.deepEqual(
        dead.map((link) => link.getAttribute('href')),
        [],
      )
      assert.equal(text.includes('undefined'), false)
      assert.equal(text.includes('[object'), false)
      assert.equal(text.includes(' style="'), false)
      assert.equal(/<script|javascript:|\son\w+=/i.test(text), false)
    })

    it(`says in the exercise that it is fictional: ${address}`, async () => {
      const { text } = await read(exercise, address)
      const document = documentOf(text)
      assert.equal(textOf(document.querySelector('.banner')), banner)
      assert.ok(textOf(document.querySelector('title')).startsWith('Exercise: '))
    })
  }

  it('carries no banner in the register', async () => {
    const { text } = await read(register, '/')
    assert.equal(text.includes('fictional.'), false)
  })
})

describe('the sentences read from a document', () => {
  // Memberships, past events and contributions are among them: not each carries a promise.
  it('are counted as what they are, in every language', async () => {
    for (const address of ['/', `/documents/${plan.id}`]) {
      const { text } = await read(register, address)
      assert.doesNotMatch(text, /carr(?:y|ies) a promise/)
      assert.match(text, /sentences? (?:was |were )?read from it/)
    }
    for (const { code, catalogue } of languages)
      for (const key of ['documents.lead', 'documents.description', 'home.document.size'] as const)
        assert.doesNotMatch(JSON.stringify(catalogue[key]), /promise|амлалт|وعد/i, `${code} ${key}`)
  })
})

describe('the page of an indicator', () => {
  it('gives the answer before anything else: value, n of N, status with its reason, and the dates', async () => {
    const document = documentOf((await read(register, indicator('1.2', '?year=2027'))).text)
    const answer = document.querySelector('.answer')
    assert.equal(textOf(answer?.querySelector('.big') ?? null), '61.5%')
    assert.equal(textOf(answer?.querySelector('.big-of') ?? null), '8 of 13')
    assert.match(textOf(answer), /known Every register it rests on covers the period/)
    assert.match(textOf(answer), /as of 1 December 2027 · as known on 31 December 2027/)
    assert.match(textOf(answer), /80\.0% among those that reported at all \(8 of 10\)/)
  })

  it('quotes its text as it stands and says which draft it is', async () => {
    const document = documentOf((await read(register, indicator('1.2'))).text)
    assert.equal(
      textOf(document.querySelector('h1.verbatim')),
      'Percentage of affected State Parties that report having an evidence-based and costed plan.',
    )
    assert.equal(textOf(document.querySelector('.notice')), plan.notice)
  })

  it('gives each State one tile that says its state without colour and leads to the State', async () => {
    const document = documentOf((await read(register, indicator('1.1', '?year=2027'))).text)
    const tiles = [...document.querySelectorAll('a.tile')]
    assert.equal(tiles.length, 30)
    const tile = tiles.find((one) => one.getAttribute('href') === '/states/XAL')
    assert.equal(tile?.getAttribute('aria-label'), 'XAL, Lumora: unknown')
    assert.equal(tile?.querySelector('use')?.getAttribute('href'), '#m-unknown')
    assert.equal(document.querySelectorAll('.tile-others i').length, states.length - 30)
  })

  it('shows no tiles where the members are records', async () => {
    const document = documentOf((await read(register, indicator('3.2'))).text)
    assert.equal(document.querySelectorAll('a.tile').length, 0)
    assert.match(textOf(document.querySelector('main')), /records, not States/)
  })

  it('lists every member with its reason and its evidence: document, page, quotation in its language', async () => {
    const document = documentOf((await read(register, indicator('1.1', '?year=2027'))).text)
    assert.equal(document.querySelectorAll('table.members tbody tr:not(.group)').length, 30)
    const row = [...document.querySelectorAll('table.members tr')].find((one) =>
      textOf(one).startsWith('Averland'),
    )
    assert.match(textOf(row ?? null), /The report for 2026 says yes/)
    assert.match(textOf(row ?? null), /Report of Averland covering 2026, page 2 · known from 10 Apr 2027/)
    const quotation = row?.querySelector('q bdi')
    assert.equal(quotation?.getAttribute('lang'), 'ar')
    assert.equal(quotation?.getAttribute('dir'), 'rtl')
  })

  it('names everyone in one row where many say the same without evidence', async () => {
    const shown = await fictionalData().showIndicator({ indicator: `${plan.id}/1.1`, year: 2027 })
    const silent = {
      ...shown,
      members: shown.members.map((member, i) => ({
        ...member,
        state: 'not reported' as const,
        ...because(i < 28 ? { key: 'no-report-by', on: '2027-12-01' } : { key: 'report-silent', year: 2026 }),
        evidence: [],
      })),
    }
    const app = registerApp({ data: { ...fictionalData(), showIndicator: async () => silent } })
    const document = documentOf((await read(app, indicator('1.1'))).text)
    const rows = [...document.querySelectorAll('table.members tbody tr:not(.group)')]
    assert.equal(rows.length, 3)
    assert.match(textOf(rows[2] ?? null), /^28 members No report received by 1 Dec 2027 Ardenfels/)
    assert.equal(rows[2]?.querySelectorAll('a').length, 28)
    // The two silences stay apart.
    assert.match(
      textOf(document.querySelector('tr.group')),
      /No report received by 1 Dec 2027: 28; The report for 2026 is silent on this: 2/,
    )
  })

  it('marks what was entered here and not received', async () => {
    const document = documentOf((await read(register, indicator('1.1', '?year=2027'))).text)
    const row = [...document.querySelectorAll('table.members tr')].find((one) =>
      textOf(one).startsWith('Corvania'),
    )
    assert.match(textOf(row ?? null), /entered here, not received/)
  })

  it('shows each reading of the text with its own value', async () => {
    const document = documentOf((await read(register, indicator('1.2', '?reading=strict'))).text)
    const readings = [...document.querySelectorAll('.readings li')].map(textOf)
    assert.equal(readings.length, 3)
    assert.match(readings[1] ?? '', /All parties 26\.7% 8 of 30/)
    assert.match(textOf(document.querySelector('.readings li.here')), /^Strict shown here/)
  })

  it('never shows a number where the value is not known, or where there are no cases', async () => {
    const unknown = documentOf((await read(register, indicator('4.2', '?year=2025'))).text)
    assert.equal(textOf(unknown.querySelector('.big')), 'not known')
    const none = documentOf((await read(register, indicator('4.1'))).text)
    assert.equal(textOf(none.querySelector('.big')), 'no cases')
    assert.equal(none.querySelector('.big')?.textContent?.includes('0'), false)
  })

  it('says until when a value is provisional', async () => {
    const document = documentOf((await read(register, indicator('2.1', '?year=2027'))).text)
    assert.match(
      textOf(document.querySelector('.answer')),
      /provisional: registers complete up to 1 Mar 2028/,
    )
  })

  it('draws its years with the same figures in a table beside', async () => {
    const document = documentOf((await read(register, indicator('2.1'))).text)
    const chart = document.querySelector('svg.years')
    assert.equal(chart?.getAttribute('role'), 'img')
    assert.match(chart?.getAttribute('aria-label') ?? '', /2025 46\.2%, 6 of 13; 2026/)
    assert.equal(chart?.querySelectorAll('.known circle').length, 2)
    assert.equal(chart?.querySelectorAll('.provisional circle').length, 1)
    assert.deepEqual([...document.querySelectorAll('table.figures tbody th')].map(textOf), [
      '2025',
      '2026',
      '2027',
    ])
  })

  it('names the registers, how far they are covered and by whose word', async () => {
    const document = documentOf((await read(register, indicator('1.1'))).text)
    const table = [...document.querySelectorAll('table')].find((one) => /Register/.test(textOf(one)))
    assert.match(textOf(table ?? null), /article 7 report received complete 1 Jan 2028 Fictional Secretariat/)
    assert.match(textOf(table ?? null), /status of: fictional-treaty partial nobody has said/)
  })

  it('hands over the rule as data, its hash and the command that recomputes the value', async () => {
    const { text } = await read(exercise, indicator('1.2', '?year=2026&as-of=2026-06-01'))
    assert.match(text, /b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c/)
    assert.match(
      textOf(documentOf(text).querySelector('main')),
      /npm exec pacta -- indicator show fictional-plan-draft-2024-01\/1\.2 --year 2026 --as-of 2026-06-01 --world exercise --explain/,
    )
    const rule = JSON.parse((await read(exercise, `${indicator('1.2')}/rule.json`)).text)
    assert.deepEqual(rule.rule, { population: { cohort: 'states-parties' }, measure: 'share' })
    assert.equal(rule.notice, banner)
  })
})

describe('the page of a plan', () => {
  it('shows every indicator with value, n of N and status, after its action’s words', async () => {
    const document = documentOf((await read(register, `/plans/${plan.id}?year=2027`)).text)
    const item = document.querySelector('[id="indicator-1.1"]')
    assert.match(textOf(item), /62\.1% 18 of 29 known/)
    assert.match(
      item?.querySelector('svg.trend')?.getAttribute('aria-label') ?? '',
      /2025: 44\.8%, 13 of 29; 2026/,
    )
    assert.equal(textOf(document.querySelector('.notice')), plan.notice)
    assert.match(
      textOf(document.querySelector('.summary')),
      /Of 7 indicators for 2027: 5 known, 1 provisional, 1 without cases/,
    )
  })

  it('keeps the errors of the text', async () => {
    const { text } = await read(register, `/plans/${plan.id}`)
    assert.match(text, /recognize the the progress/)
  })

  it('shows no percentage without its n and N', async () => {
    const document = documentOf((await read(register, `/plans/${plan.id}?year=2027`)).text)
    const chips = [...document.querySelectorAll('.chip')].map(textOf)
    assert.equal(chips.length, 7)
    for (const chip of chips.filter((words) => words.includes('%'))) assert.match(chip, /\d+\/\d+/)
  })
})

describe('a value that is not known before and after', () => {
  it('is no figure that stayed the same', async () => {
    const document = documentOf((await read(register, '/changes?since=2027-01-01')).text)
    const row = [...document.querySelectorAll('tbody tr')].find((one) => /^1\.2 /.test(textOf(one)))
    const words = textOf(row ?? null)
    assert.match(words, /The value is not known before and after; 1 member changed its state\./)
    assert.doesNotMatch(words, /figures are the same/)
  })
})

describe('the sheet of a State', () => {
  it('is found by a code or a name as people type it, data too', async () => {
    for (const [typed, found] of [
      ['/states/xaa', '/states/XAA'],
      ['/states/Averland', '/states/XAA'],
      ['/states/xaa.json', '/states/XAA.json'],
      ['/ministries/averland', '/ministries/XAA'],
    ] as const) {
      const response = await register.request(typed)
      assert.deepEqual([response.status, response.headers.get('location')], [302, found], typed)
    }
    assert.equal((await read(register, '/states/NOPE')).status, 404)
  })

  it('shows its names in their own scripts and directions', async () => {
    const document = documentOf((await read(register, '/states/XAA')).text)
    const arabic = document.querySelector('table.names bdi[lang=ar]')
    assert.equal(arabic?.getAttribute('dir'), 'rtl')
    assert.equal(textOf(arabic), 'أفرلاند')
    assert.equal(textOf(document.querySelector('table.names bdi[lang=mn]')), 'Авөрланд')
  })

  it('puts statements of different days side by side, each with the date of its source', async () => {
    const document = documentOf((await read(register, '/states/XAA')).text)
    const matter = [...document.querySelectorAll('.matter')].find((one) => /article 5/.test(textOf(one)))
    assert.match(textOf(matter?.querySelector('h4') ?? null), /2 statements, the newest first$/)
    const statements = [...(matter?.querySelectorAll('.fact') ?? [])].map(textOf)
    assert.equal(statements.length, 2)
    assert.match(statements[0] ?? '', /1 March 2027.*stated 1 February 2024/)
    assert.match(statements[1] ?? '', /1 March 2013.*stated May 2011/)
  })

  it('says that sources differ only where they speak of the same day', async () => {
    const document = documentOf((await read(register, '/states/XAA')).text)
    const heads = [...document.querySelectorAll('.matter h4')].map(textOf)
    assert.deepEqual(
      heads.filter((head) => /differ/.test(head)),
      ['2 statements, not all the same; the newest first sources differ'],
    )
  })

  it('writes fields as they are meant: names in words, codes as they are, units, days and ends', async () => {
    const document = documentOf((await read(register, '/states/XAA')).text)
    const text = textOf(document.querySelector('main'))
    assert.match(
      text,
      /article 5, meeting 12MSP 1 statement granted until 1 March 2023 Date 3 December 2012 /,
    )
    assert.match(
      text,
      /for year 2025 1 statement amount 21,500 currency USD Date 20 February 2025 \(no longer on 1 January 2026\)/,
    )
    assert.match(text, /mines 1,200 mines Date 2023 /)
  })

  it('keeps what was superseded, and marks it and what was entered here', async () => {
    const text = textOf(documentOf((await read(register, '/states/XAA')).text).querySelector('main'))
    assert.match(text, /superseded by a later statement/)
    assert.match(text, /entered here, not received/)
  })

  it('says what the State is in each value, and by which acts it is bound', async () => {
    const document = documentOf((await read(register, '/states/XAF')).text)
    assert.match(
      textOf(document.querySelector('.memberships')),
      /party from 1 March 2001; withdrawal takes effect on 10 January 2028/,
    )
    assert.match(textOf(document.querySelector('.memberships')), /stated 1 December 2027/)
    assert.equal(document.querySelectorAll('table.matrix tbody tr').length, 3)
  })

  it('keeps indicators of which nothing is known behind one line, and all of them in the data', async () => {
    const document = documentOf((await read(register, '/states/XAL')).text)
    assert.match(
      textOf(document.querySelector('section[aria-labelledby=values] summary')),
      /3 indicators have this State in their population/,
    )
    assert.equal(document.querySelectorAll('section[aria-labelledby=values] details tbody tr').length, 3)
    const known = documentOf((await read(register, '/states/XAA')).text)
    assert.equal(known.querySelectorAll('section[aria-labelledby=values] details').length, 0)
  })

  it('shows a hostile name as the text it is', async () => {
    for (const address of ['/states/XBJ', '/states', indicator('1.1')]) {
      const { text } = await read(register, address)
      assert.equal(text.includes('<script>alert'), false)
    }
    const document = documentOf((await read(register, '/states/XBJ')).text)
    assert.equal(textOf(document.querySelector('h1')), hostileName)
  })

  it('finds States by a part of a name in any script, without accents, and by code', async () => {
    for (const asked of ['aver', 'AVER', 'أفرلاند', 'авөр', 'xaa', '900']) {
      const document = documentOf((await read(register, `/states?q=${encodeURIComponent(asked)}`)).text)
      assert.equal(document.querySelector('.state-list a')?.getAttribute('href'), '/states/XAA', asked)
    }
  })
})

describe('a cohort', () => {
  it('shows its members with their dates and reasons, and the date of the status', async () => {
    const document = documentOf((await read(register, '/cohorts/affected?as-of=2027-06-01')).text)
    assert.equal(textOf(document.querySelector('.big')), '14')
    assert.match(textOf(document.querySelector('.answer')), /On 1 June 2027, as known on 31 December 2027/)
    assert.match(textOf(document.querySelector('.answer')), /as of 1 December 2027/)
    assert.equal(document.querySelectorAll('.cohort-members tbody tr').length, 14)
  })

  it('tells who joined and who left since a day, and the members of each year', async () => {
    const document = documentOf((await read(register, '/cohorts/affected?since=2026-12-31')).text)
    assert.match(
      textOf(document.querySelector('[aria-labelledby="joined"]')),
      /^1 joined .*Belmora 1 Mar 2027/,
    )
    assert.match(textOf(document.querySelector('[aria-labelledby="left"]')), /^1 left /)
    const rows = [...document.querySelectorAll('.by-year tbody tr')].map(textOf)
    assert.deepEqual(rows, ['2027 15', '2026 14', '2025 13', '2024 not established'])
  })

  it('that nobody has established is unknown, not empty', async () => {
    const document = documentOf((await read(register, '/cohorts/donor')).text)
    assert.equal(textOf(document.querySelector('.big')), 'not established')
    const data = await read(register, '/cohorts/donor.json')
    assert.equal(data.status, 409)
    assert.equal(JSON.parse(data.text).type, '/problems/cohort-not-established')
  })
})
