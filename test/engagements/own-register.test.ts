// The register of docs/how-to/keep-a-register.md, begun from its files: what its page answers after each step.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { it } from 'node:test'
import { saveSetting } from '../../src/db/setting-store.ts'
import type { Db } from '../../src/db/store.ts'
import { importFacts } from '../../src/facts/import.ts'
import { importCoverage } from '../../src/facts/import-coverage.ts'
import { importTable } from '../../src/mappings/import.ts'
import { readMapping } from '../../src/mappings/mappings.ts'
import { readActors } from '../../src/parties/actor.ts'
import { saveActors } from '../../src/parties/actor-store.ts'
import { readShippedKinds } from '../../src/reports/shipped.ts'
import type { MinistryShown } from '../../src/web/data/engagements.ts'
import { engagementsHeld } from '../../src/web/held/engagements.ts'
import { inTestWorld } from '../world.ts'

const folder = 'examples/own-register'
const file = (name: string) => ({ name: basename(name), bytes: readFileSync(join(folder, name)) })
const kinds = readShippedKinds()
const options = { kinds, entered: false, today: '2027-12-31' }

const shownIn = async (db: Db) =>
  (await engagementsHeld({ db, seen: db }).showMinistry('XSK')) as MinistryShown

const stateIn = ({ answers }: MinistryShown, year: number) =>
  answers.targets.find((one) => one.year === year)?.targets.map(({ n, N, state }) => `${n} of ${N} ${state}`)

it('a register begun from a file of facts, a table and a word on its records answers as its how-to says', () =>
  inTestWorld(async (db) => {
    await saveSetting(db, 'today', '2027-12-31')
    await saveActors(db, readActors('exercise/data/actors.csv'))
    assert.deepEqual((await shownIn(db)).engagements, [])

    assert.equal((await importFacts(db, file('facts.csv'), options)).recorded, 9)
    const first = await shownIn(db)
    assert.deepEqual([stateIn(first, 2021), stateIn(first, 2022)], [['1 of 1 met'], ['0 of 1 not-found']])
    assert.deepEqual(first.answers.chairs, ['own-chair'])
    assert.deepEqual(
      first.answers.promisedTo.map(({ to, facts }) => [to?.name, facts]),
      [['Harbour League', ['own-pilots', 'own-manual']]],
    )
    const [pilots, manual] = first.answers.seenTo
    assert.deepEqual(
      pilots?.who.map(({ actor, name }) => [actor, name]),
      [[null, 'Harbour Office of Skarvonje']],
    )
    assert.deepEqual(manual?.who, [])
    assert.deepEqual(first.answers.beside[0], {
      id: 'own-served',
      sources: 1,
      more: 0,
      others: [{ id: 'own-served-league', differs: ['quantity'] }],
    })

    const mapping = readMapping(join(folder, 'dialogues.yaml'), kinds)
    const given = { file: file('dialogues.csv'), beside: new Map() }
    const { rows } = await importTable(db, mapping, given, { kinds, marks: false, today: '2027-12-31' })
    assert.deepEqual([rows.read, rows.new, rows.leftOut], [4, 3, 1])
    const second = await shownIn(db)
    assert.deepEqual(
      [2022, 2024, 2025].map((year) => stateIn(second, year)),
      [['1 of 1 met'], ['1 of 1 met'], ['0 of 1 not-found']],
    )
    assert.equal(second.answers.hosts.length, 5)

    await importCoverage(db, file('coverage.csv'), { kinds, today: '2027-12-31' })
    const third = await shownIn(db)
    assert.deepEqual(
      [2025, 2026].map((year) => stateIn(third, year)),
      [['0 of 1 missed'], ['0 of 1 not-found']],
    )
  }, 'exercise'))
