// Signing in, and one's own account.
import type { Phrase } from '../phrase.ts'

export const accounts = {
  'signIn.title': 'Sign in',
  'signIn.description': 'Sign in with your address and password.',
  'signIn.lead':
    'Whoever writes here signs in; to read what is published nobody has to. Accounts are made by invitation.',
  'signIn.address': 'E-mail address',
  'signIn.password': 'Password',
  'signIn.go': 'Continue',
  'signIn.forgotten': 'I have forgotten my password',
  'signIn.or': 'Or',
  'signIn.with': 'Sign in with {name}',
  'signIn.refused':
    'This address and this password do not belong together. Check both; in a password capital letters count.',
  'signIn.waitSeconds': {
    one: 'Too many tries have failed. The next one is possible in {count} second.',
    other: 'Too many tries have failed. The next one is possible in {count} seconds.',
  },
  'signIn.waitMinutes': {
    one: 'Too many tries have failed. The next one is possible in {count} minute.',
    other: 'Too many tries have failed. The next one is possible in {count} minutes.',
  },
  'signIn.again': 'Too much time has passed since the password. Sign in again.',
  'signIn.newPassword': 'Your new password is kept. Sign in with it.',
  'signIn.signedOut': 'You are signed out.',
  'signIn.everywhere': 'You are signed out everywhere.',
  'signIn.noProvider':
    '{name} does not answer at the moment. Try again later, or sign in with your password.',
  'signIn.notInvited':
    '{name} says who you are, but nobody with your address has been invited here. Ask whoever administrates this installation.',
  'signIn.providerRefused': '{name} has not signed you in. Try again.',

  'factor.title': 'Type the code',
  'factor.description': 'The second step of signing in.',
  'factor.lead': 'Open the authenticator app on your telephone and type the six digits it shows for Pacta.',
  'factor.code': 'Code',
  'factor.code.hint': 'Six digits. Every half minute there are others.',
  'factor.go': 'Sign in',
  'factor.refused':
    'This code is not right, or was used before. Wait for the next one, and check that the time on your telephone is right.',
  'factor.lost': 'Without the telephone: use a recovery code',

  'recovery.title': 'Use a recovery code',
  'recovery.description': 'The second step of signing in, without the telephone.',
  'recovery.lead': 'Type one of the recovery codes you were given. It works once and is then used up.',
  'recovery.code': 'Recovery code',
  'recovery.code.hint': 'Such as abcd-efgh-jkmn-2345. Capital letters and hyphens do not matter.',
  'recovery.refused': 'This is none of your recovery codes, or it has been used.',
  'recovery.back': 'I have the telephone after all',
  'recovery.none':
    'Without the telephone and without recovery codes, an administrator can have you set up a new second factor.',

  'setUp.title': 'Set up the second factor',
  'setUp.description': 'A code from your telephone beside the password.',
  'setUp.lead':
    'A password alone can be guessed or overlooked. From now on you type a code from your telephone beside it.',
  'setUp.app': 'Open an authenticator app on your telephone and let it read this picture',
  'setUp.app.hint': 'Any app for time-based codes (TOTP) will do; most telephones have one.',
  'setUp.picture': 'Picture for the authenticator app; the key below says the same',
  'setUp.open': 'On this telephone: open the app',
  'setUp.byHand': 'Or type this key into the app by hand, as a time-based one:',
  'setUp.type': 'Type the code that the app shows now',
  'setUp.go': 'Continue',

  'codes.title': 'Your recovery codes',
  'codes.description': 'Codes that let you in without the telephone.',
  'codes.lead':
    'If the telephone is lost, each of these lets you in once. Print them or write them down, and keep them as you keep papers: they are not shown again.',
  'codes.before': 'Recovery codes you were given before work no more.',
  'codes.whose': 'Whose they are',
  'codes.where': 'Where they are typed',
  'codes.since': 'Given on',
  'codes.go': 'I have kept them: continue',

  'forgotten.title': 'A new password',
  'forgotten.description': 'A link for a new password, by letter.',
  'forgotten.lead': 'Type the address of your account. A letter with a link goes to it.',
  'forgotten.go': 'Send the letter',
  'forgotten.sent.title': 'Look into your letters',
  'forgotten.sent':
    'If somebody has an account with the address {address}, a letter with a link is on its way. The link works once, for {minutes} minutes. Asking again within five minutes sends no other letter.',
  'forgotten.none':
    'If no letter comes, look among spam; you may have an account with another address, or have one that a provider signs in. An administrator can give you a link.',
  'forgotten.noMail': 'This installation sends no letters.',
  'forgotten.ask':
    'Ask whoever administrates it, or whoever invited you: an administrator gives you a link for a new password from your page under People. It works once, and your second factor stays.',
  'forgotten.command': 'Whoever may use the data folder can make one with {command}.',

  'newPassword.title': 'Choose a new password',
  'newPassword.description': 'A new password for your account.',
  'newPassword.lead':
    'You are signed out wherever you were signed in, and your tokens for programs are withdrawn. The second factor stays as it is.',
  'newPassword.new': 'New password',
  'newPassword.hint':
    'At least {count} characters. A few words that only you would put together are easier to remember than signs.',
  'newPassword.go': 'Keep this password',
  'newPassword.gone.title': 'This link works no more',
  'newPassword.gone': 'It or another one has been used, a reset has taken its place, or its time is over.',
  'newPassword.gone.again': 'Ask for another one',
  'password.tooShort': 'Too short: take at least {count} characters.',
  'password.tooLong': 'Too long: take at most {count} characters.',
  'password.likeName': 'Your name is the first thing to be tried. Choose something else.',
  'password.likeAddress': 'Your address is the first thing to be tried. Choose something else.',
  'password.wrong': 'This is not your password.',

  'first.title': 'The first administrator',
  'first.description': 'Makes the account that invites everyone else.',
  'first.lead':
    'Nobody administrates this installation yet. Whoever you make here invites everyone else; from then on nobody writes who has not signed in.',
  'first.name': 'Your name',
  'first.name.hint': 'As others are to read it beside what you do.',
  'first.address.hint': 'You sign in with it, and letters go to it.',
  'first.language': 'Language of letters to you',
  'first.go': 'Make this account',
  'first.gone':
    'It has been used, its time is over, or the server has been started again since: as long as nobody administrates, each start prints a new link on the console.',
  'account.notAnAddress': 'Write an address such as name@example.org.',
  'account.nameNeeded': 'Write a name of at most 200 characters.',

  'account.title': 'Your account',
  'account.description': 'Who you are here, and what you may do.',
  'account.signedInAs': 'Signed in as',
  'account.name': 'Name',
  'account.language': 'Language of letters',
  'beginHere.title': 'Begin here',
  'beginHere.role': 'You are {role}, {of}:',
  'beginHere.administrator': 'You administrate this installation:',
  'account.roles': 'Your roles',
  'account.roles.none': 'You hold no role yet. Whoever administrates this installation can give you one.',
  'account.roles.role': 'Role',
  'account.roles.of': 'For',
  'account.security': 'Signing in',
  'account.signOut': 'Sign out',
  'account.role.administrator': 'administrator',
  'account.role.focalPoint': 'focal point',
  'account.role.approver': 'approver',
  'account.role.contributor': 'contributor',
  'account.role.coder': 'coder',
  'account.role.reviewer': 'reviewer',
  'account.role.committeeMember': 'committee member',
  'account.role.partner': 'partner',

  'ownPassword.title': 'Change the password',
  'ownPassword.description': 'A new password in place of the one you have.',
  'ownPassword.lead':
    'All other places where you are signed in are signed out; here you stay. Your tokens for programs are withdrawn: make new ones afterwards.',
  'ownPassword.current': 'Present password',
  'ownPassword.kept': {
    one: 'Your new password is kept. You were signed out in {count} other place.',
    other: 'Your new password is kept. You were signed out in {count} other places.',
  },
  'ownPassword.kept.tokens': {
    one: '{count} token for programs was withdrawn.',
    other: '{count} tokens for programs were withdrawn.',
  },
  'ownPassword.byProvider':
    'You sign in with {name}; there is no password here. If you need one, whoever runs this installation can give you a link.',

  'profile.title': 'Name, language, address',
  'profile.description': 'Your name, the language of letters to you, and your address for mail.',
  'profile.address.letter':
    'Another address is yours once you have opened the link in a letter to it, within {days} days. Until then you sign in with the one before.',
  'profile.address.administrator':
    'No letters are sent here: another address is yours once an administrator has confirmed it, within {days} days. Until then you sign in with the one before.',
  'profile.address.byProvider':
    'You have no password here: another address is yours once an administrator has confirmed it, within {days} days; nobody confirms their own.',
  'profile.keep': 'Keep',
  'profile.kept': 'Kept.',
  'profile.asked': 'Kept. The other address waits to be confirmed.',
  'profile.wish.letter': 'A letter has gone to {address}: its link confirms the address, until {date}.',
  'profile.wish.administrator': '{address} waits for an administrator to confirm it, until {date}.',
  'profile.wish.back': 'To take it back, write {address} again below and keep it.',
  'profile.letterWaits': {
    one: 'Letters about another address have just been sent. The next can go in {count} minute.',
    other: 'Letters about another address have just been sent. The next can go in {count} minutes.',
  },
  'profile.link.title': 'Confirm an address',
  'profile.link.lead':
    'Is {address} to be the address of your account from now on? You sign in with it then.',
  'profile.link.go': 'Yes, this is my address',
  'profile.link.done': 'The address of your account is {address} now.',
  'profile.link.gone':
    'This link works no more, or somebody else has the address. Ask again on the page of your account.',

  'ownFactor.title': 'Second factor',
  'ownFactor.description': 'Recovery codes, and a new telephone.',
  'ownFactor.left': 'Recovery codes left: {n} of {N}.',
  'ownFactor.new': 'New recovery codes',
  'ownFactor.new.lead': 'Those you have work no more as soon as you have new ones.',
  'ownFactor.new.go': 'Make new recovery codes',
  'ownFactor.other': 'Another telephone',
  'ownFactor.other.lead':
    'The codes of the app you use now work no more, and you set up a new one at once. All other places where you are signed in are signed out, and your tokens for programs are withdrawn.',
  'ownFactor.other.go': 'Set up another one',
  'ownFactor.byProvider': '{name} sees to the second factor when you sign in with it.',

  'sessions.title': 'Where you are signed in',
  'sessions.description': 'Each place where you are signed in, and how to sign out there.',
  'sessions.lead':
    'You are signed out by yourself after {hours} hours without a page, and after {days} days in any case. Neither the address of a device nor its browser is kept.',
  'sessions.begun': 'Signed in',
  'sessions.used': 'Last used',
  'sessions.by': 'By',
  'sessions.here': 'this one',
  'sessions.action': 'What you can do',
  'sessions.end': 'Sign out there',
  'sessions.ended': 'You are signed out there.',
  'sessions.everywhere': 'Sign out everywhere',
  'sessions.everywhere.lead':
    'Here too, and at once; no browser is known any more. Tokens for programs go on: withdraw them on their page.',
  'sessions.by.totp': 'password and code',
  'sessions.by.recovery': 'password and recovery code',
  'sessions.by.provider': 'the provider',
  'sessions.by.none': 'password alone: signs nobody in',
} as const satisfies Record<string, Phrase>
