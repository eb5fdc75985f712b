import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { unitOf } from '../../src/instruments/unit.ts'

const cases: [string, string][] = [
  ['Percentage of State Parties that submit reports.', 'percentage'],
  ['The percentage of women participating.', 'percentage'],
  ['Per cent of area cleared', 'percentage'],
  ['% of schools reached', 'percentage'],
  ['80 % of schools reached', 'percentage'],
  ['Proportion of seats held by women', 'percentage'],
  ['Share of the budget spent', 'percentage'],
  ['Number of new ratifications/accessions to the Convention.', 'number'],
  ['The total number of survivors', 'number'],
  ['No. of teams', 'number'],
  ['# of teams', 'number'],
  ['Total area cleared', 'number'],
  ['2 working group meetings per year', 'number'],
  ['At least three events a year', 'number'],
  ['Number of (1) annual meetings or events', 'number'],
  ['Whether a law exists.', 'yes/no'],
  ['Existence of the four-year Action Plan', 'yes/no'],
  ['Is a focal point named?', 'yes/no'],
  ['A focal point is named (yes/no)', 'yes/no'],
  ['Pourcentage de zones dépolluées', 'percentage'],
  ['Nombre d’équipes', 'number'],
  ['Existence d’un registre', 'yes/no'],
  ['Número de equipos', 'number'],
  ['Доля очищенных районов', 'percentage'],
  ['Existe-t-il une école ? (oui/non)', 'yes/no'],
  ['Existe-t-il une école ?', 'yes/no'],
  ['¿Existe un registro? (sí/no)', 'yes/no'],
  ['¿Existe un registro?', 'yes/no'],
  ['Есть ли школа?', 'yes/no'],
  ['Сургууль байгаа юу?', 'yes/no'],
  ['How many schools are there?', 'number'],
  ['Combien y a-t-il d’écoles ?', 'number'],
  ['¿Cuántas escuelas hay?', 'number'],
  ['Сколько школ?', 'number'],
  ['Quelle proportion des écoles ?', 'percentage'],
  ['What stands in the way?', 'other'],
  ['Progress made in training', 'other'],
  ['Totally new forms of help', 'other'],
]

describe('the unit of an indicator', () => {
  for (const [text, unit] of cases) it(`${text} → ${unit}`, () => assert.equal(unitOf(text), unit))
})
