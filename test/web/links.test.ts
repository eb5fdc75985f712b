import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bothWorlds, read } from './site.ts'

/** What a page leads to: links, what its head names, targets of forms; read from its tags, which pages.test.ts holds to be well-formed. */
const leadsOf = (page: string): { tag: string; target: string; rel: string }[] =>
  [...page.matchAll(/<(a|link|form)\b([^>]*)>/g)].flatMap(([, tag = '', attributes = '']) => {
    const attribute = (name: string): string | undefined =>
      new RegExp(`\\s${name}="([^"]*)"`)
        .exec(attributes)?.[1]
        ?.replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
    const target = attribute(tag === 'form' ? 'action' : 'href')
    return target === undefined ? [] : [{ tag, target, rel: attribute('rel') ?? '' }]
  })

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
      for (const { tag, target, rel } of leadsOf(text)) {
        if (/^(https?:)?\/\//.test(target)) {
          assert.ok(tag === 'a' && rel.includes('external'), target)
          continue
        }
        // What brings an earlier state back is no page, and only ever posted to.
        if (tag === 'form' && target.endsWith('/restore')) continue
        // The calendar goes on without an end, before and after.
        if (rel.includes('nofollow')) continue
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
