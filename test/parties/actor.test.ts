import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import {
  nameLanguages,
  readActors,
  regionalGroups,
  shippedOthers,
  shippedStates,
} from '../../src/parties/actor.ts'
import { Problem } from '../../src/problem.ts'

const readText = (text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-actors-'))
  try {
    writeFileSync(join(folder, 'actors.csv'), text)
    return readActors(join(folder, 'actors.csv'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('the States of the reference', () => {
  const states = shippedStates()

  it('are 197: the UN members, the Holy See, the State of Palestine, the Cook Islands and Niue', () => {
    assert.equal(states.length, 197)
    assert.equal(states.filter((state) => state.unMember).length, 193)
    assert.deepEqual(
      states.filter((state) => state.unMember === false).map((state) => state.id),
      ['COK', 'NIU', 'PSE', 'VAT'],
    )
  })

  it('have an alpha-3 code as id, an alpha-2 code, an M49 code, and a name in every language', () => {
    for (const state of states) {
      assert.match(state.id, /^[A-Z]{3}$/)
      assert.equal(state.iso3, state.id)
      assert.match(state.iso2!, /^[A-Z]{2}$/)
      assert.match(state.m49!, /^\d{3}$/)
      for (const language of nameLanguages) assert.ok(state.names[language]?.short, `${state.id} ${language}`)
    }
  })

  it('belong to the five regional groups, but for those that are no UN members', () => {
    const counts = Map.groupBy(states, (state) => state.region ?? 'none')
    const sizes = Object.fromEntries([...counts].map(([group, members]) => [group, members.length]))
    // The State of Palestine takes part in the Asia-Pacific group; Türkiye counts with the Western European one.
    assert.deepEqual(sizes, {
      african: 54,
      'asia-pacific': 55,
      'eastern-european': 23,
      'latin-american-and-caribbean': 33,
      'western-european-and-others': 29,
      none: 3,
    })
    const groups = Object.keys(regionalGroups)
    for (const state of states) assert.ok(state.region === null || groups.includes(state.region), state.id)
  })

  it('have one tile each, and no two the same', () => {
    const tiles = new Set(states.map((state) => `${state.tileColumn}/${state.tileRow}`))
    assert.equal(tiles.size, 197)
    for (const state of states) {
      assert.ok(state.tileColumn! >= 1 && state.tileColumn! <= 29, state.id)
      assert.ok(state.tileRow! >= 1 && state.tileRow! <= 18, state.id)
    }
  })

  it('lie on the grid about as on the map', () => {
    const tile = (id: string) => states.find((state) => state.id === id)!
    const westOf = (a: string, b: string) => tile(a).tileColumn! < tile(b).tileColumn!
    const northOf = (a: string, b: string) => tile(a).tileRow! < tile(b).tileRow!
    for (const [west, east] of [
      ['USA', 'PRT'],
      ['PRT', 'POL'],
      ['POL', 'RUS'],
      ['IRN', 'IND'],
      ['IND', 'JPN'],
      ['BRA', 'SEN'],
      ['AUS', 'NZL'],
    ] as const)
      assert.ok(westOf(west, east), `${west} lies west of ${east}`)
    for (const [north, south] of [
      ['NOR', 'DEU'],
      ['DEU', 'ITA'],
      ['ITA', 'LBY'],
      ['LBY', 'ZAF'],
      ['RUS', 'MNG'],
      ['MNG', 'IDN'],
      ['MEX', 'CHL'],
    ] as const)
      assert.ok(northOf(north, south), `${north} lies north of ${south}`)
  })

  it('are apart from organisations and from States that no longer exist', () => {
    assert.equal(
      shippedOthers().some((other) => states.some((state) => state.id === other.id)),
      false,
    )
    assert.equal(shippedOthers().find((other) => other.id === 'european-union')?.kind, 'organisation')
  })
})

describe('files of actors', () => {
  it('may bring their tiles along, as a fictional world does', () => {
    const [state] = readText(
      'actor_id,kind,name_en,name_mn,tile_column,tile_row,aliases\nXAX,state,Arvonia,Арвони,3,4,Arv | The Arv\n',
    )
    assert.deepEqual([state?.tileColumn, state?.tileRow, state?.aliases], [3, 4, ['Arv', 'The Arv']])
    assert.equal(state?.names.mn?.short, 'Арвони')
  })

  const refusals = [
    [
      'an id twice',
      'actor_id,kind,name_en\nXAX,state,Arvonia\nXAX,state,Belmora\n',
      /line|Already taken in line 2/,
    ],
    [
      'two on one tile',
      'actor_id,kind,name_en,tile_column,tile_row\nXAX,state,A,1,1\nXBX,state,B,1,1\n',
      /Already taken in line 2/,
    ],
    ['an unknown kind', 'actor_id,kind,name_en\nXAX,planet,Arvonia\n', /Unknown value/],
    [
      'a tile that is no number',
      'actor_id,kind,name_en,tile_column,tile_row\nXAX,state,A,left,1\n',
      /no place on the grid/,
    ],
    ['no name', 'actor_id,kind,name_en\nXAX,state,\n', /empty/],
  ] as const
  for (const [what, text, message] of refusals) {
    it(`${what} is refused by line and cell`, () => {
      assert.throws(
        () => readText(text),
        (error) =>
          error instanceof Problem &&
          error.issues.every((issue) => issue.line! > 1) &&
          message.test(error.issues[0]!.message),
      )
    })
  }
})
