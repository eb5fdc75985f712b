// What the address of every page begins with.

/** '' for the register in English, '/mn/exercise' for the exercise in Mongolian. */
export const baseOf = (world: 'register' | 'exercise', language: string): string =>
  `${language === 'en' ? '' : `/${language}`}${world === 'exercise' ? '/exercise' : ''}`
