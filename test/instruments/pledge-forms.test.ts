// Pledges of other forms: their titles, those in two languages, those with labels. All invented.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importPlan } from '../../src/instruments/import.ts'
import { readPledge as read } from './pledge-read.ts'

describe('the title of a pledge', () => {
  const titled = (head: string) =>
    importPlan(
      `${head}\n\nA) Objectives\nTo mark.\nB) Action plan\n- Mark the fords.\nC) Indicators\n- Marked.\n`,
      'x.txt',
    ).title

  it('is no line on who pledges, where it was filed or where one is on a web page', () => {
    assert.equal(
      titled(
        '12IC/26/P.7      Original: English\n\nSAFER FORDS\nIN AVERLAND\n\nOpen pledge presented by the Government of Averland, the Averland Red\nCross and the Government of Tavel',
      ),
      'SAFER FORDS IN AVERLAND',
    )
    assert.equal(
      titled('A pledge of the Government of Averland\nand of the Averland Red Cross\non\n\nSAFER FORDS'),
      'SAFER FORDS',
    )
    assert.equal(titled('Home > Pledges\n\nSafer fords'), 'Safer fords')
    assert.equal(
      titled('Safer fords\n\nSubmitted by: Averland; Tavel\n34th International Conference'),
      'Safer fords',
    )
    assert.equal(
      titled('Joint pledge by Averland and Tavel: safer fords'),
      'Joint pledge by Averland and Tavel: safer fords',
    )
  })
})

describe('a pledge that says each thing twice', () => {
  const twice = (mark: string, second: string) => `A) Objectives of the pledge: / Objectifs de l'engagement:

Averland pledges to mark the fords.

B) Action plan: / Plan d'action:

${mark}To mark the fords by the end of 2028.
${mark}Marquer les gués avant fin 2028.

${mark}To hold four seminars per year for the crews.
${mark}Organiser quatre séminaires par an pour les équipages.

C) Indicators for measuring progress: / Indicateurs de mesure des progrès:

${mark}Fords marked.
${mark}Gués marqués.

${mark}Four seminars held.
${mark}${second}

D) Resource implications: / Ressources:
`

  it('has each once, with bullets or without, where short texts do not tell their language too', () => {
    for (const mark of ['- ', '']) {
      const { plan, said } = read(twice(mark, 'Quatre séminaires organisés par an.'))
      assert.deepEqual(
        [...plan.actions, ...plan.indicators].map(({ text, translations }) => [
          text,
          translations?.map((one) => `${one.language}: ${one.text}`),
        ]),
        [
          ['To mark the fords by the end of 2028.', ['fr: Marquer les gués avant fin 2028.']],
          [
            'To hold four seminars per year for the crews.',
            ['fr: Organiser quatre séminaires par an pour les équipages.'],
          ],
          ['Fords marked.', ['fr: Gués marqués.']],
          ['Four seminars held.', ['fr: Quatre séminaires organisés par an.']],
        ],
      )
      assert.equal(said.filter((kind) => kind === 'said-twice').length, 2)
    }
  })

  it('loses none of a list that no text shows to be in the second language', () => {
    const { plan } = read(twice('- ', 'Seminars of the crews held in the four ports.'))
    assert.equal(plan.indicators.length, 4)
  })
})

describe('the parts of a pledge that is a form', () => {
  it('stand below words alone, each thing after a label of its own', () => {
    const { title, parts, actions, indicators } = read(
      'Specific Pledge\n\nTitle of pledge: Safe fords\nName of pledging entity: Government of Averland\n\nObjectives\n\nTo mark fords.\n\nPlanned activities\n\n1) Mark ten fords\n2) Train crews\n\nExpected results and indicators\n\n1) Ten fords marked\n2) 200 crews trained\n\nBudget\n\nNone\n',
    )
    assert.equal(title, 'Safe fords')
    assert.deepEqual(parts, ['Objectives', 'Planned activities', 'Expected results and indicators', 'Budget'])
    assert.deepEqual([actions.length, indicators.length], [2, 2])
  })

  it('may say "Action 1:" and "Indicator 1:", and count parts beside the main ones', () => {
    const labelled = read(
      'Clean wells\n\nObjectives:\nClean water.\n\nActions:\nAction 1: Dig wells\nAction 2: Test water\n\nIndicators:\nIndicator 1: 20 wells dug by 2027\nIndicator 2: Water tested twice a year\n\nResources: none.\n',
    )
    assert.deepEqual(labelled.actions, [
      ['1', 'Dig wells'],
      ['2', 'Test water'],
    ])
    assert.deepEqual(
      labelled.indicators.map(([, words]) => words),
      ['20 wells dug by 2027', 'Water tested twice a year'],
    )
    const counted = read(
      'GUÉS SÛRS\n\n1 – Contexte\nLes crues augmentent.\n2 – Objectifs\nProtéger les riverains.\n3 – Activités\n3.1 Former les équipes\n3.2 Équiper les postes\n4 – Indicateurs\n4.1 Équipes formées\n5 – Moyens\nAucun.\n6 – Suivi\nRapport annuel.\n',
    )
    assert.deepEqual(counted.parts, ['Contexte', 'Objectifs', 'Activités', 'Indicateurs', 'Moyens', 'Suivi'])
  })

  it('has a line that leads to some of the items as a paragraph, and no more of the item before it', () => {
    const { actions, plan } = read(
      'SAFE FORDS\n\nA. Objectives\nTo mark.\nB. Action plan\nFor the forces:\n• train drivers\n• inspect boats\nFor schools:\n• teach children\n  – in towns\n  – in villages\nC. Indicators\n• drivers trained\n',
    )
    assert.deepEqual(
      actions.map(([, words]) => words),
      ['train drivers', 'inspect boats', 'teach children\n– in towns\n– in villages'],
    )
    assert.deepEqual(
      plan.sections[1]!.paragraphs.map(({ text }) => text),
      ['For the forces:', 'For schools:'],
    )
  })
})
