// A plan file in any of its clothes, told apart by its bytes and never by its name: text, DOCX or PDF.
import { problem } from '../problem.ts'
import { checkSize, decodePlan } from './decode.ts'
import { decodeDocx } from './docx.ts'
import { decodePdf } from './pdf.ts'
import type { PlanSource } from './source.ts'

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, i) => bytes[i] === byte)

/** Word protects by wrapping the document in a container that names its one stream so, in UTF-16. */
const isProtected = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )

// "%PDF-" may come a little later in the file: readers look for it in the first kilobyte (ISO 32000, annex H of 1.7).
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).includes('%PDF-')

/**
 * The text of a plan file, with places where it is a DOCX or a PDF. Throws `input-unreadable` for what is none of these, or is
 * damaged, protected, or larger than 20 MB.
 */
export const openPlan = async (bytes: Uint8Array, fileName: string): Promise<string | PlanSource> => {
  checkSize(bytes, fileName)
  if (isPdf(bytes)) return decodePdf(bytes, fileName)
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return decodeDocx(bytes, fileName)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) && isProtected(bytes))
    throw problem('input-unreadable', `${fileName} could not be read. Nothing was stored.`, [
      {
        file: fileName,
        message: 'The document is protected by a password',
        expected: 'a file without protection; open it with its password and save it without',
      },
    ])
  return decodePlan(bytes, fileName)
}
