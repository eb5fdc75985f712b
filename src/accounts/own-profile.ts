// Who one is here: name, language and address for mail, changed by oneself. Another address is confirmed first, by the link
// in a letter to it, or, where no letters are sent or they have no password, by an administrator. The address before is told.
import { randomBytes } from 'node:crypto'
import { inTransaction, type PeopleDb } from '../db/store.ts'
import { type Account, findAccount, findAccountByAddress, saveAddress, saveProfile } from './account-store.ts'
import {
  type AddressChange,
  findAddressChange,
  removeAddressChange,
  saveAddressChange,
  takeAddressChange,
} from './address-change-store.ts'
import { sha256 } from './digest.ts'
import { isMailAddress } from './letter.ts'
import { putLetter } from './letter-store.ts'
import { beginAddressLetter, foldedAddress, forgetLetter } from './lock-out.ts'
import { removePasswordLinks } from './password-link-store.ts'
import { notePeopleEvent } from './people-event.ts'
import { sealLink } from './sealed-link.ts'

/** How long another address can be confirmed. */
export const confirmDays = 7
const longestName = 200

export type Profile = { name: string; address: string; language: string }
export type ProfileFault = 'name' | 'address'

/** What is wrong with what somebody wants to be called, and where. */
export const profileFaults = ({ name, address }: Profile): ProfileFault[] => [
  ...(name.trim() === '' || name.trim().length > longestName ? (['name'] as const) : []),
  ...(isMailAddress(address.trim()) ? [] : (['address'] as const)),
]

const noteProfile = (
  trx: PeopleDb,
  personId: string,
  agent: string,
  action: 'profile-changed' | 'address-change-asked' | 'address-changed',
  after: Record<string, unknown>,
): Promise<void> => {
  const person = `person:${personId}`
  return notePeopleEvent(trx, {
    agent,
    action,
    subject: person,
    things: [{ thing: person, before: null, after }],
  })
}

/** The letter to another address: one goes; what is asked for has been asked a moment ago; or none goes and an administrator confirms it. */
type WishLetter = 'due' | 'on-its-way' | 'none'

/** Whether letters about an address somebody wants may go now, which counts it as sent; or for how many seconds none may. */
export const beginWish = async (
  people: PeopleDb,
  personId: string,
  wanted: string,
  now: Date,
): Promise<{ letter: WishLetter } | { letter: 'waits'; seconds: number }> => {
  const address = foldedAddress(wanted)
  if ((await findAccount(people, personId))?.address === address) return { letter: 'none' }
  const wish = await findAddressChange(people, { personId }, now)
  const allowed = await beginAddressLetter(people, { personId, address }, now)
  if (allowed.isAllowed) return { letter: 'due' }
  return wish?.address === address ? { letter: 'on-its-way' } : { letter: 'waits', seconds: allowed.seconds }
}

/** Tells whoever has the address that was theirs until now; never to what it changes. */
const tellFormer = (
  trx: PeopleDb,
  { personId, address, name, language }: Account,
  { what, now }: { what: 'asked' | 'changed'; now: Date },
): Promise<string> =>
  putLetter(trx, {
    kind: 'address-notice',
    // Not to the person: by the time it goes their address may be the other one.
    to: { address, name },
    language,
    values: { agent: `person:${personId}`, what },
    usefulUntil: new Date(now.getTime() + confirmDays * 86_400_000).toISOString(),
  })

/**
 * Keeps name and language; where the address is another one, asks for its confirmation, by `letter` or by an administrator, and
 * tells the present address if `sendsLetters`. The address one has takes the wish for another back. Check with `profileFaults`
 * first. `secret`: the installation's.
 */
export const changeProfile = (
  people: PeopleDb,
  personId: string,
  wanted: Profile,
  {
    sendsLetters,
    letter,
    secret,
    now,
  }: { sendsLetters: boolean; letter: WishLetter; secret: string; now: Date },
): Promise<{ changed: ('name' | 'language')[]; asksForAddress: boolean }> =>
  inTransaction(people, async (trx) => {
    const held = (await findAccount(trx, personId))!
    const agent = `person:${personId}`
    const [name, address] = [wanted.name.trim(), foldedAddress(wanted.address)]
    const { language } = wanted
    const changed = [
      ...(name === held.name ? [] : (['name'] as const)),
      ...(language === held.language ? [] : (['language'] as const)),
    ]
    if (changed.length > 0) await saveProfile(trx, { personId, name, language })
    const asksForAddress = address !== held.address
    if (!asksForAddress) await removeAddressChange(trx, personId)
    const asksAnew = asksForAddress && letter !== 'on-its-way'
    if (asksAnew) {
      if (sendsLetters) await tellFormer(trx, held, { what: 'asked', now })
      const token = letter === 'due' ? randomBytes(32).toString('base64url') : null
      const until = new Date(now.getTime() + confirmDays * 86_400_000)
      await saveAddressChange(trx, {
        personId,
        address,
        tokenSha256: token === null ? null : sha256(token),
        until,
      })
      if (token !== null)
        await putLetter(trx, {
          kind: 'address-link',
          to: { address, name },
          language,
          values: {
            agent,
            link: sealLink(`${language === 'en' ? '' : `/${language}`}/account/address/${token}`, secret),
            until: until.toISOString().slice(0, 10),
          },
          usefulUntil: until.toISOString(),
        })
    }
    // The trail holds that it was changed, never names or addresses.
    if (changed.length > 0) await noteProfile(trx, personId, agent, 'profile-changed', { changed })
    if (asksAnew)
      await noteProfile(trx, personId, agent, 'address-change-asked', {
        confirmedBy: letter === 'due' ? 'letter' : 'administrator',
      })
    return { changed, asksForAddress }
  })

/** The wish that the link of a letter confirms, while it works. */
export const findAddressByLink = (
  people: PeopleDb,
  token: string,
  now: Date,
): Promise<AddressChange | undefined> => findAddressChange(people, { tokenSha256: sha256(token) }, now)

/**
 * Gives somebody the address they asked for, and tells the one before if `sendsLetters`; links for a new password that went to the one before are void. False where the
 * wish is over, or somebody else has the address by now.
 */
export const confirmAddress = (
  people: PeopleDb,
  { personId, address }: Pick<AddressChange, 'personId' | 'address'>,
  {
    by,
    agent,
    sendsLetters,
    now = new Date(),
  }: { by: 'letter' | 'administrator'; agent: string; sendsLetters: boolean; now?: Date },
): Promise<boolean> =>
  inTransaction(people, async (trx) => {
    if (!(await takeAddressChange(trx, { personId, address }))) return false
    if ((await findAccountByAddress(trx, address)) !== undefined) return false
    const before = (await findAccount(trx, personId))!
    if (sendsLetters) await tellFormer(trx, before, { what: 'changed', now })
    await saveAddress(trx, { personId, address })
    await removePasswordLinks(trx, personId)
    for (const one of [before.address, address]) await forgetLetter(trx, one)
    await noteProfile(trx, personId, agent, 'address-changed', { confirmedBy: by })
    return true
  })
