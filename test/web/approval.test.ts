// Draft, approved, published, through the pages: a fact of two owners, a report of a State, a report coded for a treaty.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { insertDepartment, replaceSectionAssignments } from '../../src/accounts/department-store.ts'
import { thePublic } from '../../src/accounts/person.ts'
import { listDatums } from '../../src/facts/store.ts'
import { sectionsOf } from '../../src/reports/draft-sections.ts'
import { readShippedQuestionnaires } from '../../src/reports/shipped.ts'
import { listAnswers, listReportVersions } from '../../src/reports/store.ts'
import { approver, coder, focal, reviewer, society, stranger, words } from './approval-cast.ts'
import { fieldsIn } from './entering.ts'
import { inSignedInWorld, someone } from './signing.ts'

const clearance = '01920000-0000-7000-8000-0000000000d1'
const health = '01920000-0000-7000-8000-0000000000d2'
const clearers = someone('clearers', 'contributor', 'XAA', { department: clearance })
const healers = someone('healers', 'contributor', 'XAA', { department: health })
const articleSeven = () => readShippedQuestionnaires().find(({ id }) => id === 'article-7')!

const fact = {
  ...{ id: 'entered-1', actor: 'XAA', kind: 'commitment', from: '2027-01-01', known_from: '2027-02-01' },
  ...{ 'source.title': 'The joint pledge', quotation: 'We shall have a plan.', language: 'en' },
  ...{ 'body.title': 'A plan by 2028', 'body.parties': 'XAA; xaa-society' },
}

describe('a fact of two owners', () => {
  it('is kept as a draft, returned, changed, approved by both and published; until then nobody else sees it', () =>
    inSignedInWorld([focal, approver, society, stranger], async ({ as, db }) => {
      const preview = await as(focal).send('/enter/facts/new', { ...fact, step: 'check' })
      assert.equal(preview.status, 200)
      assert.match(preview.text, /Keep it and ask for approval/)
      // Who will have to approve it is said before it is kept, each by name; so is what may be an oversight.
      assert.match(
        words(preview.document),
        /Averland; Averland National Society.*Who will have to approve it: Averland, Averland National Society/,
      )
      assert.equal(preview.document.querySelector('main .notice'), null)
      const alone = { ...fact, 'body.parties': 'XAA; The Sociaty', 'body.joint': 'yes', step: 'check' }
      const warned = words((await as(focal).send('/enter/facts/new', alone)).document)
      assert.match(warned, /Nobody is held here under: The Sociaty\./)
      assert.match(warned, /called joint, and Averland alone has to approve it/)
      assert.match(warned, /Who will have to approve it: Averland(?!,)/)
      assert.doesNotMatch(words(preview.document), /entered here, not received/)
      const asked = await as(focal).send('/enter/facts/new', { ...fact, step: 'ask' })
      assert.equal(asked.status, 303)
      const address = asked.location.split('?')[0]!
      assert.match(address, /^\/enter\/facts\/drafts\/[0-9a-f-]{36}$/)
      assert.equal((await listDatums(db)).length, 0)
      // What is on its way is not there for those whose it is not.
      assert.equal((await as(stranger).open(address)).status, 404)
      assert.equal((await as(thePublic).open(address)).status, 404)
      for (const path of ['/states/XAA', '/search?q=plan', '/enter'])
        assert.doesNotMatch((await as(stranger).open(path)).text, /A plan by 2028/)

      const own = await as(focal).open(address)
      assert.match(words(own.document), /as it stands: 0 of 2/)
      assert.doesNotMatch(own.text, /value="approve"/)
      const revision = '1'
      const early = await as(focal).send(address, { step: 'publish', revision })
      assert.equal(early.status, 403)
      // A return says what to change, and does so beside the form.
      const bare = await as(society).send(address, { step: 'return', revision, note: ' ' })
      assert.equal(bare.status, 422)
      // The first screen says what one can do, and, once it is done, that it was.
      assert.match(
        words((await as(approver).open(address)).document),
        /It waits for your approval\. Go to its/,
      )
      const done = await as(approver).send(address, { step: 'approve', revision })
      const told = (await as(approver).open(done.location)).document.querySelector('.told')
      assert.match(told?.textContent ?? '', /You have approved it\. Owners who have approved it: 1 of 2\./)
      // The code in an address says nothing that is not so, and no words of its own.
      for (const after of ['withdraw', 'publish'])
        assert.equal(
          (await as(approver).open(`${address}?after=${after}`)).document.querySelector('.told'),
          null,
        )
      assert.equal((await as(approver).open(`${address}?after=Paid`)).status, 400)
      assert.match(words((await as(society).open(address)).document), /as it stands: 1 of 2/)
      await as(society).send(address, { step: 'return', revision, note: 'By 2029.' })
      const form = await as(focal).open(`${address}/edit`)
      assert.match(words(form.document), /Returned on .*By 2029\./)
      const changed = await as(focal).send('/enter/facts/new', {
        ...form.fields,
        'body.title': 'A plan by 2029',
        step: 'ask',
      })
      assert.equal(changed.location, `${address}?after=ask`)
      // An edit after an approval asks for all of them again; whoever approves sees what they approve.
      assert.match(words((await as(approver).open(address)).document), /as it stands: 0 of 2/)
      assert.equal((await as(approver).send(address, { step: 'approve', revision })).status, 409)
      for (const person of [approver, society])
        assert.equal((await as(person).send(address, { step: 'approve', revision: '2' })).status, 303)
      assert.equal((await as(approver).send(address, { step: 'publish', revision: '2' })).status, 403)
      assert.equal((await as(stranger).send(address, { step: 'publish', revision: '2' })).status, 404)
      const published = await as(focal).send(address, { step: 'publish', revision: '2' })
      assert.equal(published.location, '/enter/facts/entered-1?after=publish')
      const [datum] = await listDatums(db)
      assert.deepEqual([datum?.entered, datum?.body.title], [false, 'A plan by 2029'])
      for (const person of [thePublic, stranger]) {
        const seen = await as(person).open('/ministries/XAA')
        assert.match(words(seen.document), /A plan by 2029/)
        assert.doesNotMatch(words(seen.document), /entered here, not received/)
      }
      const recorded = words((await as(focal).open(published.location)).document)
      assert.match(recorded, /Approved by each of its owners: Averland, Averland National Society\./)
      assert.match(recorded, /Averland; Averland National Society/)
      assert.equal((await as(focal).send(address, { step: 'publish', revision: '2' })).status, 303)
      assert.equal((await listDatums(db)).length, 1)
    }))

  it('is given up once one has said so twice, and comes back from its history', () =>
    inSignedInWorld([focal, approver, stranger], async ({ as, db }) => {
      const begun = await as(focal).send('/enter/facts/new', { ...fact, step: 'keep' })
      const address = begun.location.split('?')[0]!
      assert.match(words((await as(focal).open(begun.location)).document), /It is kept as a draft/)
      const asked = await as(focal).open(`${address}/discard`)
      assert.match(words(asked.document), /Give up this fact on its way.*A plan by 2028/)
      // Who may not give it up is led back to it.
      assert.equal((await as(approver).open(`${address}/discard`)).status, 303)
      for (let twice = 0; twice < 2; twice++) {
        const gone = await as(focal).send(`${address}/discard`, { revision: '1' })
        const told = (await as(focal).open(gone.location)).document.querySelector('.told')
        assert.match(told?.textContent ?? '', /You have given the draft up\./)
        assert.match(told?.querySelector('a')?.getAttribute('href') ?? '', /^\/history\/fact-draft:/)
      }
      // An address says so to those alone who can look back at it, and only while it is so.
      const id = address.split('/').at(-1)!
      const said = `/enter?after=discard&thing=fact-draft:${id}`
      const toldTo = async (person: typeof focal, at: string) =>
        (await as(person).open(at)).document.querySelector('.told')?.textContent ?? ''
      assert.match(await toldTo(focal, said), /given the draft up/)
      assert.equal(await toldTo(stranger, said), '')
      for (const at of ['/enter?after=discard', `${said.slice(0, -1)}${said.endsWith('0') ? '1' : '0'}`])
        assert.equal(await toldTo(focal, at), '')
      assert.equal((await as(stranger).send(`${address}/discard`, { revision: '1' })).status, 404)
      const thing = `/history/fact-draft:${id}`
      const { fields } = await as(focal).open(thing)
      assert.equal((await as(approver).send(`${thing}/restore`, fields)).status, 403)
      const back = await as(focal).send(`${thing}/restore`, fields)
      assert.equal(back.location, `${address}?after=restore`)
      assert.match(words((await as(focal).open(back.location)).document), /The earlier state is back/)
      assert.equal(await toldTo(focal, said), '')
      const { rows } = await sql`select 1 from fact_draft`.execute(db)
      assert.equal(rows.length, 1)
    }))

  it('saved by two at once shows the second both texts, and loses neither', () =>
    inSignedInWorld([focal], async ({ as, db }) => {
      const begun = await as(focal).send('/enter/facts/new', { ...fact, step: 'keep' })
      const form = await as(focal).open(`${begun.location.split('?')[0]}/edit`)
      const save = (title: string) =>
        as(focal).send('/enter/facts/new', { ...form.fields, 'body.title': title, step: 'keep' })
      assert.equal((await save('The first text')).status, 303)
      const second = await save('The second text')
      assert.equal(second.status, 409)
      assert.match(words(second.document), /The first text/)
      assert.match(second.text, /value="The second text"/)
      assert.match(second.document.title, /^Error: /)
      assert.match(words(second.document), /focal saved this draft after you opened it/)
      // What the second one left as it was is the first one's now.
      const noted = { ...form.fields, note: 'Mine.', step: 'keep' }
      assert.equal(
        fieldsIn((await as(focal).send('/enter/facts/new', noted)).document)['body.title'],
        'The first text',
      )
      const again = { ...form.fields, 'body.title': 'The second text', revision: '2', step: 'keep' }
      assert.equal((await as(focal).send('/enter/facts/new', again)).status, 303)
      const { rows } = await sql<{
        title: string
      }>`select content ->> 'body.title' as title from fact_draft`.execute(db)
      assert.deepEqual(rows, [{ title: 'The second text' }])
    }))
})

const asked = { actor: 'XAA', obligation: 'article-7', coversYear: '2026', subject: '', startedFrom: '' }

describe('who asks', () => {
  it('for a fact is whoever writes it, for a report as a whole its focal point', () =>
    inSignedInWorld([focal, clearers], async ({ as }) => {
      const alone = { ...fact, 'body.parties': '' }
      const begun = await as(clearers).send('/enter/facts/new', { ...alone, step: 'ask' })
      const own = words((await as(clearers).open(begun.location)).document)
      const out = words((await as(clearers).open('/waiting')).document)
      assert.match(out, /Nothing waits for you in this world\..*With others 1.*Averland/)
      assert.match(own, /You have asked for approval\. It waits for: Averland/)
      assert.match(own, /clearers asks for approval/)
      const { location } = await as(focal).send('/enter/reports/new', asked)
      const draft = location.split('/').slice(0, 4).join('/')
      const sent = { step: 'ask', revision: '0' }
      assert.equal((await as(clearers).send(`${draft}/approval`, sent)).status, 403)
      assert.equal((await as(focal).send(`${draft}/approval`, sent)).status, 303)
    }))
})

describe('a report', () => {
  it('of a State is approved by it and submitted by its focal point, and is not marked as entered here', () =>
    inSignedInWorld([focal, approver, coder, reviewer], async ({ as, db }) => {
      const { location } = await as(focal).send('/enter/reports/new', asked)
      assert.match(location, /^\/enter\/reports\/[0-9a-f-]{36}/)
      const draft = location.split('/').slice(0, 4).join('/')
      await as(focal).send(`${draft}/document`, {
        'document.receivedOn': '2027-04-30',
        revision: '0',
        finished: 'yes',
      })
      const check = await as(focal).open(`${draft}/check`)
      assert.match(check.text, /Ask for approval/)
      assert.doesNotMatch(check.text, /Submit as version/)
      const step = (person: typeof focal, name: string, note = '') =>
        as(person).send(`${draft}/approval`, { step: name, revision: '1', note })
      assert.equal((await step(focal, 'publish')).status, 403)
      assert.equal((await step(focal, 'ask', 'All of it is there.')).status, 303)
      const waiting = await as(approver).open('/waiting')
      assert.match(words(waiting.document), /To approve 1.*Averland.*0 of 1.*All of it is there\./)
      // The State's own words are no business of those who code.
      for (const other of [coder, reviewer]) assert.equal((await step(other, 'approve')).status, 404)
      assert.equal((await step(approver, 'approve')).status, 303)
      assert.equal((await step(focal, 'publish')).status, 303)
      const [version] = await listReportVersions(db)
      assert.equal(version?.entered, false)
      const page = await as(thePublic).open('/reports/XAA:article-7:2026:1')
      assert.match(words(page.document), /submitted by its focal point on/)
      assert.doesNotMatch(words(page.document), /entered here, not received/)
      const sheet = await as(thePublic).open('/states/XAA')
      assert.match(words(sheet.document), /submitted by its focal point on/)
      const csv = (await as(thePublic).open('/states/XAA.csv')).text
      assert.match(csv, /submitted by its focal point on \d{4}-\d{2}-\d{2}/)
    }))

  it('coded for a treaty is confirmed by a reviewer who did not code it', () =>
    inSignedInWorld([focal, coder, reviewer], async ({ as, db }) => {
      const { location } = await as(coder).send('/enter/reports/new', asked)
      const draft = location.split('/').slice(0, 4).join('/')
      await as(coder).send(`${draft}/document`, { 'document.receivedOn': '2027-04-30', revision: '0' })
      const section = sectionsOf(articleSeven()).find(({ questions }) => questions.length > 0)!
      const question = section.questions[0]!.answered[0]!
      const answer = { [`answers.${question}.state`]: 'yes', [`answers.${question}.page`]: '4' }
      await as(coder).send(`${draft}/${section.id}`, { ...answer, revision: '0' })
      const step = (person: typeof focal, name: string) =>
        as(person).send(`${draft}/approval`, { step: name, revision: '2' })
      assert.equal((await step(coder, 'ask')).status, 303)
      assert.equal((await step(coder, 'approve')).status, 403)
      assert.equal((await step(focal, 'approve')).status, 404)
      assert.equal((await step(reviewer, 'approve')).status, 303)
      assert.equal((await step(reviewer, 'publish')).status, 303)
      assert.equal((await listReportVersions(db))[0]?.entered, false)
      // Whoever read it is named, and whoever approved it: not whoever pressed the last button.
      const answers = await listAnswers(db, {})
      assert.deepEqual(
        answers
          .filter(({ state }) => state !== 'not reported')
          .map((one) => [one.question, one.state, one.evidence.page, one.codedBy, one.confirmedBy]),
        [[question, 'yes', '4', 'person:coder', 'person:reviewer']],
      )
      assert.equal((await listReportVersions(db))[0]?.receivedOn, '2027-04-30')
      const page = await as(thePublic).open('/reports/XAA:article-7:2026:1')
      assert.match(words(page.document), /coded by the secretariat, confirmed by a reviewer/)
      const mongolian = await as(thePublic).open('/mn/reports/XAA:article-7:2026:1')
      assert.match(words(mongolian.document), /хянагч баталгаажуулсан/)
    }))

  it('is filled in by the departments that its sections are assigned to', () =>
    inSignedInWorld([focal, clearers, healers], async ({ as, store, db }) => {
      const people = store.people
      const section = async (name: string, departmentId: string) => {
        await insertDepartment(people, {
          ...{ departmentId, world: 'register', actor: 'XAA', names: { en: name, mn: name } },
        })
      }
      await section('Clearance Authority', clearance)
      await section('Ministry of Health', health)
      const sections = sectionsOf(articleSeven())
      const [first, second] = [
        sections[1]!,
        sections.find((one) => one.part === 1 && one !== sections[1] && one.id !== 'document')!,
      ]
      await replaceSectionAssignments(people, { world: 'register', actor: 'XAA', obligation: 'article-7' }, [
        { section: first.id, department: clearance },
        { section: second.id, department: health },
      ])
      const { location } = await as(focal).send('/enter/reports/new', asked)
      const draft = location.split('/').slice(0, 4).join('/')
      const list = await as(clearers).open(draft)
      assert.match(words(list.document), /Clearance Authority yours/)
      assert.doesNotMatch(words(list.document), /Ministry of Health yours/)
      const question = second.questions[0]!.answered[0]!
      const typed = { [`answers.${question}.text`]: 'From one department.', revision: '0' }
      assert.equal((await as(clearers).send(`${draft}/${second.id}`, typed)).status, 403)
      const theirs = await as(clearers).open(`${draft}/${second.id}`)
      assert.match(words(theirs.document), /another department fills it in/)
      // Nobody types into what they cannot keep.
      assert.ok(theirs.document.querySelector('form.entry fieldset[disabled] textarea'))
      assert.equal(
        (await as(healers).open(`${draft}/${second.id}`)).document.querySelector('[disabled]'),
        null,
      )
      assert.equal((await as(healers).send(`${draft}/${second.id}`, typed)).status, 303)
      // What is assigned to nobody is everybody's, and a focal point answers for all of it.
      const unassigned = { 'document.receivedOn': '2027-04-30', revision: '0' }
      assert.equal((await as(clearers).send(`${draft}/document`, unassigned)).status, 303)
      assert.equal(
        (await as(focal).send(`${draft}/${first.id}`, { revision: '0', finished: 'yes' })).status,
        303,
      )
      for (const person of [clearers, healers])
        assert.equal(
          (await as(person).send(`${draft}/approval`, { step: 'approve', revision: '3' })).status,
          403,
        )
      assert.equal((await listReportVersions(db)).length, 0)
    }))
})
