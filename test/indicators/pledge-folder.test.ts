// What a scaffold writes of a pledge: its rules with what they leave out, its parties, years and languages.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { partiesIn } from '../../src/indicators/pledge-parties.ts'
import { languageOfPlan, scaffoldPlan } from '../../src/indicators/scaffold.ts'
import { pledgeRulesYaml } from '../../src/indicators/scaffold-pledge.ts'
import { importPlan } from '../../src/instruments/import.ts'

describe('a rule guessed for a pledge', () => {
  const text = `Pledge of the Government of Ngwembari

A) Objectives
The Government of Ngwembari pledges to teach the signs of the river.
B) Action plan
· Draw up a plan of work by 30 June 2027.
· Hold workshops for crews.
C) Indicators
· Existence of a plan of work.
· 3 workshops a year with teachers, crews and lawyers, of 20 persons each.
`
  const rules = pledgeRulesYaml(importPlan(text, 'pledge.txt'), 'signs')

  it('tells what it leaves out: a last day in the action, groups without a word for a mix, a number', () => {
    assert.match(rules, /# not in the target: action \d says "by 30 June 2027" +# check: .*"by: 2027-06-30"/)
    assert.match(rules, /condition: true +# check: the text lists groups/)
    assert.match(rules, /# not read: "of 20 persons each" +# check:/)
    assert.doesNotThrow(() => parse(rules))
  })
})

describe('the folder of a pledge', () => {
  const text = `DES SIGNAUX SUR LES RIVIÈRES

A) Objectives of the pledge:
Le Gouvernement de Ngwembari et la Société nationale de Ngwembari s’engagent, de 2026 à 2028, à faire connaître l’emblème.
B) Action plan:
· Adopter un plan de travail pour l’emblème.
C) Indicators for measuring progress:
· Existence d’un plan de travail assorti d’un calendrier.
· La qualité de l’eau dans les rivières.
D) Resource implications:
Les deux parties s’efforceront de trouver les moyens nécessaires.
`
  const plan = importPlan(text, 'pledge.txt')
  const files = scaffoldPlan(plan, {
    ...{ name: 'signs', textFile: 'signs.txt', sha256: 'a'.repeat(64), today: '2026-02-01' },
    ...{ language: languageOfPlan(plan)!, kind: 'pledge' },
  })

  it('has its parties, its years and the languages of its parts', () => {
    const yaml = files.get('signs.yaml')!
    assert.match(yaml, /^ {2}language: fr /m)
    assert.match(yaml, /- name: "Gouvernement de Ngwembari"/)
    assert.match(yaml, /- name: "Société nationale de Ngwembari"/)
    assert.match(yaml, /years: \[2026, 2027, 2028\]/)
    assert.equal(yaml.match(/^ {4}language: en$/gm)?.length, 4)
  })

  it('marks headings of another language than the text below them', () => {
    const other = text
      .replace('A) Objectives of the pledge', 'A) Objectifs de l’engagement')
      .replace('B) Action plan', 'B) Plan d’action')
      .replace('C) Indicators for measuring progress', 'C) Indicateurs de suivi')
      .replace('D) Resource implications', 'D) Ressources nécessaires')
      .replace(/^Le Gouvernement.*$/m, 'The parties will make the emblem known in the schools.')
    const yaml = scaffoldPlan(importPlan(other, 'pledge.txt'), {
      ...{ name: 'signs', textFile: 'signs.txt', sha256: 'a'.repeat(64), today: '2026-02-01' },
      ...{ language: 'en', kind: 'pledge' },
    }).get('signs.yaml')!
    const { sections } = parse(yaml)
    assert.deepEqual(
      sections.map(({ language }: { language?: string }) => language),
      ['fr', 'fr', 'fr', 'fr'],
    )
    assert.equal(sections[0].paragraphs[0].language, undefined)
  })

  it('has a rule where the words tell what is counted, and says where they do not', () => {
    const rules = files.get('signs.rules.yaml')!
    assert.match(
      rules,
      /records: national-plan, where: \{actor: \{in: \$parties\}, withTimelines: true, instrument: \{notOnly: \$otherInstruments\}\}/,
    )
    assert.match(rules, /# C2: no rule could be guessed {2}# check:/)
    assert.match(files.get('data/coverage.csv')!, /^national-plan,,2026-01-01,,complete,,\r?$/m)
  })

  it('aims at nothing where the words name no number, and keeps words of several lines as remarks', () => {
    const lettered = text.replace(
      '· La qualité de l’eau dans les rivières.',
      '· Events held for:\n  (a) schools;\n  (b) the press.\n· No more than three events a year.',
    )
    const rules = pledgeRulesYaml(importPlan(lettered, 'pledge.txt'), 'signs')
    assert.match(rules, /^ {2}# \(a\) schools;$/m)
    const read = parse(rules).rules
    assert.deepEqual(Object.keys(read), ['C1', 'C2', 'C3'])
    assert.deepEqual([read.C1.target.gte, read.C2.target, read.C3.target], [1, undefined, undefined])
    assert.equal(rules.match(/# target: \{gte: NUMBER, per: \w+\} {2}# check: /g)?.length, 2)
  })

  it('has the years that stand in the text, and says where it found none', () => {
    const years = (said: string) =>
      scaffoldPlan(importPlan(text.replace('de 2026 à 2028', said), 'pledge.txt'), {
        ...{ name: 'signs', textFile: 'signs.txt', sha256: 'a'.repeat(64), today: '2026-02-01' },
        ...{ language: 'fr', kind: 'pledge' },
      }).get('signs.yaml')!
    for (const said of [
      'between 2026 and 2028',
      'entre 2026 et 2028',
      'entre 2026 y 2028',
      'от 2026 до 2028',
    ])
      assert.match(years(said), /years: \[2026, 2027, 2028\].*/, said)
    assert.match(years('bientôt'), /from: 2026-01-01 {2}# check: no first and last year was found/)
  })

  it('finds who pledges in the languages of the genre', () => {
    const named = (paragraph: string) =>
      partiesIn(importPlan(text.replace(/^Le Gouvernement.*$/m, paragraph), 'pledge.txt')).map(
        ({ name }) => name,
      )
    assert.deepEqual(
      named('The Government of Averland and the Averland Red Cross Society jointly pledge to do it.'),
      ['Government of Averland', 'Averland Red Cross Society'],
    )
    assert.deepEqual(named('El Gobierno de Averland y la Cruz Roja de Averland se comprometen a hacerlo.'), [
      'Gobierno de Averland',
      'Cruz Roja de Averland',
    ])
    assert.deepEqual(named('Аверландын Засгийн газар, Аверландын Улаан загалмайн нийгэмлэг амлаж байна.'), [
      'Аверландын Засгийн газар',
      'Аверландын Улаан загалмайн нийгэмлэг',
    ])
    assert.deepEqual(named('Somebody pledges to do it.'), [])
  })

  it('finds who pledges in the line below the title, and the title above it', () => {
    const read = (head: string) => {
      const whole = importPlan(text.replace('DES SIGNAUX SUR LES RIVIÈRES', head), 'pledge.txt')
      return [whole.title, ...partiesIn(whole).map(({ name }) => name)]
    }
    assert.deepEqual(
      read(
        'LE DROIT AUX FRONTIÈRES\n\nJoint pledge by the Government of Quorrela, the Government of Okuvanda and the Quorrela National Society',
      ),
      [
        'LE DROIT AUX FRONTIÈRES',
        'Government of Quorrela',
        'Government of Okuvanda',
        'Quorrela National Society',
      ],
    )
    assert.deepEqual(
      read(
        'LE DROIT DANS LES ÉCOLES\nET AUX FRONTIÈRES\n\nPrésenté par le Gouvernement d’Okuvanda et la Société nationale d’Okuvanda',
      ),
      [
        'LE DROIT DANS LES ÉCOLES ET AUX FRONTIÈRES',
        'Gouvernement d’Okuvanda',
        'Société nationale d’Okuvanda',
      ],
    )
    assert.deepEqual(
      read(
        'ЭРХ ЗҮЙГ СУРГУУЛЬД\n\nАмлалтыг Зираконда улсын Засгийн газар, Маронвессагийн Засгийн газар хамтран гаргав.',
      ),
      ['ЭРХ ЗҮЙГ СУРГУУЛЬД', 'Зираконда улсын Засгийн газар', 'Маронвессагийн Засгийн газар'],
    )
    // What stands alone above the text is its title, whoever it names.
    assert.deepEqual(read('Pledge by the Government of Quorrela')[0], 'Pledge by the Government of Quorrela')
  })

  it('keeps the letters of lists as the numbers of actions and indicators', () => {
    const lettered = importPlan(
      text
        .replace('· Adopter', '(a) Créer une commission.\n(b) Adopter')
        .replace('· Existence', 'a) Existence')
        .replace('· La qualité', 'b) La qualité'),
      'pledge.txt',
    )
    assert.deepEqual(
      lettered.actions.map(({ id, number }) => [id, number]),
      [
        ['a', 'a'],
        ['b', 'b'],
      ],
    )
    assert.deepEqual(
      lettered.indicators.map(({ id }) => id),
      ['C-a', 'C-b'],
    )
    assert.ok(!lettered.anomalies.some(({ kind }) => kind === 'action-without-number'))
    const cyrillic = importPlan(
      '1. Action plan\nа) Ажлын хэсэг байгуулна.\nб) Сургалт зохион байгуулна.\n2. Indicators\nа) Жилд 2 хурал.\nб) Жилд 3 сургалт.\n',
      'pledge.txt',
    )
    assert.deepEqual(
      [
        ...cyrillic.actions.map(({ id, number }) => `${id} ${number}`),
        ...cyrillic.indicators.map(({ id }) => id),
      ],
      ['a а', 'b б', '2-a', '2-b'],
    )
  })
})
