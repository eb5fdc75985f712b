// Who pledges, in every form in which texts of the genre say it; helpers are none of them. States and Societies are invented.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periodOf } from '../../src/indicators/plan-period.ts'
import { readParties } from '../../src/indicators/pledge-parties.ts'
import { importPlan } from '../../src/instruments/import.ts'

const body =
  'A) Objectives of the pledge:\nTo mark the fords.\nB) Action plan:\n- Mark the fords.\nC) Indicators:\n- Fords are marked.\nD) Resources:\nNone.\n'
const partiesOf = (head: string, end = '', text = body) => {
  const { parties, line } = readParties(importPlan(`SAFE FORDS\n\n${head}\n\n${text}${end}`, 'x.txt'))
  return { names: parties.map(({ name }) => name), line }
}

test('all who pledge are read from the line that says who promised, in any language', () => {
  for (const [line, names] of [
    [
      'Joint pledge by the Government of Averland and the Averland Red Emblem Society',
      ['Government of Averland', 'Averland Red Emblem Society'],
    ],
    [
      'Open pledge presented by the Government of Averland, the Averland Red\nEmblem Society and the Government of Tavel',
      ['Government of Averland', 'Averland Red Emblem Society', 'Government of Tavel'],
    ],
    [
      'Submitted by: Government of Averland; Averland Red Cross; Government of Tavel',
      ['Government of Averland', 'Averland Red Cross', 'Government of Tavel'],
    ],
    [
      'Joint pledge by Averland, the Averland National Society, Tavel and the Tavel National Society',
      ['Averland', 'Averland National Society', 'Tavel', 'Tavel National Society'],
    ],
    [
      'A pledge of the Government of Averland\nand of the Averland Red Emblem Society\non',
      ['Government of Averland', 'Averland Red Emblem Society'],
    ],
    [
      'Joint pledge by the Government of Averland and the Averland Red Cross, 2026-2029',
      ['Government of Averland', 'Averland Red Cross'],
    ],
    [
      'Joint pledge by the Government of Bosnia and Herzegovina and the Averland Red Cross',
      ['Government of Bosnia and Herzegovina', 'Averland Red Cross'],
    ],
    [
      'Submitted by: Averland Red Cross, in cooperation with the Ministry of Boats of Averland',
      ['Averland Red Cross'],
    ],
    [
      'Présenté conjointement par le Gouvernement de l’Averland et la Croix-Rouge de l’Averland',
      ['Gouvernement de l’Averland', 'Croix-Rouge de l’Averland'],
    ],
    [
      'Engagement commun du Gouvernement de Tavel et de la Croix-Rouge de Tavel, en collaboration avec le Ministère des bateaux',
      ['Gouvernement de Tavel', 'Croix-Rouge de Tavel'],
    ],
    [
      'Promesa conjunta del Gobierno de Averland y de la Cruz Roja de Averland, 2026-2029',
      ['Gobierno de Averland', 'Cruz Roja de Averland'],
    ],
    [
      'Presentado por: Gobierno de Averland; Cruz Roja de Averland',
      ['Gobierno de Averland', 'Cruz Roja de Averland'],
    ],
    [
      'Представлено Правительством Аверланда и Красным Крестом Аверланда',
      ['Правительством Аверланда', 'Красным Крестом Аверланда'],
    ],
    [
      'Аверланд Улсын Засгийн газар, Аверландын Улаан бэлгийн нийгэмлэг хамтран гаргав',
      ['Аверланд Улсын Засгийн газар', 'Аверландын Улаан бэлгийн нийгэмлэг'],
    ],
    [
      'Аверланд Улсын Засгийн газар болон Аверландын Улаан загалмайн нийгэмлэг хамтран дэвшүүлэв.',
      ['Аверланд Улсын Засгийн газар', 'Аверландын Улаан загалмайн нийгэмлэг'],
    ],
    ['تعهد مشترك من حكومة أفرلاند وجمعية أفرلاند', ['حكومة أفرلاند', 'جمعية أفرلاند']],
    [
      'Submitted by:\nGovernment of Averland\nAverland Red Cross',
      ['Government of Averland', 'Averland Red Cross'],
    ],
  ] as const) {
    const read = partiesOf(line)
    assert.deepEqual(read.names, names, line)
    assert.equal(read.line, 3, line)
  }
})

test('those who signed are read from the list at the end, and whom the text has pledging where nothing else says so', () => {
  const helped = body.replace(
    '- Mark the fords.',
    'Averland Red Emblem Society, working together with the Ministry of Boats of Averland, will:\n- Mark the fords.',
  )
  assert.deepEqual(
    partiesOf(
      '',
      '\nSigned by\n\nAverland Red Emblem Society (National Society)\nGovernment of Averland (State)\n',
      helped,
    ).names,
    ['Averland Red Emblem Society', 'Government of Averland'],
  )
  for (const [sentence, names] of [
    ['Averland pledges to mark the fords.', ['Averland']],
    [
      'For the years 2026 - 2028, the Government of Averland and the Averland Red Emblem Society hereby pledge to mark them.',
      ['Government of Averland', 'Averland Red Emblem Society'],
    ],
    [
      'The Government of Averland, working together with the Ministry of Boats of Tavel, pledges to mark them.',
      ['Government of Averland'],
    ],
    ['We pledge to mark the fords.', []],
    ['Somebody pledges to mark the fords.', []],
  ] as const)
    assert.deepEqual(partiesOf('', '', body.replace('To mark the fords.', sentence)).names, names, sentence)
})

test('the years are read wherever the text says them, before its first part too', () => {
  const years = (head: string, text = body) => {
    const { from, until, stated } = periodOf(
      importPlan(`SAFE FORDS\n\n${head}\n\n${text}`, 'x.txt'),
      '2025-03-01',
    )
    return [from, until - 1, stated]
  }
  for (const said of [
    'Period: 2026-2029',
    'Joint pledge by Averland and Tavel, 2026–2029',
    'Duration: 1 January 2026 to 31 December 2029',
    'Duración: de enero de 2026 a diciembre de 2029',
    'Срок: с 2026 по 2029 год',
    'Хугацаа: 2026 оноос 2029 он хүртэл',
    'المدة: من 2026 إلى 2029',
  ])
    assert.deepEqual(years(said), [2026, 2029, true], said)
  assert.deepEqual(years('12IC/26/P.7'), [2025, 2029, false])
  assert.deepEqual(years('', body.replace('- Mark the fords.', '- Mark the fords from 2026 to 2027.')), [
    2026,
    2027,
    true,
  ])
})
