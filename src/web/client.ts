// Who asks, as far as a line tells: the address at its other end, or, where a proxy of ours stands between, the address
// that the proxy says it was asked from.
import { BlockList, isIP } from 'node:net'

/** An IPv4 address may arrive in the clothes of IPv6. */
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether an address belongs to this machine or to one of the networks given (`10.0.0.5`, `10.1.0.0/16`). */
export const trustOf = (networks: readonly string[]): ((address: string) => boolean) => {
  const list = new BlockList()
  list.addSubnet('127.0.0.0', 8, 'ipv4')
  list.addAddress('::1', 'ipv6')
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    if (bits === undefined) list.addAddress(address, familyOf(address))
    else list.addSubnet(address, Number(bits), familyOf(address))
  }
  return (address) => isIP(plain(address)) !== 0 && list.check(plain(address), familyOf(plain(address)))
}

/**
 * The address a request comes from. `peer` is the other end of the line; undefined: a socket in a folder, which only
 * this machine can reach. `forwarded` is what stands in X-Forwarded-For, each proxy having written behind the last: read
 * from its end for as long as a proxy of ours wrote it, since everything before that anybody may have made up.
 */
export const clientOf = (
  peer: string | undefined,
  forwarded: string | undefined,
  isOurs: (address: string) => boolean,
): string => {
  let client = plain(peer ?? '127.0.0.1')
  const named = (forwarded ?? '').split(',').map(plain)
  while (isOurs(client)) {
    const before = named.pop()
    if (before === undefined || isIP(before) === 0) break
    client = before
  }
  return client
}

/**
 * What is counted as one asker: an IPv4 address, or the network of 64 bits that one household or office is given of
 * IPv6, in which whoever likes has more addresses than could be counted.
 */
export const askerOf = (client: string): string => {
  if (isIP(client) !== 6) return client
  const [head = '', tail = ''] = client.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const whole = client.includes('::')
    ? [...groups, ...Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0'), ...after]
    : groups
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
