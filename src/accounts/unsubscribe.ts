// The address at which somebody asks for no more reminders without signing in: signed, so that nobody can make one for
// another, and good for that alone.
import { createHmac, timingSafeEqual } from 'node:crypto'

const sign = (personId: string, secret: string): string =>
  createHmac('sha256', secret).update(`no more reminders for ${personId}`).digest('base64url')

/** What stands at the end of the address: whose reminders, and our word that it was us who wrote it to them. */
export const unsubscribeToken = (personId: string, secret: string): string =>
  `${Buffer.from(personId).toString('base64url')}.${sign(personId, secret)}`

/** Whose reminders a token ends; undefined for one that is none of ours. */
export const readUnsubscribe = (token: string, secret: string): string | undefined => {
  const [encoded = '', signature = ''] = token.split('.')
  const personId = Buffer.from(encoded, 'base64url').toString()
  const [given, own] = [Buffer.from(signature), Buffer.from(sign(personId, secret))]
  return given.length === own.length && timingSafeEqual(given, own) ? personId : undefined
}

/** The path of the page that ends them. */
export const unsubscribePath = (base: string, token: string): string => `${base}/letters/stop/${token}`
