// Personal tokens, with which programs act for their person.
import type { Phrase } from '../phrase.ts'

export const tokens = {
  'tokens.title': 'Tokens for programs',
  'tokens.description': 'Personal tokens: made for a program, shown once, withdrawn here.',
  'tokens.lead':
    'A program that brings one of these acts as you: with your roles, for what the token was made for, until its last day. Give each program its own, and withdraw it when it is no longer needed.',
  'tokens.how': 'How a program uses it',
  'tokens.held': 'Your tokens',
  'tokens.none': 'You have none.',
  'tokens.name': 'What it is for',
  'tokens.name.hint': 'Such as the name of the program. Only you see it.',
  'tokens.beginning': 'Begins with',
  'tokens.scopes': 'It may',
  'tokens.scope.read': 'read what you may read',
  'tokens.scope.enter': 'enter and change what is on its way',
  'tokens.scope.approve': 'approve and return',
  'tokens.scope.publish': 'publish and submit',
  'tokens.until': 'Last day',
  'tokens.used': 'Last used',
  'tokens.neverUsed': 'never',
  'tokens.withdraw': 'Withdraw',
  'tokens.withdrawn': 'It is withdrawn, and works no more.',
  'tokens.makeOne': 'Make one',
  'tokens.life': 'For how long',
  'tokens.days': { one: '{count} day', other: '{count} days' },
  'tokens.make': 'Make the token',
  'tokens.made': 'Here is the token',
  'tokens.made.lead':
    'It is shown this once and kept nowhere here. Copy it now to where the program keeps its secrets; never put it into an address, a letter or a program’s text.',
  'tokens.madeBefore':
    'This form was sent before, and made the token “{name}”. It cannot be shown again: withdraw it and make another.',
  'tokens.wrong.long': 'At most 80 characters.',
  'tokens.wrong.many': 'You have as many as one can have. Withdraw one first.',
  'tokens.wrong.other': 'Open this page again and choose from what it offers.',
  'tokens.sessionAlone':
    'Tokens are made and withdrawn by someone who has signed in with a browser, never by a token.',
} as const satisfies Record<string, Phrase>
