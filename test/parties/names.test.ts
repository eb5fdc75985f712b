import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { shippedOthers, shippedStates } from '../../src/parties/actor.ts'
import { nameKey, resolveActor } from '../../src/parties/names.ts'

const states = shippedStates()

describe('names of States', () => {
  const named = [
    ['Bahamas (The)', 'BHS'],
    ['Bolivia (Plurinational State of)', 'BOL'],
    ['Plurinational State of Bolivia', 'BOL'],
    ['Türkiye', 'TUR'],
    ['Turkey', 'TUR'],
    ['Swaziland', 'SWZ'],
    ['Eswatini', 'SWZ'],
    ['Czech Republic', 'CZE'],
    ['Czechia', 'CZE'],
    ['The former Yugoslav Republic of Macedonia', 'MKD'],
    ['Cape Verde', 'CPV'],
    ["Côte d'Ivoire", 'CIV'],
    ['Cote d’Ivoire', 'CIV'],
    ['Ivory Coast', 'CIV'],
    ['Congo', 'COG'],
    ['Democratic Republic of the Congo', 'COD'],
    ['Congo (Democratic Republic of the)', 'COD'],
    ['Republic of Korea', 'KOR'],
    ['Korea, Republic of', 'KOR'],
    ["Democratic People's Republic of Korea", 'PRK'],
    ['Niger', 'NER'],
    ['Nigeria', 'NGA'],
    ['Dominica', 'DMA'],
    ['Dominican Republic', 'DOM'],
    ['Guinea', 'GIN'],
    ['Guinea-Bissau', 'GNB'],
    ['Equatorial Guinea', 'GNQ'],
    ['Papua New Guinea', 'PNG'],
    ['Federal Republic of Germany', 'DEU'],
    ['St. Lucia', 'LCA'],
    ['Saint Vincent & the Grenadines', 'VCT'],
    ['UKRAINE 10, 11', 'UKR'],
    ['Estonia¹', 'EST'],
    ['Serbia [9]', 'SRB'],
    ['Монголия', 'MNG'],
    ['Монгол', 'MNG'],
    ['蒙古', 'MNG'],
    ['منغوليا', 'MNG'],
    ['MNG', 'MNG'],
    ['MN', 'MNG'],
    ['Holy See', 'VAT'],
    ['Palestine', 'PSE'],
  ] as const
  for (const [name, id] of named) it(`"${name}" is ${id}`, () => assert.equal(resolveActor(name, states), id))

  const nobody = [
    'European Union',
    'Yugoslavia',
    'former Yugoslavia',
    'Serbia and Montenegro',
    'Czechoslovakia',
    'German Democratic Republic',
    'Union of Soviet Socialist Republics',
    'Korea',
    'Viet Nam (Republic of)',
    'China (Taiwan)',
    'Taiwan',
    'Kosovo',
    'Northern Ireland',
    'American Samoa',
    'Netherlands Antilles',
    'Republic',
    'The',
    'no',
    'to',
    '',
    '7',
  ]
  for (const name of nobody)
    it(`"${name}" names no State of today`, () => assert.equal(resolveActor(name, states), undefined))

  it('every name, formal name and alias of a State leads to it and to no other', () => {
    for (const state of states) {
      const names = Object.values(state.names).flatMap((name) => [name.short, name.formal ?? name.short])
      for (const name of [...names, ...state.aliases, state.iso2!, state.iso3!])
        assert.equal(resolveActor(name, states), state.id, name)
    }
  })

  it('no name of an organisation or a former State leads to a State', () => {
    for (const other of shippedOthers())
      for (const name of [...Object.values(other.names).map((one) => one.short), ...other.aliases])
        assert.equal(resolveActor(name, states), undefined, name)
  })

  it('case, spaces, accents, "the" and footnote marks never change whom a name means', () => {
    const disguise = fc.record({
      state: fc.constantFrom(...states),
      upper: fc.boolean(),
      bare: fc.boolean(),
      the: fc.boolean(),
      space: fc.constantFrom('', ' ', '\u00a0', '\t'),
      mark: fc.constantFrom('', '¹', ' 3', ' 4, 5', '*', ' [12]', '†'),
    })
    fc.assert(
      fc.property(disguise, ({ state, upper, bare, the, space, mark }) => {
        let name = state.names.en!.short
        if (bare) name = name.normalize('NFD').replace(/\p{M}/gu, '')
        if (upper) name = name.toUpperCase()
        if (the) name = `The ${name}`
        assert.equal(resolveActor(`${space}${name}${mark}${space}`, states), state.id)
      }),
    )
  })

  it('a word more or less names nobody, or the State whose name it then is', () => {
    const words = fc.constantFrom(
      'North',
      'South',
      'New',
      'former',
      'Democratic',
      'Republic',
      'Islands',
      'Union',
    )
    fc.assert(
      fc.property(fc.constantFrom(...states), words, (state, word) => {
        const name = `${word} ${state.names.en!.short}`
        const id = resolveActor(name, states)
        if (id === undefined) return
        const found = states.find((one) => one.id === id)!
        const names = Object.values(found.names).flatMap((one) => [one.short, one.formal ?? one.short])
        assert.ok(
          [...names, ...found.aliases].some((one) => nameKey(one) === nameKey(name)),
          `${name} → ${id}`,
        )
      }),
    )
  })

  it('any text at all is answered without fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const id = resolveActor(text, states)
        assert.ok(id === undefined || states.some((state) => state.id === id))
      }),
    )
  })
})
