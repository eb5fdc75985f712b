// Signatures by Ed25519: of a payload's canonical text, or of a comment's. Keys are the holder's; nothing is kept here.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { problem } from '../problem.ts'
import type { Signature } from './release.ts'

const publicText = (key: KeyObject): string =>
  Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url').toString('base64')

/** A new pair: the private key as PEM (PKCS 8), the public one as base64 of its 32 bytes. */
export const makeKey = (): { privatePem: string; publicKey: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privatePem: String(privateKey.export({ format: 'pem', type: 'pkcs8' })),
    publicKey: publicText(publicKey),
  }
}

/** The private key of a PEM text. Throws Problem `input-unreadable` naming the file where it is none of Ed25519. */
export const readPrivateKey = (pem: string, fileName: string): KeyObject => {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below, in the same words as a key of another kind.
  }
  throw problem(
    'input-unreadable',
    `${fileName} holds no private key of Ed25519 in PEM; "pacta release key --out FILE" makes one.`,
    [{ file: fileName, message: 'not a private key of Ed25519' }],
  )
}

/** The signature of a text under a private key, with the public key beside it. */
export const signText = (text: string, key: KeyObject): Signature => ({
  alg: 'Ed25519',
  key: publicText(createPublicKey(key)),
  sig: sign(null, Buffer.from(text), key).toString('base64'),
})

/** Whether a signature is one of this text by the holder of its key. */
export const isSignedBy = (text: string, { key, sig }: Signature): boolean => {
  try {
    const x = Buffer.from(key, 'base64').toString('base64url')
    const held = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, Buffer.from(text), held, Buffer.from(sig, 'base64'))
  } catch {
    return false
  }
}
