// What happens when something was written: event → handlers, in the writer's own transaction.
import { onAction, onEvent } from './db/events.ts'
import { markStale } from './indicators/fresh.ts'
import { heldPlans } from './indicators/plans.ts'
import { decisionsTold, tellOfDecision } from './mail/tell.ts'

let listening = false

/** Registers the handlers, once in a process. */
export const listen = (): void => {
  if (listening) return
  listening = true
  onEvent((trx, event) =>
    markStale(
      trx,
      heldPlans().map((plan) => plan.rules),
      event.detail.changes,
    ),
  )
  onAction(decisionsTold, tellOfDecision)
}
