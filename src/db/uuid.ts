// Identifiers that sort by the time they were made (RFC 9562, version 7).
import { randomFillSync } from 'node:crypto'

const random = new Uint8Array(10)
let lastMs = 0
let counter = 0

/**
 * A UUID of version 7, greater than every one this process made before: 48 bits of milliseconds, a 12-bit counter
 * that starts in its lower half each millisecond, 62 random bits (RFC 9562, section 6.2, method 1).
 */
export const uuidv7 = (): string => {
  randomFillSync(random)
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    counter = ((random[8]! << 8) | random[9]!) & 0x7ff
  } else if (++counter > 0xfff) {
    // The counter is used up, or the clock went back: borrow the next millisecond.
    lastMs += 1
    counter = 0
  }
  const time = lastMs.toString(16).padStart(12, '0')
  const variant = ((random[0]! & 0x3f) | 0x80).toString(16)
  const tail = Buffer.from(random.buffer, 1, 7).toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`
}
