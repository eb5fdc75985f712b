// The progress report of a promise, made from the file of a release alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import type { Block, Run } from '../../src/documents/block.ts'
import { progressDocument } from '../../src/documents/progress/progress-document.ts'
import { standsWords } from '../../src/documents/progress/targets.ts'
import { documentFor, renderDocument } from '../../src/documents/render.ts'
import { plain } from '../../src/documents/run.ts'
import { importFacts } from '../../src/facts/import.ts'
import { loadExercise } from '../../src/load.ts'
import { createRelease } from '../../src/releases/create.ts'
import { fileTextOf, readRelease } from '../../src/releases/read.ts'
import type { Release } from '../../src/releases/release.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { blocksHtml } from '../../src/web/pages/progress/blocks.ts'
import { inTestWorld } from '../world.ts'

const flat = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.kind === 'keep' ? flat(block.blocks) : [block]))

const runsIn = (value: unknown): Run[] =>
  Array.isArray(value)
    ? value.flatMap(runsIn)
    : typeof value === 'object' && value !== null
      ? 'text' in value
        ? [value as Run]
        : Object.values(value).flatMap(runsIn)
      : []

/** Everything a report says, with its headings, in reading order. */
const wordsOf = (release: Release, language = 'en'): string =>
  flat(progressDocument(release, language).blocks)
    .map((block) =>
      runsIn(block)
        .map(({ text }) => text)
        .join(' '),
    )
    .join('\n')

const headingsOf = (release: Release): string[] =>
  flat(progressDocument(release, 'en').blocks).flatMap((block) =>
    block.kind === 'heading' && block.level === 1 ? [plain(block.runs)] : [],
  )

const changed = (release: Release, change: (payload: Release['payload']) => void): Release => {
  const copy = structuredClone(release)
  change(copy.payload)
  return copy
}

const secret =
  'id,actor,kind,date,known_from,source_title,tier,body.action,body.title,body.due\n' +
  'step-secret,XQO,step,2027-06-01,2027-06-01,Exercise: a letter,restricted,plan-action-2,Exercise: a secret,2027-12-01\n'

test('a progress report', (t) =>
  inTestWorld(async (db) => {
    await loadExercise(db)
    const file = { name: 'f.csv', bytes: new TextEncoder().encode(secret) }
    await importFacts(db, file, { kinds: readShippedKinds(), entered: false })
    const made = await createRelease(db, { plan: 'ihl-pledge-mongolia', year: 2027 })
    const bytes = Buffer.from(fileTextOf({ ...made.release, payloadText: made.payloadText }))
    const { release } = readRelease(bytes, 'release.json')
    const words = wordsOf(release)

    await t.test('is what a release of a promise gives, and a plan under a treaty gives its status', () => {
      assert.equal(documentFor(release), 'progress')
      assert.equal(documentFor(changed(release, ({ instrument }) => (instrument.treaty = 'x'))), 'status')
    })

    await t.test('has the parts of the promise under its own headings, in its own order', () =>
      assert.deepEqual(headingsOf(release), [
        'The year 2027 at a glance',
        'A) Objectives of the pledge:',
        'B) Action plan:',
        'C) Indicators for measuring progress:',
        'D) Resource implications:',
        'How to check this report',
        'Sources',
      ]),
    )

    await t.test('quotes every part of the promise word for word', () => {
      const { sections, actions, indicators } = release.payload.instrument
      const texts = [
        ...sections.flatMap(({ paragraphs = [] }) => paragraphs),
        ...[...actions, ...indicators].map(({ text }) => text),
      ]
      assert.equal(texts.length, 12)
      for (const text of texts) assert.ok(words.includes(text), text)
    })

    await t.test('says target and actual, and that a target is missed where records are complete', () => {
      assert.match(words, /2 of 3 *: missed/)
      assert.match(
        words,
        /Looked for in: .*complete to .*, by Exercise: Ministry of Foreign Affairs of Quorrela; Exercise: secretariat of the National Society/,
      )
    })

    await t.test('says what is on record where no register says that there is no more', () => {
      const open = changed(release, (payload) => {
        payload.coverage = []
        for (const value of payload.values) if (value.indicator === 'C1') value.n = null
      })
      const glance = flat(progressDocument(open, 'en').blocks).find((block) => block.kind === 'table')
      const row = runsIn(glance)
        .map(({ text }) => text)
        .join(' ')
      assert.match(row, /C1 .*1 of 1 on record met/)
      assert.doesNotMatch(row, /C1 [^C]*not known met/)
    })

    await t.test('keeps the date first planned beside the one that it moved to, with the reason', () => {
      assert.match(words, /1 Apr 2026 to 31 Mar 2028\. 275 days later; first planned for 30 Jun 2027/)
      assert.match(words, /Exercise: the first reading was put off\./)
    })

    await t.test('has members by office, meetings, decisions and tasks', () => {
      for (const one of [
        'Exercise: Legal Adviser',
        'Exercise: The parliament is written to about the first reading.',
        'Exercise: letter to three partners',
      ])
        assert.ok(words.includes(one), one)
    })

    await t.test('counts recommendations that an action takes up and names those that none does', () => {
      assert.match(words, /takes up 3 of 4 recommendations/)
      assert.match(words, /legal advisers in each command\..*no action takes it up/)
    })

    await t.test(
      'counts who came by audience, sex and age, and those nobody told apart by themselves',
      () => {
        assert.match(words, /academia female 18-35 24/)
        assert.match(words, /not known: told apart by no row +53/)
      },
    )

    await t.test('has what each of those who promised says of an indicator', () => {
      assert.match(words, /Quorrela National Society .*volunteers of eight branches/)
      assert.match(words, /Quorrela +\[S\d+\] +Exercise: for the first time a moot court/)
    })

    await t.test('names what carries an action out by its title, with where it stands', () => {
      assert.match(words, /Carried out by\s+\d+\s+Exercise: [^\n]+\(done\)/)
      assert.doesNotMatch(words, /Carried out by\s+\d+\s+\(/)
    })

    await t.test('counts on its page what a fold holds, without steps and headings of groups', () => {
      const page = String(blocksHtml(progressDocument(release, 'en').blocks, 'part-'))
      const folds = [...page.matchAll(/<summary>(.*?) <span class="quiet num">\((\d+)\)/g)]
      const counts = new Map(folds.map(([, name, count]) => [name, count]))
      assert.equal(counts.get('Actions of the plan'), '5')
      assert.ok([...counts.values()].includes('4'), 'the recommendations')
    })

    await t.test('names each action of the text with its indicator, or that it has none', () => {
      assert.match(words, /C3, by our reading/)
      assert.match(words, /Indicator none in the text/)
    })

    await t.test('never adds over currencies, and what was sought is no money', () => {
      assert.match(words, /2027, XTS 51,000 30,000 12,500 17,500/)
      const two = changed(release, ({ work }) => {
        const line = work!.facts.find(({ kind, fields }) => kind === 'budget-line' && fields.side === 'own')!
        line.fields.currency = 'XDR'
      })
      assert.match(wordsOf(two), /2026, XDR 18,000/)
    })

    await t.test('says of whom no remark is held', () => {
      const silent = changed(release, ({ work }) => {
        work!.facts = work!.facts.filter(({ kind }) => kind !== 'indicator-remark')
      })
      assert.match(wordsOf(silent), /No remark on it for 2027 is on record of: *Quorrela/)
    })

    await t.test('says so where nothing is on record', () => {
      const empty = wordsOf(changed(release, (payload) => (payload.work = { kinds: {}, facts: [] })))
      for (const one of ['No body is held', 'No task is on record', 'No study', 'No line of a budget'])
        assert.ok(empty.includes(one), one)
    })

    await t.test('of a text without letters puts money under a heading of ours', () => {
      const bare = changed(release, ({ instrument }) => {
        instrument.sections = instrument.sections.filter(({ resources }) => resources !== true)
      })
      assert.ok(headingsOf(bare).includes('Budget'))
      assert.match(wordsOf(bare), /No part of the text is named as the one on resources\./)
    })

    await t.test('holds nothing that is not public', () => assert.doesNotMatch(words, /a secret/))

    await t.test('lists the sources it cites, and cites each that it lists', () => {
      const [listed = '', ...rest] = wordsOf(release)
        .split(/\n(?=Sources\n)/)
        .reverse()
      const numbersIn = (text: string) => [...new Set(text.match(/\bS\d+\b/g))].sort()
      const cited = numbersIn(
        rest
          .join('\n')
          .match(/\[S[^\]]*\]/g)
          ?.join(' ') ?? '',
      )
      assert.ok(cited.length > 3, cited.join(', '))
      assert.deepEqual(numbersIn(listed), cited)
      // Every record that was looked at says where it stands, counted or not.
      const rows = flat(progressDocument(release, 'en').blocks).flatMap((block) =>
        block.kind === 'table' && /^Records: \d+ of \d+ counted/.test(plain(block.caption)) ? block.rows : [],
      )
      assert.ok(rows.length > 3, String(rows.length))
      for (const row of rows)
        assert.match(
          runsIn(row)
            .map(({ text }) => text)
            .join(' '),
          /\[S\d+\]/,
        )
    })

    await t.test('is the same to the byte when it is made again', async () => {
      const [one, other] = [
        await renderDocument(release, { format: 'pdf' }),
        await renderDocument(release, { format: 'pdf' }),
      ]
      assert.ok(Buffer.from(one.bytes).equals(Buffer.from(other.bytes)))
      assert.equal(one.fileName, `pacta-progress-2027-${release.sha256.slice(0, 12)}.en.pdf`)
      const docx = await renderDocument(release, { format: 'docx' })
      assert.equal(Buffer.from(docx.bytes).subarray(0, 2).toString(), 'PK')
      const again = await renderDocument(release, { format: 'docx' })
      assert.ok(Buffer.from(docx.bytes).equals(Buffer.from(again.bytes)))
    })

    await t.test('as PDF has the words of the promise, in Mongolian too', async () => {
      for (const [language, title] of [['mn', 'Явцын тайлан']] as const) {
        const { bytes, missing } = await renderDocument(release, { format: 'pdf', language })
        const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), {
          mergePages: true,
        })
        const said = text.replace(/\s+/g, ' ')
        assert.deepEqual(missing, [])
        assert.ok(said.includes(title))
        for (const { text: action } of release.payload.instrument.actions)
          assert.ok(said.includes(action), action)
      }
    })
  }, 'exercise'))

test('a target met by something that came after its day is met late in a report', () => {
  const writer = { speaker: { text: (key: string) => key } } as unknown as Parameters<typeof standsWords>[0]
  const said = (isLate: boolean | null) =>
    standsWords(writer, { standing: 'met', isLate } as Parameters<typeof standsWords>[1])
  assert.deepEqual(
    [said(true), said(false), said(null)],
    ['duty.status.met-late', 'duty.status.met', 'duty.status.met'],
  )
})
