import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decodeDocx } from '../../src/instruments/docx.ts'
import { importPlan } from '../../src/instruments/import.ts'
import { para, rawDocx, run } from './raw-docx.ts'

const decode = (content: string, footnotes?: string) =>
  decodeDocx(rawDocx(para(content), footnotes === undefined ? {} : { footnotes }), 'plan.docx')
const textOf = (content: string, footnotes?: string) => decode(content, footnotes).text.split('\n')[0]
const toldOf = (content: string) => decode(content).anomalies.map(({ kind, text }) => `${kind}: ${text}`)
const sym = (char: string, font = 'Symbol') => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
const raised = (text: string) => run(text, '<w:vertAlign w:val="superscript"/>')
const fraction =
  '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>'

describe('signs of symbol fonts', () => {
  it('of the font Symbol are the signs they show', () => {
    const body = `${run('Noise ')}${sym('F0A3')}${run(' 40 ')}${sym('F0B1')}${run(' 2 dB at 20 ')}${sym('F0B0')}${run('C, ')}${sym('00B3')}${run(' 50 ')}${sym('F06D')}${run('m')}`
    assert.equal(textOf(body), 'Noise ≤ 40 ± 2 dB at 20 °C, ≥ 50 μm')
    assert.deepEqual(toldOf(body), [])
  })

  it('are the same where they stand as text in that font', () => {
    const body = `${run('Noise ')}${run('\uf0b3', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')}${run(' 50')}`
    assert.equal(textOf(body), 'Noise ≥ 50')
  })

  it('bullets are bullets, and any other sign is said in brackets where it stands, and is listed', () => {
    assert.equal(textOf(`${sym('F0B7')}${run(' Lamps')}`), '• Lamps')
    assert.equal(textOf(`${sym('F0A7', 'Wingdings')}${run(' Lamps')}`), '▪ Lamps')
    const body = `${run('Quays ')}${sym('F04A', 'Webdings')}${run(' lit')}`
    assert.equal(textOf(body), 'Quays [sign not read] lit')
    assert.deepEqual(toldOf(body), ['not-read: a sign: F04A of the font Webdings'])
    assert.deepEqual(toldOf(run('abc', '<w:rFonts w:ascii="Symbol"/>')), [
      'not-read: the look of "abc", set in the font Symbol: the letters are kept',
    ])
  })
})

describe('a formula', () => {
  it('is not read as its characters in a row', () => {
    const body = `${run('Share ')}${fraction}${run(' of quays.')}`
    assert.equal(textOf(body), 'Share [formula not read] of quays.')
    assert.deepEqual(toldOf(body), ['not-read: a formula with the characters "12"'])
  })
})

const note = `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${para('At night.')}</w:footnote>`

describe('raised signs', () => {
  it('are numbers of the text where the file has notes of its own', () => {
    const body = `${run('Action 1: Measure 3 km')}${raised('2')}${run(' of quays in 10')}${raised('3')}${run(' s')}${raised('−1')}${run(', the n')}${raised('o')}${run(' 1.')}<w:r><w:footnoteReference w:id="2"/></w:r>`
    assert.equal(textOf(body, note), 'Action 1: Measure 3 km² of quays in 10³ s⁻¹, the no 1.^{1}')
    const plan = importPlan(decodeDocx(rawDocx(para(body), { footnotes: note }), 'p.docx'), 'p.docx')
    assert.deepEqual(
      plan.footnotes.map(({ marker, text, referencedOn }) => [marker, text, referencedOn.length]),
      [['1', 'At night.', 1]],
    )
    assert.deepEqual(
      plan.anomalies.filter(({ kind }) => kind.includes('reference')),
      [],
    )
  })

  it('a unit keeps its number, and a number after other words may refer to a typed note', () => {
    const body = `${run('Action 1: Measure 3 m')}${raised('2')}${run(' of each harbour')}${raised('1')}${run('.')}`
    assert.equal(textOf(body), 'Action 1: Measure 3 m² of each harbour¹.')
    const typed = rawDocx(para(body) + para(`${raised('1')}${run(' Harbours of the sea.')}`))
    const plan = importPlan(decodeDocx(typed, 'p.docx'), 'p.docx')
    assert.deepEqual(
      plan.footnotes.map(({ marker, text, referencedOn }) => [marker, text, referencedOn.length]),
      [['1', 'Harbours of the sea.', 1]],
    )
    assert.deepEqual(
      plan.anomalies.filter(({ kind }) => kind.includes('reference')),
      [],
    )
  })
})

describe('words struck through by hand', () => {
  it('are kept and listed', () => {
    const body = `${run('Light the ')}${run('northern ', '<w:strike/>')}${run('quays.')}`
    assert.equal(textOf(body), 'Light the northern quays.')
    assert.deepEqual(toldOf(body), ['struck-words: northern'])
    assert.deepEqual(toldOf(run('quays', '<w:strike w:val="0"/>')), [])
  })
})
