// What a scaffold guesses of an indicator of a pledge: what it counts, how many, how often, by when, for whom.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { guessIndicator, speaksOf } from '../../src/indicators/pledge-guess.ts'

describe('an indicator of a pledge', () => {
  const cases: [text: string, kind: string | undefined, gte: number | undefined, per: 'year' | 'once'][] = [
    ['Existence of the four-year Action Plan with concrete timelines.', 'national-plan', 1, 'once'],
    ['2 working group meetings per year on the recommendations.', 'working-group-meeting', 2, 'year'],
    [
      '3 events involving a mix of officials, officers, and youth conducted annually.',
      'dissemination-event',
      3,
      'year',
    ],
    [
      'Number of (1) annual meetings or events to discuss achievements and challenges.',
      'review-meeting',
      1,
      'year',
    ],
    ['At least five training courses for officers.', 'dissemination-event', 5, 'once'],
    ['4 réunions du groupe de travail par an.', 'working-group-meeting', 4, 'year'],
    ['Une réunion annuelle de bilan sur les acquis et les difficultés.', 'review-meeting', 1, 'year'],
    ['Existence d’un plan de travail assorti d’un calendrier.', 'national-plan', 1, 'once'],
    ['Al menos 2 talleres cada año para los jueces.', 'dissemination-event', 2, 'year'],
    ['Наличие плана с конкретными сроками.', 'national-plan', 1, 'once'],
    ['Не менее 3 мероприятий ежегодно.', 'dissemination-event', 3, 'year'],
    ['4 заседания рабочей группы в год.', 'working-group-meeting', 4, 'year'],
    ['Ажлын хэсгийн хурал жилд 2 удаа.', 'working-group-meeting', 2, 'year'],
    ['Жил бүр 3-аас доошгүй арга хэмжээ.', 'dissemination-event', 3, 'year'],
    ['Тодорхой хугацаа бүхий төлөвлөгөөтэй байх.', 'national-plan', 1, 'once'],
    ['The water of every river is clean.', undefined, undefined, 'once'],
    // Number words, and how many times.
    ['Ажлын хэсгийн хурал жилд хоёроос доошгүй удаа.', 'working-group-meeting', 2, 'year'],
    ['Жилд гурваас доошгүй сургалт.', 'dissemination-event', 3, 'year'],
    ['Жилд нэг удаа хэлэлцүүлэг, сургалт.', 'dissemination-event', 1, 'year'],
    ['Events held twice a year', 'dissemination-event', 2, 'year'],
    ['A meeting of the committee once a year.', 'body-meeting', 1, 'year'],
    ['Des ateliers, trois fois par an.', 'dissemination-event', 3, 'year'],
    ['Au moins deux réunions de la commission par an', 'body-meeting', 2, 'year'],
    ['Al menos tres talleres cada año.', 'dissemination-event', 3, 'year'],
    ['Не менее двух заседаний рабочей группы в год.', 'working-group-meeting', 2, 'year'],
    ['Семинары дважды в год.', 'dissemination-event', 2, 'year'],
    ['No fewer than 4 events each year.', 'dissemination-event', 4, 'year'],
    ['3 events a year with at least 30 participants each.', 'dissemination-event', 3, 'year'],
    ['At least 5 training sessions a year, with a varied public.', 'dissemination-event', 5, 'year'],
    // A limit above, a share, a term or a number of persons is nothing to be reached in records.
    ['No more than three events a year', 'dissemination-event', undefined, 'year'],
    ['Au plus deux ateliers par an.', 'dissemination-event', undefined, 'year'],
    ['Не более трёх мероприятий в год.', 'dissemination-event', undefined, 'year'],
    ['Within 12 months, hold an event', 'dissemination-event', undefined, 'once'],
    ['30 participants at each event', 'dissemination-event', undefined, 'once'],
    ['At least 80% of events reach youth', 'dissemination-event', undefined, 'once'],
    ['Three events in 2025 and five events in 2026', 'dissemination-event', undefined, 'once'],
    ['Working group meetings are held regularly', 'working-group-meeting', undefined, 'once'],
    ['Number of events held for journalists', 'dissemination-event', undefined, 'once'],
    ['Events for two groups of audience.', 'dissemination-event', undefined, 'once'],
  ]
  for (const [text, kind, gte, per] of cases)
    it(text, () => {
      const guess = guessIndicator(text)
      assert.deepEqual([guess.kind, guess.gte, guess.per], [kind, gte, per])
    })

  it('names the day by which something is to be there once', () => {
    for (const text of [
      'A study published by the end of 2027.',
      'Une étude publiée avant fin 2027.',
      'Un estudio publicado antes de finales de 2027.',
      'Исследование, опубликованное до конца 2027 года.',
      'Судалгааг 2027 оны эцэс гэхэд хэвлэн нийтэлсэн байх.',
    ]) {
      const { kind, gte, per, deadline } = guessIndicator(text)
      assert.deepEqual([kind, gte, per, deadline?.by], ['study', 1, 'once', '2027-12-31'], text)
    }
    assert.equal(guessIndicator('3 events a year until the end of 2027.').deadline, undefined)
    assert.equal(guessIndicator('A plan adopted in 2027.').deadline, undefined)
  })

  it('names its last day in each language: "by" takes the whole of it in, "before" ends the day before', () => {
    const days: [text: string, by: string | undefined][] = [
      ['A study is published by March 2027.', '2027-03-31'],
      ['A study published before 2028.', '2027-12-31'],
      ['A plan adopted in the first half of 2026.', '2026-06-30'],
      ['A plan adopted no later than June 30, 2027.', '2027-06-30'],
      ['No fewer than 5 workshops by 2028.', '2028-12-31'],
      ['A plan adopted by mid-2027.', '2027-06-30'],
      ['Une étude publiée au plus tard le 1er mars 2027.', '2027-03-01'],
      ['Un plan adopté au premier semestre 2027, d’ici à juin 2027.', '2027-06-30'],
      ['Un plan aprobado antes del 30 de junio de 2026.', '2026-06-29'],
      ['Un estudio publicado a más tardar en febrero de 2028.', '2028-02-29'],
      ['План, утверждённый не позднее 30 июня 2026 года.', '2026-06-30'],
      ['Исследование, опубликованное в первом полугодии 2027 года.', '2027-06-30'],
      ['Төлөвлөгөөг 2026 оны 6 дугаар сарын 30-ны дотор батална.', '2026-06-30'],
      ['Судалгааг 2027 оны 3 сараас өмнө нийтэлнэ.', '2027-02-28'],
      // A day that is none, and one that says only when something is.
      ['A study published by 31 February 2027.', undefined],
      ['A workshop in May 2027.', undefined],
    ]
    for (const [text, by] of days) assert.equal(guessIndicator(text).deadline?.by, by, text)
  })

  it('comes again by the quarter or half-year, or less often than a target can say', () => {
    const often: [text: string, gte: number | undefined][] = [
      ['Quarterly meetings of the working group.', 4],
      ['Two meetings of the working group each quarter.', 8],
      ['The joint group meets every six months.', 2],
      ['Twice-yearly meetings of the commission.', 2],
      ['Réunions mensuelles de la commission.', 12],
      ['Una reunión de la comisión cada semestre.', 2],
      ['Ежеквартальные заседания комиссии.', 4],
      ['Улирал бүр ажлын хэсгийн хурал.', 4],
      ['At least one event every two years.', undefined],
      ['Un atelier tous les deux ans.', undefined],
    ]
    for (const [text, gte] of often) assert.equal(guessIndicator(text).gte, gte, text)
    assert.deepEqual(guessIndicator('At least one event every two years.').unread, ['every two years'])
  })

  it('asks for the lower number of a range', () => {
    for (const [text, gte] of [
      ['One to two seminars per year.', 1],
      ['3-5 workshops a year.', 3],
      ['Entre dos y cuatro talleres cada año.', 2],
      ['2 à 3 ateliers par an.', 2],
      ['От двух до четырёх семинаров в год.', 2],
    ] as const) {
      const guess = guessIndicator(text)
      assert.deepEqual([guess.gte, guess.per, guess.unread], [gte, 'year', []], text)
      assert.ok(text.includes(guess.range!), text)
    }
  })

  it('says what of its words was not read', () => {
    assert.deepEqual(
      guessIndicator('Tres cursos al año, con un mínimo de 25 participantes cada uno.').unread,
      ['con un mínimo de 25 participantes cada uno'],
    )
    assert.deepEqual(guessIndicator('80% of workshops reach women.').unread, ['80% of workshops reach women'])
    assert.deepEqual(guessIndicator('2 working group meetings per year on it.').unread, [])
  })

  it('loses no number: each is in the target, in its last day, or told as not read', () => {
    const number = fc.integer({ min: 2, max: 999 }).map(String)
    const year = fc.integer({ min: 2025, max: 2040 }).map(String)
    const piece = fc.oneof(
      number.map((n) => `${n} workshops`),
      number.map((n) => `with ${n} participants each`),
      number.map((n) => `in ${n} schools`),
      fc.integer({ min: 1, max: 100 }).map((n) => `of which ${n}% for women`),
      year.map((y) => `by ${y}`),
      year.map((y) => `in ${y}`),
      fc.constantFrom('a year', 'each quarter', 'every two years', 'for officers'),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(' ', ', '),
        (pieces, joint) => {
          const text = pieces.join(joint)
          const guess = guessIndicator(`Training events: ${text}.`)
          for (const said of text.match(/\d+/g) ?? []) {
            const isAim = guess.gte !== undefined && guess.gte % Number(said) === 0
            const isDay = guess.deadline?.words.includes(said)
            const isTold = guess.unread.some((one) => one.includes(said))
            assert.ok(isAim || isDay || isTold, `${said} of "${text}": ${JSON.stringify(guess)}`)
          }
        },
      ),
    )
  })

  it('is measured by the action that sets up what meets, or holds what is held', () => {
    assert.ok(speaksOf('Créer une commission interinstitutionnelle.', 'body-meeting'))
    assert.ok(speaksOf('Organiser des formations pour les enseignants.', 'dissemination-event'))
    assert.ok(!speaksOf('Ажлын хэсэг байгуулж, жилд хоёр удаа хуралдана.', 'body-meeting'))
    assert.ok(speaksOf('Жил бүр тойм хурал хийнэ.', 'review-meeting'))
    assert.equal(guessIndicator('Жилд нэг удаа тойм хурал хийсэн байх.').kind, 'review-meeting')
  })

  it('lists its groups of audience, and says whether it asks for a mix of them', () => {
    const english = guessIndicator(
      '3 events involving a mix of officials, armed forces, and youth conducted annually.',
    )
    assert.deepEqual([english.mix, english.audience], [true, ['officials', 'armed forces', 'youth']])
    const french = guessIndicator(
      '2 formations par an pour un public varié : les équipages, les écoles et les sauveteurs.',
    )
    assert.deepEqual([french.mix, french.audience], [true, ['équipages', 'écoles', 'sauveteurs']])
    assert.deepEqual(guessIndicator('3 events for schools.').audience, [])
    for (const [text, groups] of [
      [
        'Three events a year for a mixed audience of boat crews, teachers and lawyers.',
        ['boat crews', 'teachers', 'lawyers'],
      ],
      [
        'Tres eventos anuales para un público mixto: jueces, academia y jóvenes.',
        ['jueces', 'academia', 'jóvenes'],
      ],
      [
        '3 мероприятия в год для разной аудитории: юристы, учителя и молодёжь.',
        ['юристы', 'учителя', 'молодёжь'],
      ],
    ] as const) {
      const guess = guessIndicator(text)
      assert.deepEqual([guess.mix, guess.audience], [true, groups], text)
    }
    const listed = guessIndicator('Багш, хуульч, залуучууд оролцсон 3 арга хэмжээ жил бүр.')
    assert.deepEqual([listed.mix, listed.audience], [false, ['Багш', 'хуульч', 'залуучууд']])
    const bracketed = guessIndicator(
      '3 formations par an, pour un public varié (agents des frontières, enseignants, journalistes).',
    )
    assert.deepEqual(bracketed.audience, ['agents des frontières', 'enseignants', 'journalistes'])
    assert.deepEqual(guessIndicator('3 events (two in spring, one in autumn).').audience, [])
  })
})

it('a long list of groups in brackets is read at once, closed or not', () => {
  const groups = Array.from({ length: 40 }, (_, i) => `group ${String.fromCharCode(97 + (i % 26))}${i}`)
  const began = performance.now()
  const closed = guessIndicator(`Number of events a year for a mixed audience (${groups.join(', ')})`)
  assert.equal(closed.audience.length, 40)
  for (const end of ['', ', teachers (all levels))', `, ${'a very long entry '.repeat(5)})`])
    guessIndicator(`Number of events a year for a mixed audience (${groups.join(', ')}${end}`)
  assert.ok(performance.now() - began < 1000)
})
