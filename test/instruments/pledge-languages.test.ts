// Pledges of the genre, headings in one language and bodies in another: in lettered parts, with indicators for the whole.
// All invented.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { importPlan } from '../../src/instruments/import.ts'
import { languageBeside, languageOf } from '../../src/instruments/language.ts'
import { writePlan } from '../../src/instruments/write.ts'

const headings = {
  en: [
    'A) Objectives of the pledge:',
    'B) Action plan:',
    'C) Indicators for measuring progress:',
    'D) Resource implications:',
  ],
  fr: [
    'A) Objectifs de l’engagement :',
    'B) Plan d’action :',
    'C) Indicateurs de progrès :',
    'D) Incidences financières :',
  ],
  es: [
    'A) Objetivos del compromiso:',
    'B) Plan de acción:',
    'C) Indicadores para medir los avances:',
    'D) Recursos necesarios:',
  ],
  ru: ['А) Цели обязательства:', 'Б) План действий:', 'В) Показатели для оценки прогресса:', 'Г) Ресурсы:'],
  mn: [
    'А) Амлалтын зорилго:',
    'Б) Үйл ажиллагааны төлөвлөгөө:',
    'В) Ахиц дэвшлийг хэмжих шалгуур үзүүлэлт:',
    'Г) Нөөцийн хэрэгцээ:',
  ],
}
type Body = { title: string; objective: string; actions: string[]; indicators: string[]; resources: string }
const bodies: Record<keyof typeof headings, Body> = {
  en: {
    title: 'CLEARER SIGNS ON RIVERS',
    objective: 'The Government of Averland and the Averland Red Cross pledge to mark every ford.',
    actions: ['Draw up a three-year plan for the fords.', 'Hold events for the schools.'],
    indicators: [
      'Existence of the plan with timelines.',
      '4 meetings of the working group per year.',
      'At least 2 events organised annually for schools.',
    ],
    resources: 'The parties will make efforts to find the funds.',
  },
  fr: {
    title: 'DES SIGNAUX PLUS CLAIRS SUR LES RIVIÈRES',
    objective:
      'Le Gouvernement de l’Averland et la Croix-Rouge de l’Averland s’engagent à signaler chaque gué.',
    actions: ['Élaborer un plan triennal pour les gués.', 'Organiser des événements pour les écoles.'],
    indicators: [
      'Existence d’un plan assorti d’un calendrier.',
      '4 réunions du groupe de travail par an.',
      'Au moins 2 événements organisés chaque année pour les écoles.',
    ],
    resources: 'Les parties s’efforceront de trouver les fonds.',
  },
  es: {
    title: 'SEÑALES MÁS CLARAS EN LOS RÍOS',
    objective: 'El Gobierno de Averland y la Cruz Roja de Averland se comprometen a señalar cada vado.',
    actions: ['Elaborar un plan trienal para los vados.', 'Organizar eventos para las escuelas.'],
    indicators: [
      'Existencia de un plan con plazos.',
      '4 reuniones del grupo de trabajo al año.',
      'Al menos 2 eventos organizados cada año para las escuelas.',
    ],
    resources: 'Las partes procurarán encontrar los fondos.',
  },
  ru: {
    title: 'БОЛЕЕ ЯСНЫЕ ЗНАКИ НА РЕКАХ',
    objective: 'Правительство Аверланда и Красный Крест Аверланда обязуются обозначить каждый брод.',
    actions: ['Разработать трёхлетний план.', 'Проводить мероприятия для школ.'],
    indicators: [
      'Наличие плана с конкретными сроками.',
      '4 заседания рабочей группы в год.',
      'Не менее 2 мероприятий ежегодно для школ.',
    ],
    resources: 'Стороны постараются найти необходимые средства.',
  },
  mn: {
    title: 'ГОЛ МӨРНИЙ ТЭМДГИЙГ ТОДОРХОЙ БОЛГОХ',
    objective:
      'Аверландын Засгийн газар, Аверландын Улаан загалмайн нийгэмлэг гарам бүрийг тэмдэглэхээ амлаж байна.',
    actions: [
      'Гурван жилийн төлөвлөгөө боловсруулах.',
      'Сургуулиудад зориулсан арга хэмжээ зохион байгуулах.',
    ],
    indicators: [
      'Тодорхой хугацаа бүхий төлөвлөгөөтэй байх.',
      'Ажлын хэсгийн хурал жилд 4 удаа.',
      'Жил бүр сургуулиудад зориулсан 2-оос доошгүй арга хэмжээ.',
    ],
    resources: 'Талууд санхүүжилт олохыг хичээнэ.',
  },
}
type Tag = keyof typeof headings
const tags = Object.keys(headings) as Tag[]

const pledge = (of: (part: number) => Tag, body: Tag, bullet: string): string => {
  const { title, objective, actions, indicators, resources } = bodies[body]
  const list = (texts: string[]) => texts.map((text) => `${bullet} ${text}`)
  const heading = (part: number) => headings[of(part)][part]!
  return [
    ...[title, '', heading(0), objective],
    ...[heading(1), ...list(actions), heading(2), ...list(indicators), heading(3), resources, ''],
  ].join('\n')
}

const seen = (text: string) => {
  const plan = importPlan(text, 'pledge.txt')
  return {
    title: plan.title,
    sections: plan.sections.length,
    objective: plan.sections[0]?.paragraphs.map((one) => one.text),
    actions: plan.actions.map((one) => one.text),
    indicators: plan.indicators.map((one) => [one.id, one.unit, one.text]),
    resources: plan.sections.at(-1)?.paragraphs.map((one) => one.text),
    unplaced: plan.unplaced,
  }
}

const expected = (body: Tag) => {
  const { title, objective, actions, indicators, resources } = bodies[body]
  const units = ['yes/no', 'number', 'number']
  return {
    ...{ title, sections: 4, objective: [objective], actions },
    indicators: indicators.map((text, i) => [`C${i + 1}`, units[i], text]),
    ...{ resources: [resources], unplaced: [] },
  }
}

describe('a pledge in lettered parts', () => {
  for (const of of tags)
    it(`is read with headings in ${of} and its body in any language`, () => {
      for (const body of tags)
        assert.deepEqual(seen(pledge(() => of, body, '·')), expected(body), `${of}, ${body}`)
    })

  it('is read whatever language each heading is in, and gives its text back', () =>
    fc.assert(
      fc.property(
        fc.tuple(...[0, 1, 2, 3].map(() => fc.constantFrom(...tags))),
        fc.constantFrom(...tags),
        fc.constantFrom('·', '-', '•'),
        (of, body, bullet) => {
          const text = pledge((part) => of[part]!, body, bullet)
          assert.deepEqual(seen(text), expected(body))
          assert.equal(writePlan(importPlan(text, 'pledge.txt')), text)
        },
      ),
      { numRuns: 60 },
    ))

  it('that says each thing in two languages promises it once, with the other words beside', () => {
    const text = `CLEARER SIGNS

A) Objectives of the pledge / Амлалтын зорилго

The Government of Averland pledges to mark every ford in the country.

B) Action plan / Үйл ажиллагааны төлөвлөгөө

- Draw up a plan for the marking of the fords.
- Гарам тэмдэглэх гурван жилийн төлөвлөгөө боловсруулах.
- Hold events for the schools of the country.
- Сургуулиудад зориулсан арга хэмжээ зохион байгуулах.

C) Indicators for measuring progress / Үзүүлэлт

- 4 meetings of the working group per year.
- Ажлын хэсгийн хурал жилд 4 удаа хийсэн байх.
`
    const plan = importPlan(text, 'pledge.txt')
    assert.deepEqual(
      plan.actions.map(({ id, text: words, translations }) => [id, words, translations]),
      [
        [
          '1',
          'Draw up a plan for the marking of the fords.',
          [{ language: 'mn', text: 'Гарам тэмдэглэх гурван жилийн төлөвлөгөө боловсруулах.', line: 10 }],
        ],
        [
          '2',
          'Hold events for the schools of the country.',
          [{ language: 'mn', text: 'Сургуулиудад зориулсан арга хэмжээ зохион байгуулах.', line: 12 }],
        ],
      ],
    )
    assert.deepEqual(
      plan.indicators.map(({ id, translations }) => [id, translations?.length]),
      [['C1', 1]],
    )
    assert.equal(writePlan(plan), text)
  })
})

describe('the language of a text', () => {
  it('is told by its words, and not where they do not tell', () => {
    for (const tag of tags) assert.equal(languageOf(bodies[tag].objective), tag)
    assert.equal(languageOf('يتعهد الطرفان بإيجاد الوسائل'), 'ar')
    assert.equal(languageOf('Quorr, Tavel'), undefined)
    assert.equal(languageOf('2026'), undefined)
  })

  it('is the document’s where that is one that is not told apart here', () => {
    assert.equal(
      languageBeside('O Governo compromete-se a marcar cada vau do rio para as escolas.', 'pt'),
      'pt',
    )
    assert.equal(languageBeside(bodies.fr.objective, 'en'), 'fr')
    assert.equal(languageBeside('Quorr', 'mn'), 'mn')
  })
})
