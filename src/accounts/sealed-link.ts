// One-time links that wait in the outbox: sealed with the installation's secret, which does not stand in the database, so that
// whoever has copied that opens none of them. Opened when the letter is written out.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const mark = 'sealed:'
const cipher = 'aes-256-gcm'
/** Bytes of the number used once, and of the seal (NIST SP 800-38D, 8.2.2 and 5.2.1.2). */
const nonceBytes = 12
const tagBytes = 16

/** A key for links alone, from the secret that other things hang on too (RFC 5869). */
const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', 'pacta: links in letters', 32))

/** A path as it waits in a letter. `secret`: the installation's. */
export const sealLink = (path: string, secret: string): string => {
  const nonce = randomBytes(nonceBytes)
  const sealing = createCipheriv(cipher, keyOf(secret), nonce)
  const sealed = Buffer.concat([nonce, sealing.update(path, 'utf8'), sealing.final(), sealing.getAuthTag()])
  return mark + sealed.toString('base64url')
}

/** The path again; what was not sealed stays as it is. Undefined where it was sealed with another secret. */
export const openLink = (link: string, secret: string): string | undefined => {
  if (!link.startsWith(mark)) return link
  const sealed = Buffer.from(link.slice(mark.length), 'base64url')
  try {
    const opening = createDecipheriv(cipher, keyOf(secret), sealed.subarray(0, nonceBytes))
    opening.setAuthTag(sealed.subarray(-tagBytes))
    return opening.update(sealed.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + opening.final('utf8')
  } catch {
    return undefined
  }
}
