// Releases on the site, over the exercise as it ships: frozen by the form, read, commented, and the very file that is
// kept.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { loadExercise } from '../../src/load.ts'
import { findReleaseFile, listReleases } from '../../src/releases/store.ts'
import { createSites } from '../../src/web/app.ts'
import { bannerOf } from '../../src/web/held.ts'
import { joinSites } from '../../src/web/serve.ts'
import { inTestWorld } from '../world.ts'
import { deskData } from './desk.ts'
import { open, post } from './entering.ts'
import { textOf } from './site.ts'

const plan = 'siem-reap-angkor-draft-2024-08'

describe('releases on the site', () => {
  it('are frozen by the form, read, commented and taken along', () =>
    inTestWorld(async (db) => {
      await loadExercise(db)
      const app = joinSites(
        createSites({
          world: 'exercise',
          banner: await bannerOf(db),
          data: deskData(db, 'exercise'),
          today: () => '2027-12-31',
        }),
      )
      const none = await post(app, '/exercise/releases', { what: `${plan}|2031` })
      assert.equal(none.status, 422)
      assert.match(textOf(none.document.querySelector('.wrong-summary')), /Choose one of the plans/)
      assert.deepEqual(await listReleases(db), [], 'nothing is frozen that was not offered')

      const frozen = await post(app, '/exercise/releases', { what: `${plan}|2026` })
      assert.equal(frozen.status, 303)
      assert.match(frozen.location, /^\/exercise\/releases\/[0-9a-f]{12}$/)
      const again = await post(app, '/exercise/releases', { what: `${plan}|2026` })
      assert.equal(again.location, frozen.location, 'the same figures give the same release')

      // The page says what the plan's page says for the same year, since nothing has become known in between.
      const page = (await open(app, frozen.location)).document
      const asFrozen = textOf(page.querySelector('tr:has(a[href$="/7.1"]) td:nth-of-type(2)'))
      assert.match(asFrozen, /78\.1%\s*25 of 32/)
      const value = (await open(app, `${frozen.location}/7.1`)).document
      assert.equal(textOf(value.querySelector('.big')), '78.1%')
      assert.equal(value.querySelectorAll('#members-counted tr:not(.group)').length, 25)

      // Whichever one starts from, the later release is compared with the earlier.
      const later = await post(app, '/exercise/releases', { what: `${plan}|2027` })
      const ids = [frozen, later].map(({ location }) => location.split('/').at(-1)!)
      for (const [one, other] of [ids, ids.toReversed()]) {
        const compared = (await open(app, `/exercise/releases/${one}/since/${other}`)).document
        const heads = [...compared.querySelectorAll('header dd code')].map((head) => textOf(head))
        assert.deepEqual(heads, ids)
      }

      const comments = `${frozen.location}/comments`
      const empty = await post(app, comments, { place: 'indicator|7.1', text: ' ', by: '', on: 'soon' })
      assert.equal(empty.status, 422)
      assert.equal(empty.document.querySelectorAll('.wrong-summary li').length, 2)
      const undated = await post(app, comments, { place: '', text: 'Well.', by: 'Committee', on: 'soon' })
      assert.equal(undated.status, 422)
      assert.match(textOf(undated.document.querySelector('.wrong-summary')), /soon/)
      assert.equal(undated.document.querySelector('textarea')?.textContent?.trim(), 'Well.')
      const said = await post(app, comments, {
        ...{ place: 'indicator|7.1', text: '<b>Seven</b> did not report.', by: 'Committee' },
        ...{ on: '2027-12-01', language: '' },
      })
      assert.equal(said.status, 303)
      const after = (await open(app, frozen.location)).document
      assert.match(textOf(after.querySelector('tr:has(a[href$="/7.1"]) .comment')), /^<b>Seven<\/b> did not/)

      const file = await app.request(`${frozen.location}/file`)
      assert.equal(file.status, 200)
      assert.match(file.headers.get('content-disposition') ?? '', /attachment; filename="pacta-release-/)
      assert.equal(await file.text(), await findReleaseFile(db, ids[0]!))
      const links = [...after.querySelectorAll('a[href*="/status/en."]')].map((link) =>
        link.getAttribute('href'),
      )
      assert.deepEqual(
        links.map((link) => link?.split('.').at(-1)),
        ['html', 'pdf', 'docx'],
      )
      const document = await app.request(links[0]!)
      assert.equal(document.status, 200)
      assert.match(
        document.headers.get('content-security-policy') ?? '',
        /^default-src 'none'; style-src 'sha256-/,
      )
      assert.match(await document.text(), /&lt;b&gt;Seven&lt;\/b&gt; did not report\./)
      const docx = await app.request(links[2]!)
      assert.match(docx.headers.get('content-disposition') ?? '', /^attachment; filename="pacta-status-2026-/)
      assert.equal(
        Buffer.from(await docx.arrayBuffer())
          .subarray(0, 2)
          .toString(),
        'PK',
      )
      assert.equal((await app.request('/exercise/releases/000000000000/file')).status, 404)
    }, 'exercise'))
})
