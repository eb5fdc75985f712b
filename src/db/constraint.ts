// What the database itself refuses, in words. Input is checked before it is written; two who write at once can still
// meet here, and so can a row that a check let through.
import { Problem, type ProblemType, problem } from '../problem.ts'
import { isSqlError } from './sql-error.ts'

const nothingStored = 'Nothing was stored.'
const meanwhile = `${nothingStored} Run it again: what is there already is passed over.`

/** By the name of a constraint or unique index in migrations/. */
const byConstraint: Record<string, [ProblemType, string]> = {
  datum_external: [
    'already-recorded',
    `Another import has just recorded a fact of the same actor, kind and id. ${meanwhile}`,
  ],
  report_version_number: [
    'already-recorded',
    `Another submission has just recorded this version of the report. ${meanwhile}`,
  ],
  answer_by_question: [
    'already-recorded',
    `This version of the report has an answer to the question already. ${nothingStored}`,
  ],
  actor_kind: ['input-rejected', `An actor is of a kind that there is not. ${nothingStored}`],
  datum_tier: ['input-rejected', `A fact has a tier that there is not. ${nothingStored}`],
  datum_interval: ['input-rejected', `A fact ends before it begins. ${nothingStored}`],
  datum_supersedes_or_retracts: [
    'input-rejected',
    `A fact supersedes one and retracts another; it can do one of both. ${nothingStored}`,
  ],
  status_event_kind: ['input-rejected', `An act with a depositary is of no known kind. ${nothingStored}`],
  coverage_level: ['input-rejected', `A register's coverage has no such level. ${nothingStored}`],
  instrument_status: ['input-rejected', `An instrument has a status that there is not. ${nothingStored}`],
  crosswalk_kind: ['input-rejected', `A crosswalk is of actions or of indicators. ${nothingStored}`],
  crosswalk_relation: ['input-rejected', `A crosswalk names a relation that there is not. ${nothingStored}`],
  crosswalk_decision_word: [
    'input-rejected',
    `A decision on a crosswalk is "confirmed" or "rejected". ${nothingStored}`,
  ],
  crosswalk_sides: [
    'input-rejected',
    `A decision on a crosswalk names a promise of at least one of the plans. ${nothingStored}`,
  ],
  approval_decision: ['input-rejected', `A decision is of no known kind. ${nothingStored}`],
  approval_note: [
    'input-rejected',
    `What is returned is returned with a note that says what to change. ${nothingStored}`,
  ],
  publication_as: ['input-rejected', `Something is published in a right that there is not. ${nothingStored}`],
  page_version_sha256: ['input-rejected', `A version of a page is named by no digest. ${nothingStored}`],
  page_version_number: [
    'already-recorded',
    `Another version of this page has just been published under the same number. ${nothingStored} Publish it again.`,
  ],
  page_version_given_up: [
    'input-rejected',
    `What is published is not given up, and what is given up is not published. ${nothingStored}`,
  ],
  page_rating_useful: [
    'input-rejected',
    `An answer about a page is "yes", "partly" or "no". ${nothingStored}`,
  ],
  page_rating_count: ['input-rejected', `Answers about a page are counted from 1. ${nothingStored}`],
  answer_state: ['input-rejected', `An answer has a state that there is not. ${nothingStored}`],
  answer_silence: [
    'input-rejected',
    `An answer gives a reason for silence exactly where it is "not reported". ${nothingStored}`,
  ],
  answer_silence_reason: [
    'input-rejected',
    `An answer gives a reason for silence that there is not. ${nothingStored}`,
  ],
  person_email: [
    'already-recorded',
    `A person with this address has an account already. ${nothingStored} Give them a role in place of a new account.`,
  ],
  session_token: ['already-recorded', `This session exists already. ${nothingStored} Sign in again.`],
  address_change_token: ['already-recorded', 'This link was made before. Ask for the address once more.'],
  credential_of_provider: [
    'already-recorded',
    `This account with the provider signs somebody in already. ${nothingStored}`,
  ],
  second_factor_person_id_idx: [
    'already-recorded',
    `A second factor is being set up in another window. ${nothingStored} Load the page again.`,
  ],
  letter_to: ['input-rejected', `A letter goes to a person or to an address, not to both. ${nothingStored}`],
  letter_state: ['input-rejected', `A letter has a state that there is not. ${nothingStored}`],
  digest_how_often: ['input-rejected', `Reminders come never, daily or weekly. ${nothingStored}`],
  digest_weekday: ['input-rejected', `A weekday is a number from 1 to 7. ${nothingStored}`],
  grant_once: [
    'already-recorded',
    `The person has just been given this role by somebody else. ${nothingStored}`,
  ],
  grant_role: ['input-rejected', `There is no such role. ${nothingStored}`],
  grant_world: [
    'input-rejected',
    `A role is for the register or the exercise; an administrator's alone is for neither. ${nothingStored}`,
  ],
  grant_world_known: ['input-rejected', `A role is for the register or the exercise. ${nothingStored}`],
  grant_end: ['input-rejected', `A role that ended was ended by somebody. ${nothingStored}`],
  department_world: ['input-rejected', `A department is in the register or the exercise. ${nothingStored}`],
  api_token_sha256: ['already-recorded', `Another token has this secret. ${nothingStored} Try again.`],
  api_token_scope: [
    'input-rejected',
    `A token is for reading, entering, approving or publishing, or the address of a calendar and nothing else. ${nothingStored}`,
  ],
  invitation_token: ['already-recorded', `Another invitation has this link. ${nothingStored} Try again.`],
  invitation_use: ['input-rejected', `An invitation that was used was used by somebody. ${nothingStored}`],
  invitation_withdrawal: [
    'input-rejected',
    `An invitation that was withdrawn was withdrawn by somebody. ${nothingStored}`,
  ],
}

/** By SQLSTATE, or the class it opens with (PostgreSQL manual, appendix A). */
const byCode: Record<string, [ProblemType, string]> = {
  '40001': ['store-busy', `Two writes met, and this one gave way. ${nothingStored} Try again.`],
  '40P01': [
    'store-busy',
    `Two writes waited for each other, and this one gave way. ${nothingStored} Try again.`,
  ],
  '53100': ['store-unavailable', `The disk of the store is full. ${nothingStored}`],
  '53': ['store-unavailable', `The store is out of memory or connections. ${nothingStored} Try again later.`],
}

/**
 * An error as an expected refusal: a problem itself, or what PostgreSQL reported of a named constraint, of writes that
 * met, of a full disk. Undefined for everything else, which is a bug.
 */
export const problemOf = (error: unknown): Problem | undefined => {
  if (error instanceof Problem) return error
  if (!isSqlError(error)) return undefined
  const { code, constraint } = error
  const found =
    (constraint !== undefined && Object.hasOwn(byConstraint, constraint)
      ? byConstraint[constraint]
      : undefined) ??
    byCode[code] ??
    byCode[code.slice(0, 2)]
  if (found === undefined) return undefined
  const refusal = problem(...found)
  refusal.cause = error
  return refusal
}
