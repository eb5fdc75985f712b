// What kinds of letters are called.
import type { LetterKind } from '../accounts/letter.ts'
import type { TextKey } from './text.ts'

export const letterKindKeys: Record<LetterKind, TextKey> = {
  invitation: 'letters.kind.invitation',
  'password-link': 'letters.kind.password',
  'address-link': 'letters.kind.address',
  'address-notice': 'letters.kind.addressNotice',
  'approval-asked': 'letters.kind.approval',
  returned: 'letters.kind.returned',
  digest: 'letters.kind.digest',
  test: 'letters.kind.test',
}
