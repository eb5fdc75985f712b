// What the pages read and write on which an owner declares its own records of a period complete.
import type { DutyStatus } from '../../duties/owed.ts'
import type { Declaration, TypedDeclaration } from '../../facts/declare.ts'
import type { FieldIssue } from '../../facts/kind.ts'
import type { Declarable } from '../../indicators/declarable.ts'

/** A word about an actor's own records, as it was given. Days are inclusive. */
export type DeclaredShown = {
  id: string
  register: string
  level: 'complete' | 'partial' | 'none'
  from: string
  /** The last day it is about; null: until further notice. */
  to: string | null
  statedBy: string
  knownFrom: string
  recordedAt: string
  note: string | null
  /** Declared at the desk, not received. */
  entered: boolean
  /** The day of a later word of the same actor that takes some of it back; null: none does. */
  takenBackOn: string | null
}

/** A promise of the period, and where it stands before and with the declaration. */
export type Following = {
  title: string
  /** When it is due (EDTF). */
  due: string
  /** How many of its instances are held, and of how many. */
  held: number
  of: number
  before: DutyStatus
  after: DutyStatus
  /** Names of those without whose declaration it is not said to be missed; empty where none is wanting. */
  waitsFor: string[]
}

export type DeclarationChecked = {
  declaration: Declaration
  issues: FieldIssue[]
  /** What is held of the actor's own for the period, by register. `undated`: with no date that says whether it falls into it. */
  held: { register: string; count: number; undated: number }[]
  follows: Following[]
}

export type DeclarationData = {
  /** What was said of an actor's own records, newest first. */
  listDeclarations: (actor: string) => Promise<DeclaredShown[]>
  /** The records of which it can say so. Throws `not-permitted` for whoever may not. */
  listDeclarable: (actor: string) => Promise<Declarable[]>
  checkDeclaration: (typed: TypedDeclaration) => Promise<DeclarationChecked>
  declareRecords: (typed: TypedDeclaration) => Promise<{ recorded: number; issues: FieldIssue[] }>
}
