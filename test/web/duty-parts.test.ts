import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { siteOf } from '../../src/web/app.ts'
import type { DutyShown } from '../../src/web/data/duties.ts'
import { countLooks, dutyLooks, dutyMark } from '../../src/web/duty-marks.ts'
import { dutyShown } from '../../src/web/held/duty-shown.ts'
import type { Html } from '../../src/web/html.ts'
import {
  appliesPart,
  derivationDetails,
  dutyDate,
  dutySource,
  dutyTitle,
  enteredPart,
  isMoved,
  metByLinks,
  responsibleOf,
} from '../../src/web/pages/duties/parts.ts'
import { dutySchema, dutyStatuses } from '../../src/web/schemas/duties.ts'
import { allDuties } from './fictional/duties.ts'
import { fictionalData } from './fictional/world.ts'
import { documentOf, textOf } from './site.ts'

const site = siteOf({ world: 'register', banner: null, data: fictionalData(), today: () => '2027-12-31' })

const shown = async (part: Html | Promise<Html>): Promise<Element> =>
  documentOf(
    `<!doctype html><html><body><div id="part">${String(await part)}</div></body></html>`,
  ).querySelector('#part')!

const said = async (part: Html | Promise<Html>): Promise<string> => textOf(await shown(part))

const of = (actor: string, duty: string): DutyShown =>
  allDuties.find((one) => one.actor === actor && one.duty.endsWith(`/${duty}`))!

describe('a duty as pages show it', () => {
  it('has the shape its data twin says', () => {
    for (const duty of allDuties) assert.deepEqual(dutySchema.parse(duty), duty)
  })

  it('calls whoever sees to it by name, and says no id of a fact that set it going', async () => {
    const duty = of('XAA', 'report')
    const names = {
      actor: (id: string) => (id === 'xaa-national-society' ? 'Averland Society' : id),
      ...{ instrument: () => 'Fictional Treaty', path: () => null, page: () => null },
    }
    const by = (responsible: string | null) => dutyShown({ ...duty, responsible, owners: ['XAA'] }, names)
    assert.equal(await said(responsibleOf(site, by('xaa-national-society'))), 'Averland Society')
    assert.equal(
      await said(responsibleOf(site, by('Ministry of Justice, xaa-national-society'))),
      'Ministry of Justice, Averland Society',
    )
    assert.equal(by('Ministry of Justice, Legal Department').responsibleName, undefined)
    assert.equal(by(null).responsibleName, undefined)
    const title = (instance: string) => said(dutyTitle(site, { ...duty, due: '2028-04-30', instance }))
    assert.doesNotMatch(await title('area-discovery-XAA-2026'), /discovery/)
    assert.match(await title('2MSP'), /2MSP/)
  })

  it('has a sign and a word for every status', async () => {
    assert.deepEqual(new Set(allDuties.map((duty) => duty.status)), new Set(dutyStatuses))
    const words = await Promise.all(
      dutyLooks.map((look) =>
        said(dutyMark(site, { status: look === 'met-late' ? 'met' : look, isLate: look === 'met-late' })),
      ),
    )
    assert.equal(new Set(words).size, dutyLooks.length)
  })

  it('says of what is met that nobody can say whether in time, where the dates do not tell', async () => {
    const met = (isLate: boolean | null, due: string | null) =>
      said(dutyMark(site, { status: 'met', isLate, due }))
    assert.match(await met(null, '2014-04-01'), /met ?whether in time cannot be said$/)
    assert.doesNotMatch(await met(false, '2014-04-01'), /cannot be said/)
    assert.doesNotMatch(await met(null, null), /cannot be said/)
  })

  it('shows the date to go by with its precision, and the one the rule gives beneath it', async () => {
    assert.equal(await said(dutyDate(site, of('XAA', 'clearance'))), '1 March 2028by the rule: 1 March 2011')
    assert.equal(await said(dutyDate(site, of('XAD', 'clearance'))), '2027')
    assert.ok(isMoved(of('XAA', 'clearance')) && !isMoved(of('XAC', 'clearance')))
  })

  it('says of a duty without a date whether one will come', async () => {
    assert.equal(await said(dutyDate(site, of('XAB', 'clarification'))), 'no date yet')
    assert.equal(await said(dutyDate(site, of('XAB', 'penal-sanctions'))), 'no day set')
  })

  it('tells how the date came about, each later date with its source', async () => {
    const details = await shown(derivationDetails(site, of('XAA', 'clearance')))
    const words = textOf(details)
    for (const part of [
      '1 March 2021: granted by 2MSP, as of 1 December 2010',
      'Another source says March 2027.',
    ])
      assert.ok(words.includes(part), words)
    assert.deepEqual(
      [...details.querySelectorAll('a')].map((link) => link.getAttribute('href')),
      ['/states/XAA#fact-f-1', '/states/XAA#fact-f-2', '/states/XAA#fact-f-1'],
    )
  })

  it('names the registers looked through and how far they reach', async () => {
    const words = await said(derivationDetails(site, of('XAD', 'clearance')))
    assert.match(words, /Looked through: .*partial, up to 30 June 2027 \(Fictional secretariat\)/)
  })

  it('leads to what met it, and names it where no page shows it', async () => {
    const linked = await shown(metByLinks(site, of('XAB', 'clearance')))
    assert.equal(linked.querySelector('a')?.getAttribute('href'), '/states/XAB')
    const report = allDuties.find((one) => one.actor === 'XAD' && one.metBy.length > 0)!
    const plain = await shown(metByLinks(site, report))
    assert.equal(plain.querySelector('a'), null)
    assert.notEqual(textOf(plain), '')
  })

  it('keeps apart whom it is not known to bind, and marks what was entered here', async () => {
    assert.equal(await said(appliesPart(site, of('XAD', 'clearance'))), 'not known whether it owes this')
    assert.equal(await said(appliesPart(site, of('XAA', 'clearance'))), '')
    assert.equal(await said(enteredPart(site, of('XAA', 'clearance'))), 'entered here, not received')
  })

  it('names its instrument, its article and the place of its words', async () => {
    const title = await shown(dutyTitle(site, of('XAA', 'clearance')))
    assert.equal(title.querySelector('a')?.getAttribute('href'), '/duties/fictional-treaty/clearance')
    assert.match(textOf(title), /Article 5, Fictional Treaty/)
    assert.equal(await said(dutySource(of('XAA', 'clearance'))), 'Fictional Treaty, Article 5')
  })

  it('is counted by where it stands, late ones apart', () => {
    const counted = countLooks(allDuties.filter((one) => one.duty === 'fictional-treaty/clearance'))
    assert.deepEqual(
      counted.map(({ look, count }) => `${look} ${count}`),
      ['overdue 1', 'at-risk 1', 'due 1', 'not-found 1', 'met-late 1'],
    )
  })
})
