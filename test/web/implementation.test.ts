// How a promise is carried out, from what the exercise holds; and written down through the forms.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { saveSetting } from '../../src/db/setting-store.ts'
import { listDatums } from '../../src/facts/store.ts'
import { showIndicator } from '../../src/indicators/view.ts'
import { loadExercise } from '../../src/load.ts'
import { createSites } from '../../src/web/app.ts'
import { implementationHeld } from '../../src/web/held/implementation.ts'
import { heldFor } from '../../src/web/held.ts'
import { joinSites } from '../../src/web/serve.ts'
import { inTestStore, inTestWorld } from '../world.ts'
import { inEnteringWorld, open, post } from './entering.ts'

const pledge = 'ihl-pledge-mongolia'

describe('how the fictional pledge is carried out', () => {
  it('is told from the facts of Quorrela and its National Society', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const data = implementationHeld({ db, seen: db })
      const shown = (await data.showImplementation(pledge))!
      assert.deepEqual(shown.parties, ['XQO', 'xqo-national-society'])
      const [plan] = shown.plans
      assert.deepEqual(
        plan!.actions.map(({ number, standing, schedule }) => [
          number,
          standing,
          schedule.slip?.days ?? null,
        ]),
        [
          ['1', 'done', null],
          ['2', 'delayed', 275],
          ['3', 'under-way', null],
          ['4', 'nothing-reported', null],
          ['5', 'nothing-reported', null],
        ],
      )
      assert.deepEqual(plan!.faults, [])
      assert.deepEqual(
        plan!.actions[1]!.steps.map(({ title, standing }) => [title, standing]),
        [
          ['Exercise: draft of the law', 'done'],
          ['Exercise: first reading in parliament', 'past-its-day'],
        ],
      )
      assert.deepEqual(
        plan!.sums.map(({ year, currency, own, sought, pledged, stillSought }) => [
          ...[year, currency, own, sought, pledged, stillSought],
        ]),
        [
          [2026, 'XTS', 18000, 0, 0, 0],
          [2027, 'XTS', 51000, 30000, 12500, 17500],
        ],
      )
      assert.deepEqual(
        shown.bodies.map(({ form, members, meetings }) => [form, members.length, meetings.length]),
        [
          ['working-group', 4, 5],
          ['group', 4, 3],
          ['cooperation', 2, 1],
        ],
      )
      assert.deepEqual(
        shown.tasks.map(({ owner, standing }) => [owner, standing]),
        [
          ['Ministry of Justice', 'done'],
          ['Ministry of Foreign Affairs', 'done'],
          ['xqo-national-society', 'nothing-reported'],
        ],
      )
      assert.equal(shown.events.length, 9)
      const [study] = shown.studies
      assert.deepEqual(
        [study!.takenUp, study!.recommendations.length, study!.without],
        [3, 4, ['plan-action-4', 'plan-action-5']],
      )
      assert.equal(shown.called['xqo-national-society'], 'Quorrela National Society')
      assert.equal(await data.showImplementation('nothing-held'), undefined)
    }, 'exercise'))

  it('shows one thing with what it belongs to and what belongs to it', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const data = implementationHeld({ db, seen: db })
      const decision = (await data.showWork('decision-2'))!
      assert.deepEqual([decision.kind, decision.instruments], ['meeting-decision', [pledge]])
      assert.deepEqual(
        decision.names.map(({ kind, id }) => [kind, id]),
        [['working-group-meeting', 'working-group-meeting-2027-03-10']],
      )
      assert.deepEqual(
        decision.namedBy.map(({ kind, field, id }) => [kind, field, id]),
        [['task', 'decision', 'task-2']],
      )
      assert.equal(await data.showWork('nothing'), undefined)
    }, 'exercise'))
})

describe('one event that serves a treaty’s plan and a pledge', () => {
  const treatyPlan = 'siem-reap-angkor-draft-2024-08'
  const shared = 'dissemination-event-2026-11-27'

  it('is seen from both and from itself, and counts for the pledge once', () =>
    inTestStore(async (store) => {
      const db = store.world('exercise')
      await loadExercise(db)
      const data = heldFor(store, 'exercise').ofDesk
      const event = (await data.showWork(shared))!
      assert.deepEqual(
        event.serves.map(({ id, kind, number }) => [id, kind, number]),
        [
          [`${pledge}/3`, 'action', '3'],
          [`${treatyPlan}/11`, 'action', '11'],
        ],
      )
      assert.deepEqual(
        (await data.listServing(`${treatyPlan}/11`)).map(({ id, also }) => [id, also.map((part) => part.id)]),
        [[shared, [`${pledge}/3`]]],
      )
      assert.ok((await data.listServing(`${pledge}/3`)).some(({ id }) => id === shared))
      for (const instrument of [pledge, treatyPlan]) {
        const shown = (await data.showImplementation(instrument))!
        assert.equal(shown.events.filter(({ id }) => id === shared).length, 1, instrument)
        assert.ok(shown.others.every((part) => part.instrument !== instrument))
        assert.ok(shown.others.length > 0, instrument)
      }
      // Four events of 2026 are held for the pledge; the one that serves two promises is one of them.
      const { members } = await showIndicator(db, { indicator: `${pledge}/C3`, year: 2026 })
      assert.equal(
        members.filter(({ evidence }) => evidence.some(({ kind }) => kind === event.kind)).length,
        4,
      )

      const site = { world: 'exercise' as const, banner: 'Exercise', data, today: () => '2027-12-31' }
      const app = joinSites(createSites(site))
      const action = await open(app, `/exercise/plans/${treatyPlan}/actions/11`)
      const hrefs = [
        ...action.document.querySelector('#done-for-it')!.parentElement!.querySelectorAll('a'),
      ].map((link) => link.getAttribute('href'))
      assert.ok(hrefs.includes(`/exercise/implementation/${shared}`))
      assert.ok(hrefs.includes(`/exercise/plans/${pledge}/actions/3`))
      const own = await open(app, `/exercise/implementation/${shared}`)
      assert.equal(own.document.querySelectorAll('section[aria-labelledby=serves] li').length, 2)
      const meeting = await open(app, '/mn/exercise/implementation/working-group-meeting-2027-03-10')
      assert.equal(meeting.document.querySelector('h1')!.textContent, 'Ажлын хэсгийн хурал, 2027.03.10')
      const found = await open(app, '/exercise/search?q=working+group+meeting+2027-03-10')
      assert.match(found.document.querySelector('.hit-title')!.textContent!, /^Working group meeting/)
      assert.match(found.document.querySelector('.hit-title')!.textContent!, /Quorrela · 2027-03-10/)
      const core = await open(app, '/exercise/implementation/core-group')
      assert.match(
        core.document.querySelector('section[aria-labelledby=members]')!.textContent!,
        /Former members.*Head of Instruction.*1 Mar 2025 to 31 Dec 2026/s,
      )
      assert.match(
        core.document.querySelector('main')!.textContent!,
        /Held: 2\. Planned and not yet held: 1\./,
      )
      const body = await open(app, '/exercise/implementation/working-group')
      assert.match(body.document.body.textContent!, /Target that goes with it: C2/)
      const log = [...body.document.querySelectorAll('section[aria-labelledby=log] tbody tr')].map((row) =>
        row.textContent!.replaceAll(/\s+/g, ' '),
      )
      assert.match(log[0]!, /20 Oct 2027/, 'the newest comes first')
      assert.match(log.at(-1)!, /founded/)
      assert.ok(log.some((row) => /20 Apr 2027.*moved a date.*a law that protects the emblem/.test(row)))
    }))
})

describe('writing down how a promise is carried out', () => {
  const common = {
    ...{ actor: 'XAA', known_from: '2027-06-02', language: 'en', step: 'save' },
    ...{ 'source.title': 'Minutes', quotation: 'A moot court was held.' },
  }
  const event = {
    ...common,
    kind: 'dissemination-event',
    'body.title': 'Moot court',
    'body.heldOn': '2027-06-01',
    'body.audience.0': 'academia',
    'body.audience.1': '',
    'body.audience.2': 'youth',
    'body.attendance.0.audience': 'academia',
    'body.attendance.0.sex': 'female',
    'body.attendance.0.persons': '31',
    'body.attendance.2.audience': 'youth',
    'body.attendance.2.persons': '8',
  }

  it('takes a list from several fields, and small rows from the cells of a table', () =>
    inEnteringWorld(async ({ app, db }) => {
      const { status } = await post(app, '/enter/facts/new', event)
      assert.equal(status, 303)
      const [datum] = await listDatums(db)
      assert.deepEqual(datum!.body.audience, ['academia', 'youth'])
      assert.deepEqual(datum!.body.attendance, [
        { audience: 'academia', sex: 'female', persons: 31 },
        { audience: 'youth', persons: 8 },
      ])
    }))

  it('keeps every cell that was typed where one is wrong, and shows more fields without checking', () =>
    inEnteringWorld(async ({ app, db }) => {
      const wrong = { ...event, 'body.attendance.2.persons': 'many' }
      const { status, document } = await post(app, '/enter/facts/new', wrong)
      assert.equal(status, 422)
      const value = (of: typeof document, name: string) =>
        of.querySelector(`[name="${name}"]`)?.getAttribute('value')
      assert.deepEqual(
        [value(document, 'body.attendance.0.persons'), value(document, 'body.attendance.1.persons')],
        ['31', 'many'],
      )
      assert.ok(document.querySelector('a[href="#f-body-attendance"]'), 'the list on top leads to it')
      const more = await post(app, '/enter/facts/new', { ...wrong, step: 'edit' })
      assert.equal(more.status, 200)
      assert.deepEqual(
        [
          value(more.document, 'body.attendance.3.audience'),
          value(more.document, 'body.attendance.1.persons'),
        ],
        ['', 'many'],
      )
      assert.deepEqual(await listDatums(db), [])
    }))

  it('offers what is held to choose from, and refuses what names nothing', () =>
    inEnteringWorld(async ({ app, db, data }) => {
      const plan = {
        ...common,
        ...{ kind: 'national-plan', 'body.title': 'Plan of work', 'body.instrument': pledge },
        ...{ from: '2027-01-01', id: 'entered-plan' },
      }
      assert.equal((await post(app, '/enter/facts/new', plan)).status, 303)
      const choices = await data.enter.listFactChoices({ kind: 'plan-action', actor: 'XAA' })
      assert.deepEqual(
        choices.plan!.options.map(({ value }) => value),
        ['entered-plan'],
      )
      const action = { ...common, kind: 'plan-action', 'body.title': 'A law', 'body.plan': 'entered-nothing' }
      const refused = await post(app, '/enter/facts/new', action)
      assert.equal(refused.status, 422)
      assert.ok(refused.document.querySelector('#f-body-plan[aria-invalid]'))
      assert.equal(
        (await post(app, '/enter/facts/new', { ...action, 'body.plan': 'entered-plan' })).status,
        303,
      )
      await saveSetting(db, `parties:${pledge}`, 'XAA')
      const shown = await data.showImplementation(pledge)
      assert.deepEqual(
        shown!.plans.map(({ title, actions }) => [title, actions.map((one) => one.title)]),
        [['Plan of work', ['A law']]],
      )
      assert.equal((await listDatums(db)).length, 2)
      // Who takes the plan back is shown first what names it.
      const [held] = await listDatums(db, { kind: 'national-plan' })
      const { document } = await post(app, '/enter/facts/new', {
        ...{ actor: 'XAA', kind: 'national-plan', retracts: held!.externalId!, note: 'Never adopted.' },
        ...{ known_from: '2027-06-03', 'source.title': 'Minutes', step: 'check' },
      })
      assert.match(document.querySelector('.notice li a')?.textContent ?? document.title, /A law/)
    }))
})
