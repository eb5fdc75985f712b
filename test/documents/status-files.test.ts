// The status document as PDF and DOCX, read back by other libraries than those that wrote it.
import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import mammoth from 'mammoth'
import { extractText, getDocumentProxy } from 'unpdf'
import { renderDocument } from '../../src/documents/render.ts'
import { openZip } from '../../src/formats/zip.ts'
import { payload, releaseOf } from './small-release.ts'

const hostile = '#eval("1+1") *x* <w:p/> & ]]> $x$ \u0001\u202Eover'
const shown = '#eval("1+1") *x* <w:p/> & ]]> $x$ ‹U+0001›‹U+202E›over'

test('a PDF is tagged, titled, in its language, with headings, and holds every word', async () => {
  const release = releaseOf(payload, [{ indicator: '1.1', text: hostile }])
  const { bytes, missing, fileName } = await renderDocument(release, { document: 'status', format: 'pdf' })
  assert.equal(fileName, `pacta-status-2026-${release.sha256.slice(0, 12)}.en.pdf`)
  assert.deepEqual(missing, [])
  const pdf = await getDocumentProxy(bytes.slice())
  const info = (await pdf.getMetadata()).info as Record<string, unknown>
  assert.equal(info.Title, 'Status document: Exercise Action Plan, 2026')
  assert.equal(info.Language, 'en')
  assert.deepEqual(await pdf.getMarkInfo(), { Marked: true, UserProperties: false, Suspects: false })
  const roles = new Set<string>()
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('role' in node) roles.add(String(node.role))
    if ('children' in node && Array.isArray(node.children)) node.children.forEach(collect)
  }
  for (let page = 1; page <= pdf.numPages; page++) collect(await (await pdf.getPage(page)).getStructTree())
  for (const role of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'Figure', 'TOC'])
    assert.ok(roles.has(role), `${role} among ${[...roles].join(', ')}`)
  const { text } = await extractText(pdf, { mergePages: true })
  const said = text.replace(/\s+/g, ' ')
  for (const { text: indicator } of payload.instrument.indicators)
    assert.ok(said.includes(indicator), indicator)
  assert.ok(said.includes(shown.replace(/\s+/g, ' ')), 'the hostile comment, as text')
  assert.match(said, /Page 1 of \d+/)
  assert.match(said, /奥伦德马克/)
  assert.match(said.normalize('NFKC'), /[\u0600-\u06ff]/)
  // Whoever makes it again has the same file: its dates are those of the release.
  const again = await renderDocument(release, { document: 'status', format: 'pdf' })
  assert.ok(Buffer.from(again.bytes).equals(Buffer.from(bytes)))
})

test('a PDF keeps a word longer than a line within the page', async () => {
  const { bytes } = await renderDocument(releaseOf(payload, [{ text: 'W'.repeat(300) }]), {
    document: 'status',
    format: 'pdf',
  })
  const pdf = await getDocumentProxy(bytes.slice())
  const rights: number[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    for (const item of (await page.getTextContent()).items)
      if ('str' in item) rights.push(item.transform[4] + item.width)
  }
  // A4 is 595.3 points wide, its margin at least 20 mm.
  assert.ok(Math.max(...rights) < 595.3 - 50, String(Math.max(...rights)))
})

test('a PDF says which characters no font that ships can show', async () => {
  const release = releaseOf(payload, [{ text: 'ខ្មែរ', language: 'km' }])
  const { bytes, missing } = await renderDocument(release, {
    document: 'status',
    format: 'pdf',
    language: 'mn',
  })
  assert.ok(missing.includes('U+1781 (Khmer)'), missing.join(', '))
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true })
  assert.match(text, /U\+1781 \(Khmer\)/)
})

test('a DOCX made again on another day is the same to the byte, its links too', async () => {
  const release = releaseOf(payload, [{ indicator: '1.1', text: 'As at https://committee.example' }])
  const asked = { document: 'status', format: 'docx' } as const
  const one = await renderDocument(release, asked)
  mock.timers.enable({ apis: ['Date'], now: Date.parse('2031-05-05T05:05:05Z') })
  const other = await renderDocument(release, asked)
  mock.timers.reset()
  assert.ok(Buffer.from(one.bytes).equals(Buffer.from(other.bytes)))
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(other.bytes) })
  const links = [...value.matchAll(/<a href="(https?:[^"]*)"/g)].map(([, address]) => address)
  const addresses = payload.sources.flatMap(({ address }) => address ?? []).filter((one) => /^http/.test(one))
  for (const address of addresses) assert.ok(links.includes(address), address)
})

test('a DOCX has real headings, tables, footnotes, languages and a place to type into', async () => {
  const release = releaseOf(payload, [{ indicator: '1.1', text: hostile }])
  const { bytes } = await renderDocument(release, { document: 'status', format: 'docx' })
  const buffer = Buffer.from(bytes)
  const { value } = await mammoth.convertToHtml(
    { buffer },
    {
      styleMap: [
        "p[style-name='Committee commentary'] => p.commentary:fresh",
        "p[style-name='Title'] => h1.title:fresh",
      ],
    },
  )
  assert.match(value, /<h1 class="title">.*Exercise Action Plan<\/h1>/)
  assert.match(value, /<h1>.*II\. Reports<\/h1>/)
  assert.match(value, /<h2>.*Action #1<\/h2>/)
  assert.match(value, /<h3>.*Indicator 1\.1<\/h3>/)
  assert.match(value, /<thead><tr><th>/)
  assert.match(value, /<img alt="Indicator 1\.1\. Members by answer: 1 counted, 1 partly, 2 not reported\./)
  assert.match(value, /Sources, by their numbers in annex C: C1\./)
  const escaped = shown.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  assert.ok(
    value.replaceAll('&quot;', '"').includes(`<p class="commentary">${escaped}</p>`),
    'the comment, as text',
  )
  const { value: inWords } = await mammoth.extractRawText({ buffer })
  for (const { text } of payload.instrument.indicators) assert.ok(inWords.includes(text), text)
  const zip = openZip(bytes)
  const part = (name: string): string => new TextDecoder().decode(zip.read(name, 50_000_000)!)
  const body = part('word/document.xml')
  // The place where nobody has written yet.
  assert.match(body, /<w:p><w:pPr><w:pStyle w:val="CommitteeCommentary"\/><\/w:pPr><\/w:p>/)
  assert.match(body, /<w:rtl\/>[\s\S]{0,80}<w:lang w:bidi="ar"\/>[\s\S]{0,40}أولندمارك/)
  assert.match(body, /<w:lang w:val="zh" w:eastAsia="zh"\/>/)
  assert.match(body, /TOC \\h \\o/)
  assert.match(body, /<w:tblHeader\/>/)
  assert.match(part('docProps/core.xml'), /<dc:title>Status document: Exercise Action Plan, 2026<\/dc:title>/)
})
