// Every State is found by every name it has, however it is typed.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Actor, shippedStates } from '../../src/parties/actor.ts'
import { find } from '../../src/search/found.ts'
import { buildIndex } from '../../src/search/index.ts'
import { actorDocument } from '../../src/search/texts.ts'
import { keyOf } from '../../src/search/words.ts'

const states = shippedStates()
const index = await buildIndex([states.map(actorDocument)])

type Named = { state: string; name: string; language: string }
const namesOf = (state: Actor): Named[] => [
  ...Object.entries(state.names).flatMap(([language, { short, formal }]) =>
    [short, formal].flatMap((name) => (name === undefined ? [] : [{ state: state.id, name, language }])),
  ),
  ...state.aliases.map((name) => ({ state: state.id, name, language: 'alias' })),
]
const all = states.flatMap(namesOf)
/** How many States have a name: a few share one, such as the two Congos. */
const owners = Map.groupBy(all, ({ name }) => keyOf(name))
const sharing = (name: string) => new Set((owners.get(keyOf(name)) ?? []).map(({ state }) => state)).size

const found = (q: string): string[] =>
  find(index, { q, kind: 'state' })
    .groups.filter((group) => group.kind === 'state')
    .flatMap((group) => group.hits.map((hit) => hit.id))

describe('every State', () => {
  it('is the first result for each of its names, in every script', () => {
    const missed = all.filter(({ state, name }) => !found(name).slice(0, sharing(name)).includes(state))
    assert.deepEqual(missed, [])
    assert.ok(all.length > 2000 && new Set(all.map(({ language }) => language)).size >= 7)
  })

  it('is the first result for each of its codes', () => {
    for (const state of states)
      for (const code of [state.iso2, state.iso3, state.m49])
        if (code !== null) assert.equal(found(code)[0], state.id, code)
  })

  it('is found by its names in capitals, without accents, and without their marks', () => {
    const bare = (name: string) =>
      name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/['’‘ʼ`-]/g, '')
        .toUpperCase()
    const missed = all.filter(({ state, name }) => !found(bare(name)).includes(state))
    assert.deepEqual(missed, [])
  })

  it('is found by a long name with one slip of the finger', () => {
    const words = all.filter(
      ({ name }) => /^\p{L}+$/u.test(name) && name.length >= 7 && !/\p{Script=Han}/u.test(name),
    )
    const slips = ['drop', 'double', 'exchange', 'replace'] as const
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.constantFrom(...slips),
        fc.nat({ max: 100 }),
        ({ state, name }, slip, place) => {
          const at = 1 + (place % (name.length - 2))
          const typed = {
            drop: name.slice(0, at) + name.slice(at + 1),
            double: name.slice(0, at) + name.slice(at - 1),
            exchange: name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2),
            replace: `${name.slice(0, at)}${name[at] === name[0] ? name[at + 1] : name[0]}${name.slice(at + 1)}`,
          }[slip]
          assert.ok(found(typed).includes(state), `${typed} for ${name}`)
        },
      ),
      { numRuns: 300 },
    )
  })

  const typed: [string, string][] = [
    ['Монгол', 'MNG'],
    ['монгол улс', 'MNG'],
    ['蒙古', 'MNG'],
    ['منغوليا', 'MNG'],
    ['mongolie', 'MNG'],
    ['mongola', 'MNG'],
    ['cote divoire', 'CIV'],
    ['Көте', 'CIV'],
    ['ivory coast', 'CIV'],
    ['турция', 'TUR'],
    ['алжир', 'DZA'],
    ['الجزاير', 'DZA'],
    ['timor leste', 'TLS'],
    ['guinea bissau', 'GNB'],
    ['chili', 'CHL'],
    // The beginning of "Bolivarian" and, as likely, a slip.
    ['Boliva', 'BOL'],
  ]
  for (const [q, id] of typed) it(`"${q}" finds ${id}`, () => assert.ok(found(q).includes(id)))
})
