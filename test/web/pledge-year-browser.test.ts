// A pledge's year through the browser, as its focal point, the National Society's and their approvers live it.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isClean } from './browser-clean.ts'
import { describeInBrowser } from './looking.ts'
import { follow, inPledgeYear, pledge, press, said } from './pledge-year.ts'

const both = ['approver', 'president'] as const
const own = ['approver'] as const
const onward = 'See it among what carries the promise out, and go on from there'
const known = (day: string) => ({ known_from: day })

describeInBrowser('a year of a pledge', (browser) => {
  it('goes from a plan of work to a meeting, its decision and the task that is done, one link after the other', () =>
    inPledgeYear(browser, async ({ go, write }) => {
      const focal = await go('focal', `/plans/${pledge}/implementation`)
      await follow(focal, 'Write down a plan of work')
      await write(
        'focal',
        {
          ...{ 'body.title': 'Four-year plan', 'body.withTimelines': 'yes' },
          ...{ from: '2027-01-01', until: '2031-01-01', ...known('2027-01-10') },
        },
        both,
      )
      await follow(focal, onward)
      await follow(focal, 'Write down: Action of a plan of work')
      await write(
        'focal',
        {
          ...{ 'body.title': 'Law in the training of officers', 'body.number': '1' },
          ...{ 'body.carriesOut.0': `${pledge}/3`, 'body.responsible.0': 'Ministry of Defence' },
          ...{ 'body.startsOn': '2027-02-01', 'body.endsOn': '2027-10-31', ...known('2027-01-10') },
        },
        both,
      )
      await follow(focal, onward)
      await follow(focal, 'Write down: New date')
      await write(
        'focal',
        {
          ...{ 'body.endsOn': '2028-03-31', 'body.decidedOn': '2027-09-01' },
          ...{ 'body.reason': 'No instructor could be found.', ...known('2027-09-01') },
        },
        both,
      )

      await go('focal', `/plans/${pledge}/implementation`)
      await follow(focal, 'Write down a body')
      await write(
        'focal',
        {
          ...{ 'body.title': 'Working group', 'body.form': 'working-group' },
          ...{ 'body.carriesOut.0': `${pledge}/2`, from: '2027-01-15', ...known('2027-01-15') },
        },
        own,
      )
      await follow(focal, onward)
      const body = focal.url()
      await follow(focal, 'Write down: Working group meeting')
      await write(
        'focal',
        {
          ...{ 'body.heldOn': '2027-03-10', 'body.present.0': 'Ministry of Defence' },
          ...{
            'body.agenda': 'The manual\nOther matters',
            'body.minutes': 'Who could help was talked over.',
          },
          ...known('2027-03-12'),
        },
        own,
      )
      await follow(focal, onward)
      assert.match(await said(focal), /Working group meeting, 10 Mar 2027.*Agenda ?The manual ?Other matters/)
      await follow(focal, 'Write down a decision')
      await write(
        'focal',
        { 'body.number': '1', 'body.text': 'Partners are written to.', ...known('2027-03-12') },
        own,
      )
      await follow(focal, onward)
      await follow(focal, 'Write down: Task')
      await write(
        'focal',
        {
          ...{ 'body.title': 'Letter to partners', 'body.owner': 'Ministry of Defence' },
          ...{ 'body.due': '2027-04-15', ...known('2027-03-12') },
        },
        own,
      )
      await follow(focal, onward)
      await follow(focal, 'Write down: Progress')
      await write(
        'focal',
        {
          ...{ 'body.status': 'done', 'body.reportedOn': '2027-04-12', 'body.doneOn': '2027-04-10' },
          ...known('2027-04-12'),
        },
        own,
      )

      const reader = await go('public', `/plans/${pledge}/implementation`)
      assert.match(
        await said(reader),
        /Law in the training of officers.*152 days later; first planned for 31 Oct 2027.*Letter to partners.*done/,
      )
      await isClean(reader, 'how the pledge is carried out')
      await reader.goto(body)
      assert.match(
        await said(reader),
        /10 Apr 2027 ?task done ?Letter to partners.*10 Mar 2027 ?decided ?Partners are written to\..*10 Mar 2027 ?met.*15 Jan 2027 ?founded/,
      )
      assert.doesNotMatch(await said(reader), /Write down/, 'who signs in nowhere writes nothing')
      await isClean(reader, 'a body with its log')
    }))

  it('counts the events that are for a mix of audiences, judges what was promised, and reports it with both owners’ approval', () =>
    inPledgeYear(browser, async ({ go, write, record, page }) => {
      const society = await go('society', `/plans/${pledge}/implementation`)
      await follow(society, 'Write down an event')
      await write(
        'society',
        {
          ...{ 'body.title': 'Moot court', 'body.heldOn': '2027-02-18', 'body.serves.0': `${pledge}/3` },
          ...{ 'body.audience.0': 'academia', 'body.audience.1': 'youth', 'body.participants': '60' },
          ...{ 'body.attendance.0.audience': 'academia', 'body.attendance.0.sex': 'female' },
          ...{ 'body.attendance.0.age': '18-35', 'body.attendance.0.persons': '31', ...known('2027-02-20') },
        },
        ['president'],
      )
      await follow(society, onward)
      const event = { actor: 'XAA', kind: 'dissemination-event', 'body.serves': `${pledge}/3` }
      for (const [title, heldOn, audience] of [
        ['Seminar', '2027-05-06', 'government; legal-professionals'],
        ['Round table', '2027-09-14', 'academia; government'],
        ['Briefing', '2027-10-05', 'armed-forces'],
      ] as const)
        await record(
          'focal',
          {
            ...event,
            'body.title': title,
            'body.heldOn': heldOn,
            'body.audience': audience,
            ...known(heldOn),
          },
          own,
        )
      for (const heldOn of ['2027-03-10', '2027-10-20'])
        await record(
          'focal',
          { actor: 'XAA', kind: 'working-group-meeting', 'body.heldOn': heldOn, ...known(heldOn) },
          own,
        )
      await record(
        'focal',
        { actor: 'XAA', kind: 'review-meeting', 'body.heldOn': '2027-12-01', ...known('2027-12-01') },
        own,
      )
      // Each of those who promised says that its own records of the year are all there.
      for (const who of ['focal', 'society'] as const) {
        const owner = await go(who, '/enter')
        await follow(owner, 'Declare the records of a period complete')
        await press(owner, 'Continue')
        for (const box of await owner.locator('form.entry input[type=checkbox]').all()) await box.check()
        await owner.fill('[name=year]', '2027')
        await owner.fill('[name=office]', 'Legal Department')
        await press(owner, 'See what follows')
        await press(owner, 'Declare it')
      }
      const reader = await go('public', `/plans/${pledge}/C3?year=2027`)
      const members = await said(reader)
      assert.match(members, /3 counted 1 not counted/)
      assert.match(members, /not counted 1 ?The condition.*1 different \(armed forces\) ?Briefing/)
      await go('public', `/plans/${pledge}/implementation?year=2027`)
      const carriedOut = await said(reader)
      // No plan was written down: the meetings, the events and the review are there.
      assert.match(carriedOut, /3 of 4 targets of 2027 are met/)
      assert.match(carriedOut, /4 events took place\. 60 persons came, as far as is known\./)
      assert.match(
        carriedOut,
        /academia 31; not known 29 ?By sex ?female 31; not known 29 ?By age ?18-35 31; not known 29/,
      )
      assert.match(
        carriedOut,
        /complete, up to 31 December 2027 \(declared by Legal Department; of these records alone: Averland, Averland National Society\)/,
      )

      // The year's figures are frozen, approved by each of those who promised, and published as a report.
      const focal = await go('focal', `/plans/${pledge}/implementation`)
      await follow(focal, 'Progress report 2027')
      await press(focal, 'Freeze it as it stands')
      assert.match(
        await said(focal),
        /0 of 2.*Averland ?○ not approved yet ?Averland National Society ?○ not approved yet/,
      )
      const release = focal.url().replace(/\?.*/, '')
      for (const who of both) {
        const one = await page(who)
        await one.goto(release, { waitUntil: 'domcontentloaded' })
        await press(one, 'Approve')
      }
      await focal.goto(release, { waitUntil: 'domcontentloaded' })
      await press(focal, 'Publish')
      await go('public', `/plans/${pledge}/progress/2027`)
      const report = await said(reader)
      assert.match(report, /Targets met ?3 of 4.*A\) Objectives of the pledge:.*Moot court/)
      assert.doesNotMatch(report, /Not yet frozen|On its way/)
      const href = await reader.getAttribute('main a:text-is("PDF")', 'href')
      const pdf = await reader.request.get(new URL(href!, release).href)
      assert.equal(pdf.status(), 200)
      assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-')
    }))
})
