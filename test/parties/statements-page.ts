// What stands below the table of participants in the layout of the UN Treaty Collection, for tests: only what its reader
// goes by. All of it is invented.
import { type PageParts, statusPageHtml } from './page.ts'

export type Entry = { name: string; marks?: string[]; html: string }

const id = (name: string) => `id="ctl00_ctl00_ContentPlaceHolder1_ContentPlaceHolderInnerPage_${name}"`

const sup = (marks: string[] = []) =>
  marks.length === 0
    ? ''
    : ` <SUP>${marks.map((mark) => `<A onclick='ShowNoteAll()' href='#${mark}' class='noteIndex'>${mark}</A>`).join(', ')} </SUP>`

/** A day at the right margin, a heading at the left, and a paragraph, each as the collection writes them. */
export const day = (words: string): string => `<p align=right>${words}</p></n>`
export const heading = (words: string): string => `<p align=left><i>${words}<br></n></i></p>`
export const paragraph = (words: string): string =>
  `&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;${words}<br></n></i></p>`

const titles = {
  dgDec: ['divMainDecTilte', 'divDecTilte'],
  dgObj: ['divMainObjTitle', 'divObjTitle'],
  dgDecUnderArticle: ['divMainDecArt', 'divDecArt'],
  dgNotifications: ['div1', 'div2'],
} as const

/** One section: its title, what stands in brackets below it, and its participants. */
export const section = (
  grid: keyof typeof titles,
  title: string,
  rule: string,
  entries: readonly Entry[] = [],
): string =>
  [
    `<div ${id(titles[grid][0])} class="bold"><div align=center>${title}</div></div>`,
    `<div ${id(titles[grid][1])} class="heading-four-one normal"><div align=center>${rule}<br></div></div>`,
    `<table ${id(grid)}>`,
    ...entries.map(
      ({ name, marks, html }, i) =>
        `<tr><td><div ${id(`${grid}_ctl0${i + 2}_divMainText`)}></div>\r\n<div ${id(`${grid}_ctl0${i + 2}_divParticipant`)} class="heading-two">${name}${sup(marks)}</div>\r\n<div ${id(`${grid}_ctl0${i + 2}_divText`)} class="content-two"><p class='invisible'>${name}<superscript>${(marks ?? []).join(', ')}</superscript></p>${html}<br></div></td></tr>`,
    ),
    '</table>',
  ].join('\r\n')

export const byDefault =
  '(Unless otherwise indicated, the declarations were made<br>upon ratification or accession.)'

export const declarations = section('dgDec', 'Declarations and Reservations', byDefault, [
  {
    name: 'Arvonia',
    html: `${heading('Upon signature:')}${heading('Declaration:')}${paragraph('"Arvonia shall keep its kites below the clouds.')}${paragraph('It has no others."')}${heading('Reservation made upon ratification:')}${paragraph('Arvonia is not bound by article 4.')}`,
  },
  {
    name: 'Belmora (Islands of)',
    marks: ['2'],
    html: `${heading('Reservation made upon signature and confirmed upon ratification:')}${paragraph('Belmora flies by night.')}${day('5 May 2011')}${paragraph('By day it flies no more.')}`,
  },
  { name: 'Cestria', marks: ['3'], html: '' },
  { name: 'Dorvalia', html: paragraph('Dorvalia understands kites to be birds.') },
  { name: 'Nowhereland', html: `${heading('Declaration:')}${paragraph('We are nowhere.')}` },
  { name: 'Estmark', html: '' },
])

export const objections = section('dgObj', 'Objections', byDefault, [
  {
    name: 'Farolia',
    html: `${day('28 June 2011')}${heading('With regard to the reservations made by Arvonia and Belmora upon ratification:')}${paragraph('"Farolia objects."')}${day('1 August l989')}${heading('With regard to the reservation made by Atlantis upon accession:')}${paragraph('Farolia objects to that too.')}`,
  },
  {
    name: 'Gelvania',
    html: `${day('2 July 2012')}${paragraph('Gelvania objects to the reservation of Dorvalia, and to it alone.')}`,
  },
])

export const underArticle = section(
  'dgDecUnderArticle',
  'Declarations under article 9',
  '(Declaration of kites)',
  [{ name: 'Hestia', html: '' }],
)

export const notes = {
  2: 'On 6 June 2012, the Government of Belmora informed the Secretary-General that it had decided to withdraw its reservation to article 7.',
  3: 'In communications received on 8 March 2009 and 9 April 2009, Cestria withdrew the reservation: "Cestria has no kites."',
}

export const territories = `<table ${id('tblDec')}><tr class="thead-one"><td>Participant<br></td><td>Date of receipt of the notification<br></td><td>Territories<br></td></tr>
<tr><td>Arvonia</td><td>10 Apr 2003</td><td>Isle of Kites</td></tr>
<tr><td>&nbsp;</td><td>11 Apr 2004</td><td>Isle of Strings</td></tr>
<tr><td>Belmora</td><td>soon</td><td>Isle of Tails</td></tr></table>`

/** What the page holds below its table: everything above. */
export const below = [declarations, objections, underArticle, territories].join('\r\n')

export const kites: PageParts = {
  treaty: '99. Convention on Kites',
  rows: ['Arvonia', 'Belmora (Islands of)', 'Cestria', 'Dorvalia', 'Farolia'].map((name) => ({
    name,
    cells: ['3 Dec 1997', '25 Aug 1998'],
  })),
  notes,
  sections: below,
}

export const kitesHtml = (parts: Partial<PageParts> = {}): string => statusPageHtml({ ...kites, ...parts })
