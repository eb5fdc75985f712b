// What a search finds in a store, it leads to: pages and places that are there, in every world and language.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { readShippedKinds, readShippedQuestions } from '../../src/reports/shipped.ts'
import { submitReport } from '../../src/reports/submit.ts'
import { createSites } from '../../src/web/app.ts'
import { joinSites } from '../../src/web/serve.ts'
import { fileOf } from '../facts/world.ts'
import { inTestWorld } from '../world.ts'
import { deskData } from './desk.ts'
import { banner, documentOf, read, textOf } from './site.ts'

const today = '2026-06-01'

const fill = async (db: Db): Promise<void> => {
  await sql`insert into setting values ('today', ${today})`.execute(db)
  await sql`insert into actor (actor_id, kind, iso3, names)
            values ('XAA', 'state', 'XAA', '{"en": {"short": "Averland"}, "zh": {"short": "阿维兰"}}'),
                   ('mine-clearers', 'organisation', null, '{"en": {"short": "Guild of Clearers"}}')`.execute(
    db,
  )
  const facts =
    'id,actor,kind,known_from,source_title,quotation,language,body.article,body.deadline\n' +
    'd1,XAA,deadline,2025-01-01,A fictional gazette,"Orchards <b>cleared</b> by the guild",en,5,2029-03-01'
  await importFacts(db, fileOf('facts.csv', facts), { kinds: readShippedKinds(), today, entered: false })
  const report = {
    format: 'pacta-report/1',
    actor: 'XAA',
    obligation: 'article-7',
    coversYear: 2024,
    receivedOn: '2025-04-20',
    language: 'en',
    document: { title: 'Fictional report of Averland' },
    answers: [
      {
        question: 'retained-mines-annual-review',
        state: 'yes',
        evidence: { page: '3', quotation: 'Reviewed under the old elm.', language: 'en' },
      },
    ],
  }
  await submitReport(db, report, { questionnaires: readShippedQuestions(), today, entered: false })
}

describe('a search of what a store holds', () => {
  it('leads to pages and places that are there', () =>
    inTestWorld(async (db) => {
      await fill(db)
      const app = joinSites(
        createSites({ world: 'exercise', banner, data: deskData(db, 'exercise'), today: () => today }),
      )
      const kindsSeen = new Set<string>()
      const pages = new Map<string, Awaited<ReturnType<typeof read>>>()
      for (const q of [
        'averland',
        '阿维兰',
        'orchards cleared',
        'elm',
        '7.1',
        'action 7',
        'SP_A5',
        'clearers',
        'siem reap',
        'best practices in implementation',
      ]) {
        const { text } = await read(app, `/exercise/search?q=${encodeURIComponent(q)}`)
        const document = documentOf(text)
        const sections = [...document.querySelectorAll('.results h2')]
        for (const section of sections) kindsSeen.add(section.id)
        // The first of each kind: the others are made alike.
        const links = [...document.querySelectorAll('.results ol')].map(
          (list) => list.querySelector('.hit a')?.getAttribute('href') ?? '',
        )
        assert.ok(links.length > 0, q)
        for (const href of links) {
          const [path = '', anchor] = href.split('#')
          if (!pages.has(path)) pages.set(path, await read(app, path))
          const { status, text: page } = pages.get(path)!
          assert.equal(status, 200, `${q}: ${href}`)
          if (anchor === undefined) continue
          const place = documentOf(page).getElementById(decodeURIComponent(anchor))
          assert.ok(place !== null, `${q}: ${href}`)
          if (q === 'elm') assert.equal(textOf(document.querySelector('.hit .state-word')), 'yes')
          if (q === 'elm') assert.match(textOf(place), /Reviewed under the old elm/)
          if (q === 'orchards cleared') assert.match(textOf(place), /Orchards <b>cleared<\/b> by the guild/)
        }
      }
      for (const kind of [
        'state',
        'actor',
        'plan',
        'section',
        'action',
        'indicator',
        'cohort',
        'fact',
        'report',
        'answer',
      ])
        assert.ok(kindsSeen.has(`results-${kind}`), kind)
    }, 'exercise'))
})
