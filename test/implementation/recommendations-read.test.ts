// Recommendations out of documents and tables. All studies are invented.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { writeWorkbook } from '../../src/formats/xlsx.ts'
import { readColumnMap } from '../../src/implementation/recommendation-columns.ts'
import { readRecommendations } from '../../src/implementation/recommendations-read.ts'
import { Problem } from '../../src/problem.ts'
import { inList, level, para, rawDocx } from '../instruments/raw-docx.ts'

const fileOf = (name: string, content: string | Uint8Array) => ({ name, bytes: Buffer.from(content) })
const read = async (name: string, content: string | Uint8Array, asked = {}) => {
  const { recommendations, ...rest } = await readRecommendations(fileOf(name, content), asked)
  return { ...rest, recommendations: recommendations.map(({ place: _, ...one }) => one) }
}
const issuesOf = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (error) {
    if (error instanceof Problem) return error.issues
    throw error
  }
  return assert.fail('It was taken')
}

describe('recommendations in a document', () => {
  it('are its numbered paragraphs below the heading that says so, in groups, with their lines', async () => {
    const found = await read(
      'study.txt',
      `Study on water in Averland

I. Introduction

1. This study looked at the law.

II. Recommendations

They are addressed to the Government.

A. Law

1. The Government should protect the emblem of the
   water service by law.
2. The parliament should adopt a law on wells:
   (a) in towns;
   (b) in villages.

B. Training

3. Every officer should be trained.

III. Conclusions

4. This is none.
`,
    )
    assert.deepEqual(
      found.recommendations.map(({ number, group, text, locator }) => [number, group, text, locator]),
      [
        [
          '1',
          'Law',
          'The Government should protect the emblem of the water service by law.',
          'lines 13 to 14',
        ],
        [
          '2',
          'Law',
          'The parliament should adopt a law on wells:\n(a) in towns;\n(b) in villages.',
          'lines 15 to 17',
        ],
        ['3', 'Training', 'Every officer should be trained.', 'line 21'],
      ],
    )
    assert.deepEqual(found.unplaced, [{ at: 'line 9', text: 'They are addressed to the Government.' }])
    assert.deepEqual(found.outside, { heading: 'Recommendations', lines: 5 })
  })

  const worded: [language: string, heading: string, word: string, text: string][] = [
    [
      'en',
      'Recommendations',
      'Recommendation',
      'The Government should adopt a law for the protection of wells.',
    ],
    ['fr', 'Recommandations', 'Recommandation n°', 'Le Gouvernement devrait adopter une loi pour les puits.'],
    ['es', 'Recomendaciones', 'Recomendación', 'El Gobierno debería adoptar una ley para los pozos.'],
    ['ru', 'Рекомендации', 'Рекомендация', 'Правительству следует принять закон об охране колодцев.'],
    ['mn', 'Зөвлөмж', 'Зөвлөмж', 'Засгийн газар худгийг хамгаалах тухай хууль батлах нь зүйтэй.'],
  ]
  for (const [language, heading, word, text] of worded)
    it(`are headed by their word in ${language}, and their language is told`, async () => {
      const found = await read(
        'study.md',
        `# ${heading}\n\n## 1990\n\n**${word} 7:** ${text}\n\n${word} 8. ${text}\n`,
      )
      assert.deepEqual(
        found.recommendations.map((one) => [one.number, one.group, one.text, one.language]),
        [
          ['7', '1990', text, language],
          ['8', '1990', text, language],
        ],
      )
    })

  it('keep their own language where the document is in another', async () => {
    const found = await read(
      'study.txt',
      'Recommendations\n\n1. Le Gouvernement devrait adopter une loi pour les puits.\n2. Quorr, Tavel, Lorff.\n',
      { language: 'mn' },
    )
    assert.deepEqual(
      found.recommendations.map(({ language }) => language),
      ['fr', 'mn'],
    )
  })

  it('are the numbers Word counts, with their paragraphs; a paragraph of its own after them is listed', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const docx = rawDocx(
      [
        para('Recommendations', '<w:outlineLvl w:val="0"/>'),
        para('Adopt a law on wells.', inList(1)),
        para('Train every officer.', inList(1)),
        para('The authors thank all who helped.'),
      ].join(''),
      { numbering },
    )
    const found = await read('study.docx', docx)
    assert.deepEqual(
      found.recommendations.map(({ number, text, locator }) => [number, text, locator]),
      [
        ['1', 'Adopt a law on wells.', 'paragraph 2'],
        ['2', 'Train every officer.', 'paragraph 3'],
      ],
    )
    assert.deepEqual(found.unplaced, [{ at: 'paragraph 4', text: 'The authors thank all who helped.' }])
  })

  it('are the rows of its table, a row across it heading those below', async () => {
    const found = await read(
      'study.md',
      '| No. | Recommendation | Addressed to | Cost |\n|---|---|---|---|\n| Law | | | |\n| 1. | Adopt a law. | Ministry of Water; Parliament | 3 |\n| 2. | Repeal the old one. | | |\n',
    )
    assert.deepEqual(
      found.recommendations.map(({ number, group, text, addressedTo }) => [number, group, text, addressedTo]),
      [
        ['1', 'Law', 'Adopt a law.', ['Ministry of Water', 'Parliament']],
        ['2', 'Law', 'Repeal the old one.', []],
      ],
    )
    assert.deepEqual(found.leftOut, ['Cost'])
  })

  it('are not made of what is none, and one number is not given twice', async () => {
    assert.match(
      (await issuesOf(read('a.txt', 'Nothing here.\n')))[0]!.message,
      /No recommendation was found/,
    )
    const [twice] = await issuesOf(read('a.txt', '1. Adopt a law.\n1. Train officers.\n'))
    assert.equal(twice!.message, 'The number 1 stands twice')
    assert.equal(twice!.line, 2)
  })

  it('are its items with letters or bullets where it numbers none: by their letters once each, or by their order', async () => {
    const bullets = await read(
      'study.txt',
      `Study on water

1. Introduction

- Nothing is asked here.

2. Recommendations

2.1 To the Government

• Protect the emblem of the water service,
  by law:
   – in towns;
   – in villages.
• Adopt a law on wells.

2.2 To the parliament

• Vote it.

3. Conclusion

• This is none.
`,
    )
    assert.deepEqual(
      bullets.recommendations.map(({ number, group, text }) => [number, group, text]),
      [
        [
          '1',
          'To the Government',
          'Protect the emblem of the water service, by law:\n– in towns;\n– in villages.',
        ],
        ['2', 'To the Government', 'Adopt a law on wells.'],
        ['3', 'To the parliament', 'Vote it.'],
      ],
    )
    assert.equal(bullets.numberedHere, true)
    const letters = await read(
      'study.txt',
      'Study\n\nRecommendations\n\na) Adopt a law.\nb) Train officers.\n',
    )
    assert.deepEqual(
      letters.recommendations.map(({ number, text }) => [number, text]),
      [
        ['a', 'Adopt a law.'],
        ['b', 'Train officers.'],
      ],
    )
    assert.equal(letters.numberedHere, false)
    const anew = await read(
      'study.txt',
      'Study\n\nRecommendations\n\nTo the State:\n\na) Adopt.\n\nTo schools:\n\na) Teach.\n\nConclusion\n\na) None.\n',
    )
    assert.deepEqual(
      anew.recommendations.map(({ number, group, text }) => [number, group, text]),
      [
        ['1', 'To the State', 'Adopt.'],
        ['2', 'To schools', 'Teach.'],
      ],
    )
  })

  it('come back whatever their words, numbers and groups are', async () => {
    const word = fc.constantFrom(
      'wells',
      'law',
      'курс',
      'хууль',
      'été',
      'año',
      'officers',
      '2027',
      '“quoted”',
      'de',
      'the',
    )
    const text = fc
      .array(word, { minLength: 2, maxLength: 30 })
      .map((words) => `The State should ${words.join(' ')}.`)
    const group = fc.array(text, { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(fc.array(group, { minLength: 1, maxLength: 4 }), async (groups) => {
        let count = 0
        const expected = groups.flatMap((texts, g) =>
          texts.map((one) => {
            count += 1
            return [String(count), `Group number ${g + 1}`, one]
          }),
        )
        let number = 0
        const body = groups.map(
          (texts, g) =>
            `## Group number ${g + 1}\n\n${texts
              .map((one) => {
                number += 1
                return `${number}. ${one}`
              })
              .join('\n\n')}\n`,
        )
        const found = await read('study.md', `# Recommendations\n\n${body.join('\n')}`)
        assert.deepEqual(
          found.recommendations.map((one) => [one.number, one.group, one.text]),
          expected,
        )
        assert.deepEqual(found.unplaced, [])
      }),
      { numRuns: 60 },
    )
  })
})

describe('recommendations in a table', () => {
  it('have the columns of their names, or those that studies use; others are told and not read', async () => {
    const found = await read(
      'r.csv',
      'No.;Theme;Recommendation;Actions;Remarks\n4;Law;Adopt a law.;1, 3;x\n5;;Train officers.;;\n',
    )
    assert.deepEqual(
      found.recommendations.map(({ number, group, text, actions, locator }) => [
        number,
        group,
        text,
        actions,
        locator,
      ]),
      [
        ['4', 'Law', 'Adopt a law.', ['1', '3'], 'line 2'],
        ['5', null, 'Train officers.', [], 'line 3'],
      ],
    )
    assert.deepEqual(found.leftOut, ['Remarks'])
  })

  it('stand below a title, in groups a row heads, above a note; a spreadsheet may say what parts its cells', async () => {
    const rows =
      '№;Зөвлөмж;Responsible body\n;;\nСургалт;;\n1;Сурга.;Яам\nХууль;;\n2;Батал.;\nЭх сурвалж: судалгаа;;\n'
    for (const [text, first] of [
      [rows, 1],
      [`Судалгааны зөвлөмж;;\n;;\n${rows}`, 3],
      [`sep=;\n${rows}`, 2],
    ] as const) {
      const found = await read('r.csv', text)
      assert.deepEqual(
        found.recommendations.map(({ number, group, text: words, addressedTo, locator }) => [
          ...[number, group, words, addressedTo[0], locator],
        ]),
        [
          ['1', 'Сургалт', 'Сурга.', 'Яам', `line ${first + 3}`],
          ['2', 'Хууль', 'Батал.', undefined, `line ${first + 5}`],
        ],
      )
      assert.deepEqual(found.unplaced, [{ at: `line ${first + 6}`, text: 'Эх сурвалж: судалгаа' }])
    }
  })

  it('are read from the sheet that has them, whatever its other columns hold; other sheets are told', async () => {
    const columns = Array.from({ length: 4 }, () => ({ width: 12 }))
    const book = writeWorkbook({
      title: 'Study',
      sheets: [
        { name: 'Cover', columns, rows: [['Study on water']] },
        {
          name: 'List',
          columns,
          rows: [
            ['Recommendations of the study'],
            ['Number', 'Recommendation text', 'Addressed to', 'By'],
            [1, 'Adopt a law.', 'Parliament', { day: '2031-05-01' }],
            ['2.1', 'Train officers.', null, null],
          ],
        },
      ],
    })
    const found = await read('r.xlsx', book)
    assert.deepEqual(
      found.recommendations.map(({ number, text, locator }) => [number, text, locator]),
      [
        ['1', 'Adopt a law.', 'sheet List, row 3'],
        ['2.1', 'Train officers.', 'sheet List, row 4'],
      ],
    )
    assert.deepEqual(found.unplaced, [{ at: 'sheet Cover, row 1', text: 'Study on water' }])
    assert.deepEqual(found.leftOut, ['By'])
  })

  it('have the columns that are asked for', async () => {
    const columns = readColumnMap('number=Ref,text=What is asked')
    const found = await read('r.csv', 'Ref,What is asked,page\n12.b,Adopt a law.,page 40\n', { columns })
    assert.deepEqual(
      found.recommendations.map(({ number, text, locator }) => [number, text, locator]),
      [['12.b', 'Adopt a law.', 'page 40']],
    )
    assert.throws(() => readColumnMap('text=A,text=B'), /at most once/)
    assert.throws(() => readColumnMap('words=A'), /number=No\./)
  })

  it('are refused by row and cell: without a number, without a text, without a column of texts', async () => {
    const issues = await issuesOf(read('r.csv', 'number,text\n,Adopt a law.\n2,\n'))
    assert.deepEqual(
      issues.map(({ cell, message }) => [cell, message]),
      [
        ['A2', 'This recommendation has no number'],
        ['B3', 'Recommendation 2 has no text'],
      ],
    )
    const [missing] = await issuesOf(read('r.csv', 'number,words\n1,Adopt a law.\n'))
    assert.match(missing!.expected!, /--columns text=HEADING with one of: number, words/)
  })
})
