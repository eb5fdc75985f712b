// What makes a password one that is taken.

/** Shortest password, in characters. No rule of composition beside it: length is what counts (NIST SP 800-63B, 5.1.1.2). */
export const shortestPassword = 12
/** Longest password taken, in characters. */
export const longestPassword = 256

export type PasswordFault = 'too-short' | 'too-long' | 'like-the-name' | 'like-the-address'

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')

/** What is wrong with a password of this person; undefined: nothing. */
export const findPasswordFault = (
  password: string,
  { name, address }: { name: string; address: string },
): PasswordFault | undefined => {
  const length = [...password].length
  if (length < shortestPassword) return 'too-short'
  if (length > longestPassword) return 'too-long'
  const typed = folded(password)
  if (typed === folded(name)) return 'like-the-name'
  const [beforeAt = ''] = address.split('@')
  if ([address, beforeAt].some((one) => folded(one) === typed)) return 'like-the-address'
  return undefined
}

/** What is kept of a password: scrypt with a salt of its own, as the library does it. Takes some 100 ms. */
export const hashPassword = async (password: string): Promise<string> => {
  const crypto = await import('better-auth/crypto')
  return crypto.hashPassword(password)
}

/** Whether the password is the one kept. Takes as long where nothing is kept. */
export const isPassword = async (password: string, kept: string | null): Promise<boolean> => {
  const crypto = await import('better-auth/crypto')
  if (kept === null) {
    await crypto.hashPassword(password)
    return false
  }
  return crypto.verifyPassword({ hash: kept, password })
}
