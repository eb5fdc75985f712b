// Letters to people: what each kind says, and what it needs to say it. They are put into the outbox (letter-store.ts) in
// the transaction of what they tell of; src/mail writes them out in words and sends them.

/** What can be approved and given back. */
export type DecidedThing = 'fact' | 'report' | 'figures' | 'page'

/**
 * What a letter of each kind is written with. Letters go over lines anyone may read: nothing in them that is not public,
 * but for one-time links, which wait sealed (sealed-link.ts) and are forgotten here as soon as the letter is gone. `link` is
 * a path of this installation with its language (`/mn/sign-in/…`); the origin comes before it when it is sent. `agent`: who
 * `by` names, as the audit trail has them, so that a letter in the name of somebody who is forgotten is found.
 */
export type LetterValues = {
  /** `by`: who invites; `until`: the last day the link works, YYYY-MM-DD. */
  invitation: { by: string; agent?: string; link: string; until: string }
  /** A new password is asked for; `minutes`: how long the link works. */
  'password-link': { link: string; minutes: number }
  /** Another address is confirmed by its link; `until` as with invitations. */
  'address-link': { agent?: string; link: string; until: string }
  /** To the address before: another one was asked for, or has taken its place. Never which. */
  'address-notice': { agent?: string; what: 'asked' | 'changed' }
  /** Something waits for an approval; which, stands behind sign-in. `by`: who asks, null where that is no person. */
  'approval-asked': { what: DecidedThing; by: string | null; agent?: string; link: string }
  /** It was given back; the note stands on the page. */
  returned: { what: DecidedThing; by: string | null; agent?: string; link: string }
  /** What is due, written out already. `unsubscribe`: the path at which no more of them are asked for. */
  digest: { subject: string; body: string; unsubscribe: string }
  /** From `pacta mail test`. */
  test: Record<string, never>
}

export const letterKinds = [
  'invitation',
  'password-link',
  'address-link',
  'address-notice',
  'approval-asked',
  'returned',
  'digest',
  'test',
] as const satisfies readonly (keyof LetterValues)[]
export type LetterKind = (typeof letterKinds)[number]

/**
 * Where a letter goes: a person whose account has an address; or, for those who have no account yet, an address.
 * `name` is whom it greets.
 */
export type Addressee = { personId: string } | { address: string; name: string }

type LetterOf<Kind extends LetterKind> = {
  kind: Kind
  to: Addressee
  /** Language it is written in (BCP 47); what the catalogue lacks is said in English. */
  language: string
  values: LetterValues[Kind]
  /** Not sent after this instant (ISO 8601): what it says holds no more. Left out: sent whenever it can be. */
  usefulUntil?: string | undefined
}

/** A letter to be sent. */
export type Letter = { [Kind in LetterKind]: LetterOf<Kind> }[LetterKind]

export const letterStates = ['waiting', 'failed', 'sent', 'given-up'] as const
/**
 * Waiting: not tried yet. Failed: tried, and tried again at its time. Sent: taken over by the mail server. Given up: not
 * tried any more.
 */
export type LetterState = (typeof letterStates)[number]

/** Signs that end a line or hide others: in a header they would begin a new one. */
const control = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/u

/**
 * Whether letters can be sent to it: one "@", no blanks, none of the signs by which one address becomes several or ends
 * a line (RFC 5321 allows more within quotes, which nobody has).
 */
export const isMailAddress = (text: string): boolean =>
  text.length <= 254 &&
  !control.test(text) &&
  /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:".-][^\s@<>()[\]\\,;:"]*\.?[^\s@<>()[\]\\,;:".-]$/u.test(text)

/** Words on one line of a header: whatever would end it is a blank. At most 200 signs. */
export const onOneLine = (words: string): string =>
  words
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 200)
