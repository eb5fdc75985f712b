// What is sent to each address of the site that takes something in, and who may send it.
import { packSent } from '../../../src/mappings/sent.ts'
import type { Asker } from './world.ts'

export type Form = {
  fields: Record<string, string> | FormData
  /** Who may; everyone else is refused. */
  may: readonly Asker[]
}

const aFile = (): FormData => {
  const form = new FormData()
  form.set('workbook', new File(['no workbook'], 'report.xlsx'))
  return form
}

const aStudy = (): FormData => {
  const form = new FormData()
  form.set('file', new File(['1. The State should adopt a law.\n'], 'study.txt'))
  return form
}

const personnel = 'Year,State,Mission,Women,Men,All\n2026,Averland,Mission in the Marshes,4,6,10\n'

const aTable = (): FormData => {
  const form = new FormData()
  form.set('file', new File([personnel], 'personnel.csv'))
  form.set('actor', 'XAA')
  return form
}

/** The same as a preview sends it on. */
const aTableSent = packSent({
  handed: {
    file: { name: 'personnel.csv', bytes: new TextEncoder().encode(personnel) },
    beside: new Map(),
  },
  actor: 'XAA',
})

const title = 'Report of somebody who may'

/** What is sent to each address that takes something in. */
export const forms: Record<string, Form> = {
  '/desk': { fields: { actor: 'XAA' }, may: ['desk'] },
  '/releases': { fields: { what: 'ihl-pledge-mongolia|2026' }, may: ['desk', 'focalPoint'] },
  '/releases/:id/comments': {
    fields: { place: '', text: 'Seen.', by: 'Somebody', on: '2027-12-31', language: 'en' },
    may: ['desk', 'coder', 'reviewer', 'committeeMember'],
  },
  '/releases/:id/approval': { fields: { step: 'approve' }, may: ['desk', 'reviewer'] },
  '/ministries/:actor/cooperation': { fields: {}, may: ['desk', 'focalPoint'] },
  '/ministries/:actor/cooperation/:version/approval': {
    fields: { step: 'approve' },
    may: ['desk', 'approver'],
  },
  '/ministries/:actor/cooperation/:version/discard': { fields: {}, may: ['desk', 'focalPoint'] },
  // Of a draft nobody says whether it was useful.
  '/ministries/:actor/cooperation/:version/rate': { fields: { useful: 'yes', form: 'made up' }, may: [] },
  '/enter/reports/new': {
    fields: { actor: 'XAA', obligation: 'article-7', coversYear: '2026', subject: '' },
    may: ['desk', 'focalPoint', 'contributor', 'coder'],
  },
  // What nobody has approved only the desk submits.
  '/enter/reports/:draft/check': { fields: { revision: '1' }, may: ['desk'] },
  '/enter/reports/:draft/approval': { fields: { step: 'approve', revision: '1' }, may: ['desk', 'approver'] },
  '/enter/reports/:draft/workbook': { fields: aFile(), may: ['desk', 'focalPoint', 'contributor'] },
  '/enter/reports/:draft/workbook/fill': {
    fields: { revision: '1', typed: JSON.stringify({ 'document.title': title }) },
    may: ['desk', 'focalPoint', 'contributor'],
  },
  '/enter/reports/:draft/discard': { fields: { revision: '1' }, may: ['desk', 'focalPoint'] },
  '/enter/reports/:draft/:section': {
    fields: { 'document.title': title, revision: '1' },
    may: ['desk', 'focalPoint', 'contributor'],
  },
  '/enter/complete': {
    fields: {
      ...{ actor: 'XAA', 'kinds.review-meeting': 'yes', state: 'complete', year: '2026' },
      ...{ office: 'Ministry of Averland', step: 'declare' },
    },
    may: ['desk', 'focalPoint'],
  },
  '/enter/facts/new': {
    fields: {
      actor: 'XAA',
      kind: 'retained-mines',
      'body.mines': '12',
      known_from: '2027-03-01',
      step: 'save',
    },
    may: ['desk', 'focalPoint', 'contributor'],
  },
  '/enter/recommendations/:study': { fields: aStudy(), may: ['desk', 'focalPoint', 'contributor'] },
  '/enter/recommendations/:study/store': {
    fields: { table: 'number,text\n1,The State should adopt a law.\n', name: 'study.txt' },
    may: ['desk', 'focalPoint', 'contributor'],
  },
  '/enter/tables/:mapping': { fields: aTable(), may: ['desk', 'focalPoint', 'contributor'] },
  '/enter/tables/:mapping/rows': {
    fields: { sent: aTableSent },
    may: ['desk', 'focalPoint', 'contributor'],
  },
  // Of an outcome that nobody has seen: who may is told so.
  '/enter/tables/:mapping/store': {
    fields: { sent: aTableSent, expects: 'another' },
    may: ['desk', 'focalPoint', 'contributor'],
  },
  '/enter/facts/drafts/:id': { fields: { step: 'approve', revision: '1' }, may: ['desk', 'approver'] },
  // Of a revision that nobody has: who may is told so, and nothing comes back.
  '/history/:thing/restore': { fields: { seq: '1', revision: '99' }, may: ['desk', 'focalPoint'] },
  '/enter/facts/drafts/:id/discard': { fields: { revision: '1' }, may: ['desk', 'focalPoint'] },
}
