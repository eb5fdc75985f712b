// Identifiers that sort by the time they were made (RFC 9562, version 7).
import { randomFillSync } from 'node:crypto'

// Fetched for many at once: each call of the generator costs more than all else of an identifier.
const random = Buffer.alloc(10 * 512)
let used = random.length
let lastMs = 0
let counter = 0

/**
 * A UUID of version 7, greater than every one this process made before: 48 bits of milliseconds, a 12-bit counter
 * that starts in its lower half each millisecond, 62 random bits (RFC 9562, section 6.2, method 1).
 */
export const uuidv7 = (): string => {
  if (used === random.length) {
    randomFillSync(random)
    used = 0
  }
  const at = used
  used += 10
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    counter = random.readUInt16BE(at + 8) & 0x7ff
  } else if (++counter > 0xfff) {
    // The counter is used up, or the clock went back: borrow the next millisecond.
    lastMs += 1
    counter = 0
  }
  const time = lastMs.toString(16).padStart(12, '0')
  const variant = ((random[at]! & 0x3f) | 0x80).toString(16)
  const tail = random.toString('hex', at + 1, at + 8)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${tail.slice(0, 2)}-${tail.slice(2)}`
}

/** Whether a text is an identifier as Pacta writes them: what is none is asked of no column of identifiers. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
