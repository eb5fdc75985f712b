import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bothWorlds, documentOf, read } from './site.ts'

describe('every page', () => {
  it('leads only to addresses that answer, in both worlds', async () => {
    const both = bothWorlds()
    const seen = new Map<string, number>()
    const waiting = ['/']
    while (waiting.length > 0) {
      const address = waiting.pop() as string
      if (seen.has(address)) continue
      const { status, headers, text } = await read(both, address)
      seen.set(address, status)
      if (!(headers.get('content-type') ?? '').startsWith('text/html')) continue
      const document = documentOf(text)
      for (const element of document.querySelectorAll('a[href], link[href], form[action]')) {
        const target = element.getAttribute('href') ?? element.getAttribute('action') ?? ''
        if (/^(https?:)?\/\//.test(target)) {
          assert.ok(element.tagName === 'A' && element.getAttribute('rel')?.includes('external'), target)
          continue
        }
        // What brings an earlier state back is no page, and only ever posted to.
        if (element.tagName === 'FORM' && target.endsWith('/restore')) continue
        // The calendar goes on without an end, before and after.
        if (/nofollow/.test(element.getAttribute('rel') ?? '')) continue
        // Documents take a second each to set; test/web/releases.test.ts takes them from the page of a release.
        if (/\/status\/\w+\.(pdf|docx)$/.test(target)) continue
        if (!target.startsWith('#')) waiting.push(target.split('#')[0] as string)
      }
    }
    assert.deepEqual(
      [...seen].filter(([, status]) => status !== 200 && status !== 409),
      [],
    )
    assert.ok(seen.size > 300, `${seen.size}`)
    assert.ok(seen.has('/exercise') && seen.has('/exercise/states/XBC'))
    // Only the data of a cohort nobody has established is refused; its page says so in words.
    const refused = [...seen].filter(([, status]) => status === 409).map(([address]) => address)
    assert.deepEqual([...new Set(refused.map((address) => address.replace('/exercise', '')))].sort(), [
      '/cohorts/donor.csv',
      '/cohorts/donor.json',
      '/cohorts/donor.xlsx',
    ])
  })
})
