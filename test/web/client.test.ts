// Who asks: the other end of the line, or whom a proxy of ours names; never whom anybody else names.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { askerOf, clientOf, trustOf } from '../../src/web/client.ts'

const own = trustOf(['10.0.0.5', '10.1.0.0/16', '2001:db8:1::/48'])

describe('the address a request comes from', () => {
  const cases: [string, string | undefined, string | undefined, string][] = [
    ['the other end of the line', '203.0.113.9', undefined, '203.0.113.9'],
    ['whom a proxy on this machine names', '127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['whom it names, over IPv6', '::1', '2001:db8:9::1', '2001:db8:9::1'],
    ['whom it names, over IPv4 in the clothes of IPv6', '::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
    ['whom a socket in a folder is told', undefined, '203.0.113.9', '203.0.113.9'],
    ['past two proxies of ours', '127.0.0.1', '203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['no further than a stranger', '127.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
    ['not whom a stranger names', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['not what is no address', '10.0.0.5', 'unknown', '10.0.0.5'],
    ['nor what stands before it', '10.0.0.5', '203.0.113.9, <b>', '10.0.0.5'],
    ['itself, where nobody is named', '127.0.0.1', undefined, '127.0.0.1'],
  ]
  for (const [said, peer, forwarded, client] of cases)
    it(`is ${said}`, () => assert.equal(clientOf(peer, forwarded, own), client))

  it('is never moved by what the asker writes before the proxy', () => {
    fc.assert(
      fc.property(fc.string(), (made) => {
        assert.equal(clientOf('127.0.0.1', `${made}, 203.0.113.9`, own), '203.0.113.9')
      }),
    )
  })
})

describe('one asker', () => {
  it('is an address of IPv4', () => assert.equal(askerOf('203.0.113.9'), '203.0.113.9'))
  it('is a network of IPv6, since one office has more addresses than can be counted', () => {
    for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:0db8:0001:0002:0:0:0:1'])
      assert.equal(askerOf(address), '2001:db8:1:2::/64')
    assert.equal(askerOf('2001:db8::1'), '2001:db8:0:0::/64')
    assert.equal(askerOf('::1'), '0:0:0:0::/64')
  })
})
