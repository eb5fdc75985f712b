// The second factor: a secret shared with an authenticator app (TOTP, RFC 6238), and recovery codes for when it is lost.
import { randomBytes } from 'node:crypto'
import { sha256 } from './digest.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes in base 32 (RFC 4648, 6), as authenticator apps take secrets; without the padding. */
export const base32 = (bytes: Uint8Array): string => {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

/** A new secret of 160 bits, in base 32 (RFC 4226, 4, R6). */
export const newSecret = (): string => base32(randomBytes(20))

/** A secret in groups of four, as it is typed by hand. */
export const inGroups = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ')

/** What the picture holds: the address form of a secret that authenticator apps read. */
export const otpAddress = (secret: string, issuer: string, account: string): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${new URLSearchParams({
    secret,
    issuer,
    digits: '6',
    period: '30',
  })}`

/** Digits as typed, blanks left out: "123 456". */
export const foldedCode = (typed: string): string => typed.replace(/\s/gu, '')

/** So many recovery codes are given at once. */
export const recoveryCodes = 10

/** New recovery codes of 80 bits each, in groups of four: `k3f7-…`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodes }, () =>
    (base32(randomBytes(10)).toLowerCase().match(/.{4}/g) ?? []).join('-'),
  )

/** What is kept of a recovery code, however it was typed. They are random enough for a plain digest. */
export const recoveryDigest = (code: string): string =>
  sha256(
    code
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      // What is easily misread is not among the letters.
      .replaceAll('0', 'o')
      .replaceAll('1', 'l'),
  )
