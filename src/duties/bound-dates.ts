// Entry into force and withdrawal as dates of their own: what the register states stands, and the treaty's rule is the
// check beside it.
import { entryIntoForce, withdrawalEffect } from '../parties/entry-into-force.ts'
import { awaitedIn, type MembershipEvent } from '../parties/membership.ts'
import { withConflicts } from '../parties/put-off.ts'
import { actOf } from '../parties/status-event.ts'
import type { Treaty } from '../parties/treaty.ts'
import type { Duty } from '../rules/duty-form.ts'
import { joinReasons, type Reason } from '../words/reason.ts'
import type { Bound } from './bound.ts'
import type { GrantedDate } from './owed.ts'

/** A date before it becomes a duty owed. */
export type Derived = {
  due: string | null
  computed: { on: string; derivation: Reason } | null
  granted: GrantedDate[]
  otherwise: { on: string; datumId: string }[]
  derivation: Reason
  waitsFor: Reason | null
  datumIds: string[]
}

/** The ids no duty of a file can have. */
export const withdrawalDuty = 'withdrawal'
export const boundDuties = ['entry-into-force', withdrawalDuty] as const

/** Whether it is a day on which a treaty begins or ceases to bind somebody: an event, and nothing to be done. */
export const isOfBeingBound = ({ instrument, duty }: { instrument: string; duty: string }): boolean =>
  (boundDuties as readonly string[]).includes(duty.slice(instrument.length + 1))

/** Entry into force and withdrawal in the form of duties, from the rules of a treaty. */
export const boundRules = (treaty: Treaty): Record<(typeof boundDuties)[number], Duty> => {
  const of = (
    id: (typeof boundDuties)[number],
    title: string,
    { article, words }: { article: string; words: string },
  ): Duty => ({ id, title, article, words, source: `Article ${article}` })
  return {
    'entry-into-force': of('entry-into-force', 'Entry into force', treaty.entryIntoForce),
    withdrawal: of('withdrawal', 'Withdrawal takes effect', treaty.withdrawal),
  }
}

/** A day the register states itself, beside the one the rule gives. */
const registered = (on: string, datumId: string, computed: string | undefined): GrantedDate[] =>
  on === computed ? [] : [{ on, isGranted: false, meeting: null, statedAsOf: null, datumIds: [datumId] }]

/** When the treaty enters into force for whoever is bound. A succession has no rule: only its source can tell. */
export const entryOf = (treaty: Treaty, { consent, from, datumIds: all }: Bound): Derived => {
  // A later withdrawal has no part in it.
  const datumIds = consent === undefined ? all : [consent.id]
  const { kind, notifiedOn, effectiveOn } =
    consent === undefined
      ? { kind: undefined, notifiedOn: null, effectiveOn: null }
      : actOf(consent.actor, consent.fields)
  const rule =
    notifiedOn === null || kind === 'succession'
      ? undefined
      : entryIntoForce(treaty.entryIntoForce, notifiedOn)
  const act: Reason[] =
    kind === undefined
      ? []
      : rule !== undefined
        ? [{ key: 'duty-act', act: kind }]
        : notifiedOn === null
          ? [{ key: 'act-undated', act: kind }]
          : [{ key: 'duty-deposited', act: kind, on: notifiedOn }]
  const computed =
    rule === undefined
      ? null
      : { on: rule.on, derivation: { key: 'duty-gives', of: rule.derivation, by: rule.on } as const }
  if (from === null)
    return {
      ...{ due: null, computed, granted: [], otherwise: [], datumIds },
      derivation: joinReasons([...act, { key: 'duty-waits', of: { key: 'duty-awaits-force' } }]),
      waitsFor: { key: 'duty-awaits-force' },
    }
  const stated = effectiveOn === from ? registered(from, consent!.id, rule?.on) : []
  const differs: Reason[] =
    stated.length === 0
      ? []
      : [
          computed === null
            ? { key: 'duty-register', on: from }
            : { key: 'duty-register-differs', on: from, by: computed.on },
        ]
  return {
    ...{ due: from, computed, granted: stated, otherwise: [], waitsFor: null, datumIds },
    derivation: joinReasons([
      ...act,
      ...(computed === null ? [] : [computed.derivation]),
      ...differs,
      ...(act.length + differs.length === 0 ? [{ key: 'duty-register', on: from } as const] : []),
    ]),
  }
}

/** When a withdrawal takes effect; undefined where none was notified. */
export const withdrawalOf = (treaty: Treaty, bound: Bound): Derived | undefined => {
  const { withdrawal, until, conflicts } = bound
  if (withdrawal === undefined) return undefined
  const datumIds = [withdrawal.id, ...conflicts.map(({ fact }) => fact.id)]
  const { notifiedOn, effectiveOn } = actOf(withdrawal.actor, withdrawal.fields)
  // What puts it off is said with the facts that do, not as a possibility.
  const { unless: _, ...rule } = treaty.withdrawal
  const effect = notifiedOn === null ? undefined : withdrawalEffect(rule, notifiedOn)
  const computed =
    effect === undefined
      ? null
      : { on: effect.on, derivation: { key: 'duty-gives', of: effect.derivation, by: effect.on } as const }
  const received: Reason[] = [
    notifiedOn === null ? { key: 'act-undated', act: 'withdrawal' } : { key: 'duty-act', act: 'withdrawal' },
  ]
  const stated = effectiveOn === null ? [] : registered(effectiveOn, withdrawal.id, computed?.on ?? undefined)
  const event: MembershipEvent = { ...actOf(withdrawal.actor, withdrawal.fields), effectiveOn: null }
  const [act] = withConflicts(
    [event],
    treaty,
    conflicts.map(({ fact }) => fact),
  )
  const putOff = act?.putOff
  // Where its dates are vague, neither that a conflict went on nor when it ended is said.
  const told = putOff?.isCertain === false ? [] : conflicts
  // A day the register gives stands, though a conflict would put it off: both are said.
  const said: Reason[] = [
    ...received,
    ...(computed === null ? [] : [computed.derivation]),
    ...told.flatMap(({ fact, endedOn }, i): Reason[] => [
      { key: 'duty-in-conflict', from: (fact.heldEdtf ?? fact.heldFrom!).split('/')[0]! },
      ...(endedOn === null || (putOff !== undefined && i === told.length - 1)
        ? []
        : [{ key: 'duty-conflict-ended', by: endedOn } as const]),
    ]),
    ...(effectiveOn === null || (stated.length === 0 && conflicts.length === 0)
      ? []
      : [
          computed === null || computed.on === effectiveOn
            ? ({ key: 'duty-register', on: effectiveOn } as const)
            : ({ key: 'duty-register-differs', on: effectiveOn, by: computed.on } as const),
        ]),
  ]
  if (until !== null)
    return {
      ...{ due: until, computed, granted: stated, otherwise: [], waitsFor: null, datumIds },
      derivation: joinReasons(said),
    }
  const waitsFor: Reason = putOff === undefined ? { key: 'duty-awaits-effect' } : awaitedIn(putOff)
  return {
    ...{ due: null, computed, granted: [], otherwise: [], waitsFor, datumIds },
    derivation: joinReasons([...said, { key: 'duty-waits', of: waitsFor }]),
  }
}
