// What is kept in place of something secret that somebody has to bring.
import { sha256Of } from '../formats/canonical.ts'

/** SHA-256 of a text in hex. For what is random itself; passwords need more (password.ts). */
export const sha256 = (text: string): string => sha256Of(text)
