import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readReportName, reportName } from '../../src/reports/naming.ts'

const reportId = '01a200f2-1770-721c-8e94-407dde99ad20'
const part = fc.stringMatching(/^[\w.@-]{1,12}$/)

describe('the name of a report version', () => {
  it('says who, on what, covering which year, which version, and about which record', () => {
    const report = {
      reportId,
      actor: 'XAA',
      obligation: 'article-7',
      coversYear: 2025,
      version: 2,
      subject: null,
    }
    assert.equal(reportName(report), 'XAA:article-7:2025:2')
    assert.equal(reportName({ ...report, subject: 'request-1' }), 'XAA:article-7:2025:2:request-1')
  })

  it('leads back to the version it names, whatever the parts', () => {
    fc.assert(
      fc.property(
        part,
        part,
        fc.integer({ min: 1999, max: 2100 }),
        fc.integer({ min: 1, max: 99 }),
        fc.option(part),
        (actor, obligation, coversYear, version, subject) => {
          const named = { actor, obligation, coversYear, version, subject }
          assert.deepEqual(readReportName(reportName({ ...named, reportId })), named)
        },
      ),
    )
  })

  it('is the id where a record has a name no address takes', () => {
    const named = { actor: 'XAA', obligation: 'a', coversYear: 2025, version: 1, subject: 'a/b:c', reportId }
    assert.equal(reportName(named), reportId)
    assert.deepEqual(readReportName(reportId), { reportId })
  })

  it('is not anything else', () => {
    for (const text of [
      '',
      'XAA',
      'XAA:article-7',
      'XAA:article-7:2025',
      'XAA:article-7:25:1',
      'XAA:a:2025:0',
    ])
      assert.equal(readReportName(text), undefined, text)
    assert.equal(readReportName('XAA:a:2025:1:b:c'), undefined)
  })
})
