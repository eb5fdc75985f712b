import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { createFormat } from '../../src/facts/format.ts'
import { evidenceSays, voiceOf } from '../../src/indicators/names.ts'
import { heldPlans } from '../../src/indicators/plans.ts'
import { html, inLanguage } from '../../src/web/html.ts'
import { countStates, memberStates } from '../../src/web/marks.ts'
import { createPageText, settleLanguages, withoutMarks } from '../../src/web/text.ts'
import { english, type TextKey } from '../../src/words/catalogue.ts'
import { languages } from '../../src/words/languages.ts'
import { directionOf } from '../../src/words/locale.ts'
import { asEnglish, gatherEnglish, markedOurs } from '../../src/words/marked.ts'
import type { Phrase } from '../../src/words/phrase.ts'

describe('figures and dates', () => {
  const format = createFormat('en')

  it('show a percentage with one decimal, always', () => {
    assert.equal(format.percent(52.6), '52.6%')
    assert.equal(format.percent(50), '50.0%')
    assert.equal(format.percent(0), '0.0%')
    assert.equal(format.percent(100), '100.0%')
  })

  it('show a date as precisely as it is given, on its own day in every time zone', () => {
    assert.equal(format.date('2025-12-01'), '1 December 2025')
    assert.equal(format.shortDate('2025-03-01'), '1 Mar 2025')
    assert.equal(format.date('2018-06'), 'June 2018')
    assert.equal(format.date('2007-03-01/2007-11-26'), '1 March 2007 – 26 November 2007')
    for (const asWritten of ['2013', 'currently', 'why?', '2025-13-45', '2025-13-45~'])
      assert.equal(format.date(asWritten), asWritten)
  })

  it('are written as the language writes them', () => {
    assert.equal(createFormat('fr').percent(52.6).replace(/\s/g, ' '), '52,6 %')
    assert.match(createFormat('mn').date('2025-12-01'), /2025/)
  })
})

describe('the catalogue', () => {
  const text = createPageText('en', english)

  it('says of a day that is not known that something holds from it', () => {
    assert.equal(text('reason.takes-force-unknown'), 'in force from a day not known')
    assert.equal(text('reason.takes-effect-unknown'), 'with effect from a day not known')
  })

  it('chooses between one and many', () => {
    assert.equal(text('home.actions', { count: 1 }), '1 action')
    assert.equal(text('home.actions', { count: 45 }), '45 actions')
  })

  it('writes a year without separators and a quantity with them', () => {
    assert.equal(text('plan.glance', { year: 2025 }), 'All values for 2025')
    assert.equal(text('states.lead', { count: 1970 }), '1,970 States.')
  })

  it('takes markup into a sentence and escapes everything else', async () => {
    const made = await text.rich('plan.source', { source: html`<a href="/x">${'a < b'}</a>` })
    assert.equal(String(made), 'Text: <a href="/x">a &lt; b</a>')
    assert.equal(String(await text.rich('plan.source', { source: '<i>' })), 'Text: &lt;i&gt;')
  })

  it('has a word and a meaning for every state a member can be in', () => {
    for (const state of memberStates) {
      assert.ok(text(`state.${state}`).length > 0)
      assert.ok(text(`state.${state}.means`).length > 0)
    }
    assert.deepEqual(countStates([{ state: 'unknown' }, { state: 'counted' }, { state: 'unknown' }]), [
      { state: 'counted', members: 1 },
      { state: 'unknown', members: 2 },
    ])
  })
})

describe('the keys of the catalogue', () => {
  it('are all used: a word nobody reads is no word', () => {
    const code = globSync('src/**/*.ts')
      .filter((name) => !/^src\/words\/[a-z]+\//.test(name.replaceAll('\\', '/')))
      .map((name) => readFileSync(name, 'utf8'))
      .join('')
    // These are put together from a state, a level, a status, or a kind of engagement and its fields.
    const made =
      /^(ministry\.(kind|field|stage|status|unit|series|topic|comparator|treaty|vote)\.|standing\.|act\.|api\.(subject|read|type)\.|state\.|crosswalk\.relation\.|home\.door\.|cooperation\.(fault\.|compared\.is\.|offered\.(new|replaces|withdraws)$|rate\.(yes|partly|no|forged|expired)$)|duty\.(status|rule)\.|documents\.topic\.|coverage\.|target\.|releaseDiff\.|statusDocument\.(glance|state)\.|plan\.summary\.|problemType\.|approval\.(state|means)\.|told\.|next\.|enter\.choose\w+\.lead$|newFact\.group\.|recommendations\.(number|new|corrected|unchanged)$|tables\.fate\.|implementation\.(standing\.|slip\.|budget\.|holds\.|log\.|(action|task|event|thing|office)$)|progressPage\.(draft|as-it-stands|none)$|progressReport\.(evidence|challenge|register\.(complete|partial))$|desk\.in\.|ownCalendar\.in\.|(targets|progressReport)\.(oneWith|mayBeOneWith)$|waiting\.(returned|approve|publish|finish|others|in\.\w+)$)/
    const ofPeople =
      /^(role\.|roleFault\.|giveRole\.reach\.|invitations\.(state|withdraw|again)|departments\.name\.|taken\.(used|withdrawn|expired))/
    const ofHistory = /^(event\.|history\.(role|kind|restore)\.|audit\.(who|thing)$)/
    // Each key of a reason has its phrase.
    const isReason = (key: string) => /^(reason|parts\.(nth|meeting|series))\./.test(key)
    const unused = Object.keys(english).filter(
      (key) =>
        !isReason(key) &&
        !made.test(key) &&
        !ofPeople.test(key) &&
        !ofHistory.test(key) &&
        !code.includes(`'${key}'`),
    )
    assert.deepEqual(unused, [])
  })
})

describe('a catalogue', () => {
  it('has each key once: a group that repeats one would silently take its words', () => {
    const keys = globSync('src/words/en/*.ts').flatMap((name) =>
      [...readFileSync(name, 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map((match) => match[1]!),
    )
    const twice = keys.filter((key, i) => keys.indexOf(key) !== i)
    assert.deepEqual(twice, [])
    assert.deepEqual(
      Object.keys(english).filter((key) => !keys.includes(key)),
      [],
    )
  })

  const placesOf = (phrase: Phrase): string[] =>
    [...new Set(JSON.stringify(phrase).match(/\{\w+\}/g) ?? [])].sort()

  for (const { code, catalogue } of languages)
    it(`has the places of the English phrase in each of its phrases, and no key of its own: ${code}`, () => {
      for (const [key, phrase] of Object.entries(catalogue) as [TextKey, Phrase][]) {
        assert.ok(key in english, key)
        assert.deepEqual(placesOf(phrase), placesOf(english[key]), key)
      }
    })

  it('that lacks a phrase says it in English, and marks it as English', async () => {
    const text = createPageText('ar', { 'site.home': 'الرئيسية' })
    assert.equal(text('site.home'), 'الرئيسية')
    const made = String(
      await html`<title>${text('site.states')}</title><a title="${text('site.states')}">${text('site.states')}</a><p>${text.rich('plan.source', { source: html`<b>x</b>` })}</p>`,
    )
    assert.equal(
      settleLanguages(made),
      '<title>States</title><a title="States"><span lang="en" dir="ltr">States</span></a><p><span lang="en" dir="ltr">Text: <b>x</b></span></p>',
    )
    assert.equal(withoutMarks(text('site.states')), 'States')
  })
})

describe('a sign in a text', () => {
  it('turns no more of a page into English than the element it stands in', () => {
    const page = '<main><p>a \uE000b<br>c</p><p>d <b>\uE001e</b></p><ul><li>f</li></ul></main>'
    const english = (words: string) => `<span lang="en" dir="ltr">${words}</span>`
    assert.equal(
      settleLanguages(page),
      `<main><p>a ${english('b')}<br>${english('c')}</p><p>d <b>e</b></p><ul><li>f</li></ul></main>`,
    )
  })
  it('does not keep a phrase from ending where it holds markup', () =>
    assert.equal(
      settleLanguages('<p>\uE000a <b>b</b> c\uE001 d</p>'),
      '<p><span lang="en" dir="ltr">a </span><b><span lang="en" dir="ltr">b</span></b><span lang="en" dir="ltr"> c</span> d</p>',
    ))
})

describe('an English sentence put together of phrases on a page in another language', () => {
  const shown = (words: string) =>
    settleLanguages(`<p>${words}</p>`)
      .replaceAll('<span lang="en" dir="ltr">', '[')
      .replaceAll('</span>', ']')
  const [nine, eight] = [asEnglish('9 more'), asEnglish(`8 by ${asEnglish('the calendar')}`)]

  it('is one run with the signs between its phrases, its brackets and its stop', () => {
    assert.equal(shown(`${nine}; ${eight}.`), '<p>[9 more; 8 by the calendar.]</p>')
    assert.equal(shown(`${nine} (${eight}), ${nine}`), '<p>[9 more (8 by the calendar), 9 more]</p>')
    assert.equal(shown(`${nine} (${eight}).`), '<p>[9 more (8 by the calendar).]</p>')
  })

  it('leaves to the page what is its own: its words, its stops, its brackets', () => {
    assert.equal(shown(`قال ${nine}; ${eight}.`), '<p>قال [9 more; 8 by the calendar].</p>')
    assert.equal(shown(`${nine}. قال ${eight}`), '<p>[9 more.] قال [8 by the calendar]</p>')
    assert.equal(shown(`${nine}، ${eight}`), '<p>[9 more]، [8 by the calendar]</p>')
    assert.equal(shown(`قال (${nine}).`), '<p>قال ([9 more]).</p>')
    assert.equal(shown(`${nine}: `), '<p>[9 more]: </p>')
    assert.equal(gatherEnglish('قال: 9.'), 'قال: 9.')
  })

  it('is joined as English joins; a list of which one part is in the language, as that does', () => {
    const { list, anyOf } = createFormat('ar')
    assert.equal(shown(list([nine, eight, nine])), '<p>[9 more, 8 by the calendar, 9 more]</p>')
    assert.equal(shown(anyOf([nine, eight])), '<p>[9 more or 8 by the calendar]</p>')
    assert.equal(shown(list([nine, 'قال'])), '<p>[9 more] وقال</p>')
    assert.equal(createFormat('mn').list(['нэг', 'хоёр']), 'нэг, хоёр')
  })
})

describe('what evidence says on a page', () => {
  const { kinds } = heldPlans()[0]!
  // Every kind as its template stands, with each field left out in turn, with each alone, and with none.
  const bodiesOf = (template: string): Record<string, unknown>[] => {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
    const some = [
      names,
      [],
      ...names.map((one) => [one]),
      ...names.map((out) => names.filter((n) => n !== out)),
    ]
    return some.map((given) => Object.fromEntries(given.map((name) => [name, 'x'])))
  }

  for (const { code, catalogue } of languages)
    it(`ends each mark of English words that it begins, whichever fields are known: ${code}`, () => {
      const text = createPageText(code, catalogue)
      const voice = voiceOf({ text, day: (iso) => iso, ours: markedOurs(code) })
      for (const [kind, { says = '' }] of Object.entries(kinds))
        for (const body of bodiesOf(says)) {
          const said = evidenceSays(voice, { kind, body })
          let open = 0
          for (const sign of said.match(/[\uE000\uE001]/g) ?? []) {
            open += sign === '\uE000' ? 1 : -1
            assert.ok(open >= 0, `${kind}: ${said}`)
          }
          assert.equal(open, 0, `${kind}: ${said}`)
        }
    })
})

describe('words in another language', () => {
  it('carry their language and direction', async () => {
    assert.equal(String(await inLanguage('أ', 'ar')), '<bdi lang="ar" dir="rtl">أ</bdi>')
    assert.equal(String(await inLanguage('a', null)), '<bdi>a</bdi>')
    assert.equal(directionOf('mn-Cyrl'), 'ltr')
    assert.equal(directionOf('ar-SA'), 'rtl')
  })
})
