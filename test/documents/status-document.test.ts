// The status document as blocks and as HTML: what it says of figures, States, silences and committees.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Block, DocumentView, Run } from '../../src/documents/block.ts'
import { htmlOf } from '../../src/documents/html.ts'
import { renderDocument } from '../../src/documents/render.ts'
import { statusDocument } from '../../src/documents/status/status-document.ts'
import { payload, releaseOf } from './small-release.ts'

const words = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

const flat = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'keep' ? flat(block.blocks) : [block]))

const tableWith = (view: DocumentView, caption: RegExp): string[][] => {
  const table = flat(view.blocks).find(
    (block) => block.kind === 'table' && caption.test(words(block.caption)),
  )
  assert.ok(table?.kind === 'table', String(caption))
  return table.rows.flatMap((row) =>
    'group' in row ? [] : [row.cells.map((cell) => ('runs' in cell ? words(cell.runs) : cell.picture.alt))],
  )
}

const figures = (view: DocumentView): string[] =>
  flat(view.blocks).flatMap((block) =>
    block.kind === 'paragraph' && block.style === 'figure' ? [words(block.runs)] : [],
  )

const remarks = (view: DocumentView): string[] => {
  const blocks = flat(view.blocks)
  return blocks.flatMap((block, i) => {
    const before = blocks[i - 1]
    return block.kind === 'paragraph' && before?.kind === 'paragraph' && before.style === 'figure'
      ? [words(block.runs)]
      : []
  })
}

describe('a status document', () => {
  const view = statusDocument(releaseOf(), 'en')

  it('says n of N before the percentage, and in words where there is no figure', () => {
    assert.deepEqual(figures(view), ['1 of 4 (25.0%), provisional (to 30 Jun 2026)', 'not known', '3'])
  })

  it('gives the baseline, the change, and why a year is not known', () => {
    assert.deepEqual(tableWith(view, /^Indicator 1\.1: years/), [
      ['2025 (baseline)', '1 of 3', '33.3%', '', 'known'],
      ['2026', '1 of 4', '25.0%', '−8.3 points', 'provisional (to 30 Jun 2026)'],
    ])
    assert.deepEqual(tableWith(view, /^Indicator 1\.2: years/)[1], ['2026', '–', '–', '–', 'not known'])
    assert.equal(remarks(view)[1], 'No status register covers the date.')
    assert.deepEqual(tableWith(view, /^Indicator 1\.3: years/)[0]!.at(-1), 'no cases')
  })

  it('does not take a population nobody has established for an empty one', () => {
    const unknown = structuredClone(payload)
    const value = unknown.values.find((one) => one.indicator === '1.2' && one.year === 2026)!
    value.reportedAmong = { n: 0, d: 0 }
    value.reason = { key: 'undetermined', count: 4 }
    const shown = statusDocument(releaseOf(unknown), 'en')
    assert.equal(remarks(shown)[1], 'Nobody has established who belongs: 4 undetermined.')
    const alts = flat(shown.blocks).flatMap((block) =>
      block.kind === 'pictures' ? [block.pictures[0]!.alt] : [],
    )
    assert.match(alts[1]!, /Members by answer: not known who belongs\./)
    unknown.values = unknown.values.filter((one) => one.indicator !== '1.2' || one.year !== 2025)
    const without = flat(statusDocument(releaseOf(unknown), 'en').blocks)
    assert.equal(without.filter((block) => block.kind === 'pictures').length, alts.length - 1)
  })

  it('names States by answer, a silent report apart from a missing one', () => {
    assert.deepEqual(tableWith(view, /States by answer/), [
      ['counted', '1', 'Aulendmark'],
      ['partly', '1', 'Brudenholt'],
      ['not reported: no report came', '1', 'Dastomirja'],
      ['not reported: the report is silent', '1', 'Cortumela'],
    ])
  })

  it('quotes the plan as it stands, in its language, errors included', () => {
    const quoted = flat(view.blocks).filter((block) => block.kind === 'verbatim')
    assert.deepEqual(quoted[0]!.runs, [{ text: 'Send  reports in tyme.', language: 'en' }])
    assert.equal(quoted.length, 4)
  })

  it('leaves a place for the committee, and puts its words where it wrote them', () => {
    const places = (given: DocumentView) =>
      flat(given.blocks).flatMap((block) =>
        block.kind === 'commentary' ? [block.entries.map((entry) => words(entry.runs))] : [],
      )
    assert.deepEqual(places(view), [[], []])
    const commented = statusDocument(
      releaseOf(payload, [
        { indicator: '1.1', text: 'First word.' },
        { indicator: '1.1', text: 'Later word.', on: '2027-02-01' },
        { section: 'II', text: 'On the section.' },
        { text: 'On the whole.' },
      ]),
      'en',
    )
    assert.deepEqual(places(commented), [['Later word.'], ['On the section.'], ['On the whole.']])
  })

  it('lists the cohort with its basis, names in other languages, other readings, and the sources', () => {
    assert.deepEqual(tableWith(view, /^4 members on 1 December 2026/)[0], [
      'Aulendmark',
      '1 Mar 2001',
      'In force since 1 Mar 2001',
    ])
    assert.deepEqual(tableWith(view, /^Short names/)[0], [
      'Aulendmark',
      'أولندمارك',
      '奥伦德马克',
      'Аулендмарк',
    ])
    assert.match(
      tableWith(view, /How each indicator/)[0]![2]!,
      /^0 of 4 \(0\.0%\): Counts only what is confirmed/,
    )
    assert.match(tableWith(view, /^1 source/)[0]![1]!, /report of Aulendmark/)
    const note = flat(view.blocks).flatMap((block) =>
      'runs' in block ? block.runs.flatMap((run) => run.note ?? []) : [],
    )
    assert.equal(words(note), 'Sources, by their numbers in annex C: C1.')
  })

  it('puts what others published beside what is counted here, and says how they fit', () => {
    const published = structuredClone(payload)
    const figure = {
      figure: 'rate',
      title: 'Rate',
      indicator: '1.1',
      cohort: null,
      locator: null,
      language: 'en',
    }
    const from = { source: 's-1', statedOn: '2026-09-30', coversYear: 2025 }
    published.publishedFigures = [
      {
        ...figure,
        ...from,
        id: 'a',
        as: 'percentage',
        number: 33,
        unit: '%',
        quotation: 'It is 33 per cent.',
      },
      { ...figure, ...from, id: 'b', as: 'numerator', number: 1, unit: 'States', quotation: 'One reported.' },
      {
        ...figure,
        ...from,
        id: 'c',
        as: 'percentage',
        number: 54,
        unit: '%',
        quotation: null,
        coversYear: 2009,
      },
    ]
    assert.deepEqual(tableWith(statusDocument(releaseOf(published), 'en'), /others have published/), [
      [
        '33 %, reports for 2025, as of 30 Sept 2026',
        'It is 33 per cent. [C1]',
        '1 of 4 (25.0%), as of 1 Dec 2026',
        'Ours is 1 of 4, 25 %, where 33 % was published. 1 of 4 would be 25 %, not 33 %.',
      ],
      [
        '1 States, reports for 2025, as of 30 Sept 2026',
        'One reported. [C1]',
        '1 of 4 (25.0%), as of 1 Dec 2026',
        'Ours is the same: 1.',
      ],
      [
        '54 %, reports for 2009, as of 30 Sept 2026',
        'Rate [C1]',
        'Not in this release: its years are other ones.',
        '–',
      ],
    ])
  })

  it('says on the cover that it is an exercise and a draft, of which days, and from which release', () => {
    const { cover } = view
    assert.deepEqual(cover.notices.map(words), ['Exercise: fictional.', 'Exercise: a draft'])
    const facts = cover.facts.rows.map(({ value }) => words(value))
    assert.ok(facts.includes('1 December 2026') && facts.includes('31 December 2026'))
    assert.ok(facts.includes(releaseOf().sha256))
  })

  it('speaks Mongolian, the plan keeping its own language', () => {
    const mongolian = statusDocument(releaseOf(), 'mn')
    assert.equal(figures(mongolian)[0], '1 (нийт 4): 25.0%, урьдчилсан (2026.06.30 хүртэл)')
    assert.deepEqual(tableWith(mongolian, /улсууд, хариултаар/)[0], ['тооцсон', '1', 'Аулендмарк'])
    assert.deepEqual(mongolian.cover.title, [{ text: 'Exercise Action Plan', language: 'en' }])
    // A State whose name nobody holds in Mongolian keeps its English one, marked so.
    assert.match(htmlOf(mongolian), /<bdi lang="en" dir="ltr">Cortumela<\/bdi>/)
  })
})

describe('a status document as HTML', () => {
  it('is one file with headings in order, without scripts and outside addresses', () => {
    const page = htmlOf(statusDocument(releaseOf(), 'en'))
    assert.doesNotMatch(page, /<script|<link|src=|@import|url\((?!#)/)
    const levels = [...page.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]))
    levels.forEach((level, i) => {
      assert.ok(i === 0 ? level === 1 : level <= levels[i - 1]! + 1, `h${level} at ${i}`)
    })
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!)
    assert.equal(new Set(ids).size, ids.length)
    for (const [, to = ''] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(to), to)
  })

  it('shows the words of others as words, whatever they hold', () => {
    const hostile = '<b>bold</b> & #eval("1+1") $x$ \u0001\u202Eoverride \ue000sign ]]> <!--'
    const named = structuredClone(payload)
    named.actors[0]!.names.en!.short = hostile
    const page = htmlOf(statusDocument(releaseOf(named, [{ text: hostile }]), 'en'))
    for (const sign of ['<b>', '\u202e', '\u0001', '<!--', '\ue000']) assert.ok(!page.includes(sign), sign)
    assert.match(
      page,
      /&lt;b&gt;bold&lt;\/b&gt; &amp; #eval\(&quot;1\+1&quot;\) \$x\$ ‹U\+0001›‹U\+202E›override sign/,
    )
  })
})

describe('making a status document', () => {
  it('is refused where the digest is not that of the figures', async () => {
    const changed = releaseOf()
    changed.payload = structuredClone(payload)
    changed.payload.values[0]!.n = 2
    await assert.rejects(renderDocument(changed, { format: 'html' }), /something in it was changed/)
  })

  it('is refused with a comment that was made for another release', async () => {
    const release = releaseOf(payload, [{ text: 'On the whole.' }])
    release.commentary[0]!.text = 'On something else.'
    await assert.rejects(renderDocument(release, { format: 'html' }), /Exercise: Committee, 2027-01-15/)
  })

  it('is refused in a language whose words are not complete', async () => {
    await assert.rejects(renderDocument(releaseOf(), { format: 'html', language: 'ar' }), /not in "ar"/)
    await assert.rejects(renderDocument(releaseOf(), { format: 'html', language: '../x' }), /not in/)
  })
})
