// A study's recommendations taken in: all or none, the same file once, corrections told, ties to actions. All invented.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { listDatums } from '../../src/facts/store.ts'
import { workHeld, workKinds } from '../../src/implementation/held.ts'
import { plansOfWork } from '../../src/implementation/plan-of-work.ts'
import { studiesOf } from '../../src/implementation/recommendations.ts'
import {
  importRecommendations,
  lookAtRecommendations,
  type RecommendationsAsked,
} from '../../src/implementation/recommendations-import.ts'
import { readActors } from '../../src/parties/actor.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import type { Problem } from '../../src/problem.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import { inTestWorld } from '../world.ts'

const pledge = 'ihl-pledge-mongolia'
const options = { kinds: readShippedKinds(), today: '2027-06-30', entered: false }
const fileOf = (text: string, name = 'study.csv') => ({ name, bytes: Buffer.from(text) })
const asked = (text: string, more: Partial<RecommendationsAsked> = {}): RecommendationsAsked => ({
  file: fileOf(text),
  study: 'study',
  ...more,
})

const withStudy = (work: (db: Db) => Promise<void>) =>
  inTestWorld(async (db) => {
    await saveActors(db, readActors('exercise/data/actors.csv'))
    const row = (id: string, kind: string, body: Record<string, unknown>) => ({
      ...{ id, actor: 'XQO', kind, known_from: '2027-01-15', body },
    })
    const facts = [
      row('study', 'study', { title: 'Exercise: a study', instrument: pledge }),
      row('plan', 'national-plan', { title: 'Exercise: a plan', instrument: pledge }),
      row('a1', 'plan-action', { title: 'Exercise: a law', number: '1', plan: 'plan', startsOn: '2027-02' }),
      row('a2', 'plan-action', { title: 'Exercise: courses', number: '2', plan: 'plan' }),
    ]
    await importFacts(db, fileOf(JSON.stringify(facts), 'facts.json'), options)
    await work(db)
  }, 'exercise')

const seen = async (db: Db) => {
  const work = workHeld(await listDatums(db, { kinds: workKinds(options.kinds) }), '2027-12-31')
  const [study] = studiesOf(work, pledge, plansOfWork(work, pledge))
  return {
    recommendations: study!.recommendations.map(({ number, group, text, actions }) => [
      number,
      group,
      text,
      actions,
    ]),
    takenUp: study!.takenUp,
    without: study!.without,
    actions: plansOfWork(work, pledge).flatMap(({ actions }) => actions),
  }
}

const first =
  'number,group,text,actions\n1,Law,The State should adopt a law.,1\n2,Training,Train officers.,\n'

describe('taking in the recommendations of a study', () => {
  it('names the field of the action that stands in the way, and no cell of the file', () =>
    withStudy(async (db) => {
      const fact = (id: string, more: object) => ({
        ...{ id, actor: 'XQO', kind: 'plan-action', known_from: '2027-01-20' },
        ...more,
      })
      const late = [
        fact('a3', { body: { title: 'Exercise: a report', number: '3', plan: 'plan', dependsOn: ['a1'] } }),
      ]
      await importFacts(db, fileOf(JSON.stringify(late), 'late.json'), options)
      const gone = [fact('a1-gone', { retracts: 'a1', note: 'Exercise: given up' })]
      await importFacts(db, fileOf(JSON.stringify(gone), 'gone.json'), options)
      await assert.rejects(
        importRecommendations(db, asked('number,group,text,actions\n1,Law,Adopt a law.,3\n'), options),
        ({ issues }: Problem) => {
          const [issue] = issues
          assert.equal(issue!.path, 'a3: dependsOn')
          assert.equal(issue!.cell, undefined)
          return true
        },
      )
    }))

  it('records them under the study, tied to actions by number, whose dates and words stay', () =>
    withStudy(async (db) => {
      const looked = await importRecommendations(db, asked(first), options)
      assert.deepEqual(
        looked.compared.map(({ id, outcome, actions }) => [id, outcome, actions.map((one) => one.outcome)]),
        [
          ['study-1', 'new', ['tied']],
          ['study-2', 'new', []],
        ],
      )
      const { actions, ...rest } = await seen(db)
      assert.deepEqual(rest, {
        recommendations: [
          ['1', 'Law', 'The State should adopt a law.', ['a1']],
          ['2', 'Training', 'Train officers.', []],
        ],
        takenUp: 1,
        without: ['a2'],
      })
      const [law] = actions.filter(({ id }) => id === 'a1')
      assert.deepEqual([law!.title, law!.schedule.now.startsOn], ['Exercise: a law', '2027-02'])
    }))

  it('looks without storing, and the same file again changes nothing', () =>
    withStudy(async (db) => {
      assert.equal((await lookAtRecommendations(db, asked(first), options)).facts.length, 3)
      assert.deepEqual((await seen(db)).recommendations, [])
      await importRecommendations(db, asked(first), options)
      const before = (await listDatums(db)).length
      const later = { ...options, today: '2027-09-01' }
      const again = await importRecommendations(db, asked(first), later)
      assert.deepEqual(
        again.compared.map(({ outcome, actions }) => [outcome, actions.map((one) => one.outcome)]),
        [
          ['unchanged', ['tied already']],
          ['unchanged', []],
        ],
      )
      assert.equal((await listDatums(db)).length, before)
    }))

  it('tells a changed text of a number as a correction, which keeps what stood before and who takes it up', () =>
    withStudy(async (db) => {
      await importRecommendations(db, asked(first), options)
      const changed = first.replace('The State should adopt a law.', 'The State should adopt a law on wells.')
      const later = { ...options, today: '2027-09-01' }
      const { compared, notInFile } = await importRecommendations(db, asked(changed), later)
      assert.deepEqual(compared[0]!.outcome, 'corrected')
      assert.deepEqual(compared[0]!.before, {
        ...{ group: 'Law', text: 'The State should adopt a law.', language: 'en', differs: ['text'] },
      })
      assert.deepEqual(notInFile, [])
      assert.deepEqual((await seen(db)).recommendations[0], [
        '1',
        'Law',
        'The State should adopt a law on wells.',
        ['a1'],
      ])
      // And back again: the words that stood first are a third version.
      const back = asked(first, { takeShorter: true })
      await importRecommendations(db, back, { ...options, today: '2027-10-01' })
      assert.deepEqual((await seen(db)).recommendations[0], [
        '1',
        'Law',
        'The State should adopt a law.',
        ['a1'],
      ])
    }))

  it('takes other apostrophes, quotation marks, dashes and spaces for the same words', () =>
    withStudy(async (db) => {
      const set = 'number,text\n1,L’État devrait punir l’abus – “toujours” – du signe.\n'
      await importRecommendations(db, asked(set), options)
      const typed = `number,text\n1,"L'État devrait punir  l'abus - ""toujours"" - du signe."\n`
      const { compared } = await importRecommendations(db, asked(typed), { ...options, today: '2027-09-01' })
      assert.deepEqual(
        compared.map(({ outcome, shortens }) => [outcome, shortens]),
        [['unchanged', false]],
      )
    }))

  it('asks before a shorter text takes the place of a longer one', () =>
    withStudy(async (db) => {
      await importRecommendations(db, asked(first), options)
      const cut = first.replace('The State should adopt a law.', 'The State should adopt')
      const later = { ...options, today: '2027-09-01' }
      const looked = await lookAtRecommendations(db, asked(cut), later)
      assert.deepEqual(
        looked.compared.map(({ shortens }) => shortens),
        [true, false],
      )
      const before = (await listDatums(db)).length
      await assert.rejects(importRecommendations(db, asked(cut), later), (error: Problem) => {
        assert.equal(error.type, 'input-rejected')
        assert.match(error.issues[0]!.message, /Recommendation 1 is shorter than the text held/)
        assert.match(error.issues[0]!.expected!, /The State should adopt a law\./)
        return true
      })
      assert.equal((await listDatums(db)).length, before)
      await importRecommendations(db, asked(cut, { takeShorter: true }), later)
      assert.equal((await seen(db)).recommendations[0]![2], 'The State should adopt')
    }))

  it('leaves what is not in the file, and says so', () =>
    withStudy(async (db) => {
      await importRecommendations(db, asked(first), options)
      const { notInFile } = await importRecommendations(db, asked('number,text\n3,A third.\n'), options)
      assert.deepEqual(
        notInFile.map(({ number }) => number),
        ['1', '2'],
      )
      assert.equal((await seen(db)).recommendations.length, 3)
    }))

  it('takes in nothing where one action is not there, or no such study is held', () =>
    withStudy(async (db) => {
      const wrong = importRecommendations(db, asked(`${first}3,Law,A third.,9\n`), options)
      await assert.rejects(wrong, (error: Problem) => {
        assert.deepEqual([error.issues[0]!.cell, error.issues[0]!.found], ['D4', '9'])
        return error.type === 'input-rejected'
      })
      assert.deepEqual((await seen(db)).recommendations, [])
      const other = importRecommendations(db, asked(first, { study: 'none' }), options)
      await assert.rejects(other, (error: Problem) =>
        /There are: study \(Exercise: a study\)/.test(error.message),
      )
    }))

  it('says where the document is from, and refuses a day to come in the words of the file', () =>
    withStudy(async (db) => {
      const source = { title: 'Exercise: the study', publisher: 'Exercise: a faculty', date: '2027-01-10' }
      await importRecommendations(db, asked(first, { source }), options)
      const [held] = (await listDatums(db, { kind: 'recommendation' })).filter(
        ({ externalId }) => externalId === 'study-1',
      )
      assert.deepEqual(
        [held!.source?.title, held!.source?.publisher, held!.knownFrom, held!.locator],
        ['Exercise: the study', 'Exercise: a faculty', '2027-01-10', 'line 2'],
      )
      const ahead = importRecommendations(
        db,
        asked('number,text\n8,Later.\n', { source: { ...source, date: '2028-01-01' } }),
        options,
      )
      await assert.rejects(ahead, (error: Problem) => error.issues[0]!.line === 2)
    }))

  it('gives numbers of one slug ids of their own', () =>
    withStudy(async (db) => {
      const taken = await importRecommendations(db, asked('number,text\n1.1,A law.\n1-1,Courses.\n'), options)
      assert.deepEqual(
        taken.compared.map(({ id }) => id),
        ['study-1-1', 'study-1-1-2'],
      )
      assert.equal((await listDatums(db, { kind: 'recommendation' })).length, 2)
    }))

  it('ties nothing that fewer may see to an action that more may see', () =>
    withStudy(async (db) => {
      const sealed = { id: 's2', actor: 'XQO', kind: 'study', known_from: '2027-01-15', tier: 'restricted' }
      const body = { title: 'Exercise: a sealed study', instrument: pledge }
      await importFacts(db, fileOf(JSON.stringify([{ ...sealed, body }]), 's2.json'), options)
      await assert.rejects(
        importRecommendations(db, asked('number,text,actions\n1,A law.,1\n', { study: 's2' }), options),
        ({ issues: [issue, ...others] }: Problem) =>
          issue?.cell === 'C2' && /seen by fewer/.test(issue.message) && others.length === 0,
      )
      assert.equal((await listDatums(db, { kind: 'recommendation' })).length, 0)
    }))
})
