import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decodeDocx } from '../../src/instruments/docx.ts'
import { importPlan } from '../../src/instruments/import.ts'
import { inList, level, para, rawDocx, run } from './raw-docx.ts'

const linesOf = (bytes: Uint8Array) =>
  decodeDocx(bytes, 'plan.docx')
    .text.split('\n')
    .filter((line) => line !== '')
const read = (bytes: Uint8Array) => importPlan(decodeDocx(bytes, 'plan.docx'), 'plan.docx')
const oddities = (bytes: Uint8Array) =>
  decodeDocx(bytes, 'plan.docx').anomalies.map(({ kind, text }) => `${kind}: ${text}`)

const outline =
  `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%1.%2.')}` +
  `${level(2, 'lowerLetter', '(%3)')}${level(3, 'lowerRoman', '(%4)', 4)}</w:abstractNum>` +
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'

describe('numbers that Word counts', () => {
  it('restart under each higher level, go on across other text, and start anew where told to', () => {
    const body = [
      para('Ports', inList(1)),
      para('Quays', inList(1, 1)),
      para('Cranes', inList(1, 2)),
      para('Ropes', inList(1, 3)),
      para('Chains', inList(1, 3)),
      para('Between the items.'),
      para('Lamps', inList(1, 2)),
      para('Boats', inList(1, 1)),
      para('Oars', inList(1, 2)),
      para('Light', inList(2)),
      para('Seas', inList(1)),
      para('Tides', inList(1, 1)),
      para('Winds', inList(3)),
      para('Not in the list', inList(0)),
    ].join('')
    assert.deepEqual(
      linesOf(rawDocx(body, { numbering: outline })).map((line) => line.trim()),
      [
        'I. Ports',
        'I.1. Quays',
        '(a) Cranes',
        '(iv) Ropes',
        '(v) Chains',
        'Between the items.',
        '(b) Lamps',
        'I.2. Boats',
        '(a) Oars',
        '• Light',
        'II. Seas',
        'II.1. Tides',
        'VII. Winds',
        'Not in the list',
      ],
    )
  })

  it('come from the style where the paragraph has none, and through what the style is based on', () => {
    const styles =
      `<w:style w:type="paragraph" w:styleId="A"><w:name w:val="Action head"/><w:pPr>${inList(1)}</w:pPr></w:style>` +
      '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Action head 2"/><w:basedOn w:val="A"/></w:style>'
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', 'Action #%1:')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const body = `${para('Dredge the harbour.', '<w:pStyle w:val="A"/>')}${para('Light the quays.', '<w:pStyle w:val="B"/>')}`
    assert.deepEqual(linesOf(rawDocx(body, { styles, numbering })), [
      'Action #1: Dredge the harbour.',
      'Action #2: Light the quays.',
    ])
  })
})

describe('what a DOCX has beside its text', () => {
  it('inserted words are in, deleted ones are out, and both are told', () => {
    const body =
      para('Action 1: Light the quays.') +
      para(
        `${run('Number of lamps ')}<w:ins w:id="1" w:author="A">${run('lit ')}</w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>bought </w:delText></w:r></w:del>${run('each year.')}`,
      )
    assert.equal(linesOf(rawDocx(body))[1], 'Number of lamps lit each year.')
    assert.deepEqual(oddities(rawDocx(body)), ['inserted-words: lit', 'deleted-words: bought'])
  })

  it('a paragraph whose end was deleted runs on into the next', () => {
    const body = para('Light the ', '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>') + para('quays.')
    assert.deepEqual(linesOf(rawDocx(body)), ['Light the quays.'])
  })

  it('comments and hidden words are no text, and are told with their place', () => {
    const body =
      para('Action 1: Light the quays.') +
      para(
        `${run('Number of lamps')}${run(' (to be agreed)', '<w:vanish/>')}<w:r><w:commentReference w:id="4"/></w:r>`,
      )
    const comments = `<w:comment w:id="4">${para('Which lamps?')}</w:comment>`
    const source = decodeDocx(rawDocx(body, { comments }), 'plan.docx')
    assert.match(source.text, /Number of lamps\n*$/)
    assert.deepEqual(
      source.anomalies.map(({ kind, text, line }) => [kind, text, source.places[line - 1]]),
      [
        ['hidden-words', '(to be agreed)', { paragraph: 2 }],
        ['comment', 'Which lamps?', { paragraph: 2 }],
      ],
    )
  })

  it('a table of contents is kept apart, page by page', () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const body =
      para('Harbour Action Plan', '<w:pStyle w:val="T"/>') +
      para(
        `${field('begin')}<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>${field('separate')}${run('I. Ports 2')}`,
      ) +
      para(`${run('II. Seas 4')}${field('end')}`) +
      para('Action 1: Light the quays.') +
      para('Action 2: Dredge the harbour.')
    const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    const plan = read(rawDocx(body, { styles }))
    assert.equal(plan.title, 'Harbour Action Plan')
    assert.deepEqual(
      plan.anomalies.filter(({ kind }) => kind === 'table-of-contents').map(({ text }) => text),
      ['I. Ports 2', 'II. Seas 4'],
    )
    assert.deepEqual(plan.sections, [])
  })

  it('the words of a text box follow the paragraph it hangs on; the copy for older programs is not read twice', () => {
    const box = `<w:txbxContent>${para('Note: lamps are counted once.')}</w:txbxContent>`
    const body = para(
      `${run('Light the quays.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    )
    const source = decodeDocx(rawDocx(body), 'plan.docx')
    assert.deepEqual(linesOf(rawDocx(body)), ['Light the quays.', 'Note: lamps are counted once.'])
    assert.deepEqual(source.places.at(-1), { paragraph: 1, part: 'text box' })
  })

  it('a picture is told, because what it shows is not read', () => {
    assert.deepEqual(oddities(rawDocx(para(`${run('Light.')}<w:r><w:drawing/></w:r>`))), [
      'not-read: a picture',
    ])
  })

  it('signs that are marks elsewhere are words here', () => {
    const plan = read(
      rawDocx(
        para('Harbour Action Plan') + para('Action 1: Count *all* lamps_lit | unlit \\ broken **twice**.'),
      ),
    )
    assert.equal(plan.actions[0]?.text, 'Count *all* lamps_lit | unlit \\ broken **twice**.')
  })

  it('hyphens that keep a word together are hyphens, those for line ends are none', () => {
    const body = para(
      `${run('Light multi')}<w:r><w:noBreakHyphen/></w:r>${run('year lamps')}<w:r><w:softHyphen/></w:r>${run('.')}`,
    )
    assert.deepEqual(linesOf(rawDocx(body)), ['Light multi-year lamps.'])
  })
})

describe('a DOCX in other languages', () => {
  it('Mongolian: actions by their word, indicators below', () => {
    const body = [
      para('Боомтын үйл ажиллагааны төлөвлөгөө'),
      para(run('Арга хэмжээ 1', '<w:b/>')),
      para('Боомтын гэрэлтүүлгийг сайжруулна.'),
      para('Шалгуур үзүүлэлт'),
      para('Шинээр суурилуулсан гэрлийн тоо.', inList(2)),
    ].join('')
    const plan = read(rawDocx(body, { numbering: outline }))
    assert.equal(plan.title, 'Боомтын үйл ажиллагааны төлөвлөгөө')
    assert.deepEqual(
      plan.actions.map((action) => [action.text, action.indicators.map((one) => one.text)]),
      [['Боомтын гэрэлтүүлгийг сайжруулна.', ['Шинээр суурилуулсан гэрлийн тоо.']]],
    )
  })

  it('Arabic words stay in the order they are read', () => {
    const text = 'إنارة أرصفة الميناء.'
    const body = para('Harbour Action Plan') + para(run(`Action 1: ${text}`), '<w:bidi/>')
    assert.equal(read(rawDocx(body)).actions[0]?.text, text)
  })

  const table = (...rows: string[][]) =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row.map((text) => `<w:tc>${para(text)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
  const tables: [string, string[], string[]][] = [
    [
      'Mongolian',
      ['Дугаар', 'Арга хэмжээ', 'Шалгуур үзүүлэлт'],
      ['1', 'Боомтыг гэрэлтүүлнэ.', 'Шинэ гэрлийн тоо.'],
    ],
    [
      'Russian',
      ['№ п/п', 'Действие', 'Показатели'],
      ['1', 'Осветить причалы.', 'Число освещённых причалов.'],
    ],
    ['French', ['N°', 'Mesures', 'Indicateurs'], ['1', 'Éclairer les quais.', 'Nombre de quais éclairés.']],
    ['Arabic', ['الرقم', 'الإجراء', 'المؤشرات'], ['1', 'إنارة أرصفة الميناء.', 'عدد الأرصفة المنارة.']],
  ]
  for (const [language, header, row] of tables)
    it(`${language}: a table whose header is in the language`, () => {
      const plan = read(rawDocx(para('Harbour Action Plan') + table(header, row)))
      assert.deepEqual(
        plan.actions.map((action) => [
          action.id,
          action.text,
          ...action.indicators.map((one) => [one.text, one.unit]),
        ]),
        [['1', row[1], [row[2], 'number']]],
      )
    })

  it('Arabic: actions and indicators by their words', () => {
    const body = [
      para('خطة عمل الموانئ'),
      para(run('الإجراء 1', '<w:b/>'), '<w:bidi/>'),
      para('إنارة أرصفة الميناء.', '<w:bidi/>'),
      para('المؤشرات', '<w:bidi/>'),
      para('نسبة الأرصفة المنارة.', inList(2)),
    ].join('')
    const plan = read(rawDocx(body, { numbering: outline }))
    assert.equal(plan.title, 'خطة عمل الموانئ')
    assert.deepEqual(
      plan.actions.map((action) => [action.text, action.indicators.map((one) => [one.text, one.unit])]),
      [['إنارة أرصفة الميناء.', [['نسبة الأرصفة المنارة.', 'percentage']]]],
    )
  })
})
