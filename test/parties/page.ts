// Builds pages in the layout of the UN Treaty Collection, for tests: only what the reader of such pages goes by.
import type { Actor } from '../../src/parties/actor.ts'
import { type StatusReference, shippedReference } from '../../src/parties/status-page.ts'

export type PageRow = { name: string; cells: string[]; marks?: string[] }

export type PageParts = {
  chapter?: string
  treaty?: string
  asOf?: string
  status?: string
  headings?: string[]
  rows?: PageRow[]
  notes?: Record<string, string>
  /** Put in before the end notes. */
  sections?: string
}

const sup = (marks: string[] = []) =>
  marks.length === 0
    ? ''
    : ` <SUP><A onclick='ShowNoteAll()' href='#${marks[0]}'>${marks.join(', ')}</A> </SUP>`

const id = (name: string) => `id="ctl00_ctl00_ContentPlaceHolder1_ContentPlaceHolderInnerPage_${name}"`

/** The page's HTML, CRLF lines as published. */
export const statusPageHtml = (parts: PageParts): string => {
  const {
    chapter = 'CHAPTER XXVI',
    treaty = '5. Convention on the Prohibition of the Use, Stockpiling, Production and Transfer of Anti-Personnel Mines and on their Destruction',
    asOf = '03-02-2026 10:16:18 EDT',
    status = '',
    headings = [
      'Participant',
      'Signature',
      'Ratification, Acceptance(A), Approval(AA), Accession(a), Succession(d)',
    ],
    rows = [],
    notes = {},
    sections = '',
  } = parts
  return [
    '<!DOCTYPE html>',
    '<html><head><title>UNTC</title></head><body><form>',
    `<div ${id('div3')} class="heading-three">STATUS AS AT : ${asOf}</div>`,
    `<div ${id('rptHead_ctl00_tcHead')}>${chapter}</div>`,
    `<div ${id('rptTreaty_ctl00_tcTreaty')}>${treaty}</div>`,
    `<div ${id('rptTreaty_ctl00_tcText')}>Oslo, 18 September 1997</div>`,
    `<div ${id('rptEIF_ctl00_tcText')}>1 March 1999, in accordance with article 17(1).</div>`,
    `<div ${id('rptStatus_ctl00_tcText')}>${status}</div>`,
    `<table ${id('tblgrid')} class="table">`,
    `\t<tr class="thead-one">${headings.map((heading) => `<td>${heading}<br></td>`).join('')}</tr>`,
    ...rows.flatMap(({ name, cells, marks }) => [
      '\t<tr>',
      `\t\t<td>${name}${sup(marks)}<br></td>`,
      ...cells.map((cell) => `\t\t<td>${cell === '' ? '&nbsp;' : ` &nbsp;${cell}`}<br></td>`),
      '\t</tr>',
    ]),
    '</table>',
    sections,
    `<table ${id('dgNotesAll')}>`,
    ...Object.entries(notes).map(
      ([mark, text], i) =>
        `<tr><td><div ${id(`dgNotesAll_ctl${i + 2}_divNotesAll`)}><a name='${mark}'>${mark}</a><index></index>${text}<br><br></div></td></tr>`,
    ),
    '</table>',
    '</form></body></html>',
  ].join('\r\n')
}

/** A fictional State, for pages that must not speak of a real one. */
export const fictionalState = (id: string, name: string, aliases: string[] = []): Actor => ({
  id,
  kind: 'state',
  parent: null,
  iso2: null,
  iso3: id,
  m49: null,
  unMember: null,
  region: null,
  regionNote: null,
  regionSource: null,
  tileColumn: null,
  tileRow: null,
  names: { en: { short: name } },
  aliases,
  source: null,
})

export const fictionalNames = [
  'Arvonia',
  'Belmora',
  'Cestria',
  'Dorvalia',
  'Estmark',
  'Farolia',
  'Gelvania',
  'Hestia',
]

/** The shipped treaties and rules, with fictional States in place of the real ones. */
export const fictionalReference = (): StatusReference => ({
  ...shippedReference(),
  states: fictionalNames.map((name, i) => fictionalState(`X${String.fromCharCode(65 + i)}X`, name)),
})
