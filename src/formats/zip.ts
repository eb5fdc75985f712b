// Members of a ZIP container (APPNOTE 6.3.10), read from its central directory without unpacking more than is asked
// for: a member says how large it is and may lie, so the unpacking itself has a limit.
import { crc32, inflateRawSync } from 'node:zlib'

/** Why a container could not be read: in the words of an issue. */
export class ZipError extends Error {}

export type ZipFile = {
  names: string[]
  /** The bytes of a member, or undefined where there is none. Throws `ZipError` over `largest` bytes or where damaged. */
  read: (name: string, largest: number) => Uint8Array | undefined
}

/** The most members a container may have. */
const mostMembers = 10_000

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50

type Member = { method: number; flags: number; crc: number; packed: number; offset: number }

const findEnd = (view: DataView): number => {
  // The record that ends a container may be followed by a comment of up to 65,535 bytes.
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--)
    if (view.getUint32(at, true) === endSignature) return at
  throw new ZipError('The container (ZIP) is damaged or cut off: its list of members is missing')
}

/** Opens a container. Throws `ZipError`. */
export const openZip = (bytes: Uint8Array): ZipFile => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return readDirectory(bytes, view)
  } catch (error) {
    // Offsets that point outside the file.
    if (error instanceof RangeError) throw new ZipError('The container (ZIP) is damaged or cut off')
    throw error
  }
}

const readDirectory = (bytes: Uint8Array, view: DataView): ZipFile => {
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > mostMembers)
    throw new ZipError(`The container has ${count} members; at most ${mostMembers} are read`)
  const members = new Map<string, Member>()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== entrySignature)
      throw new ZipError('The container (ZIP) is damaged: its list of members is broken')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    members.set(name, {
      method: view.getUint16(at + 10, true),
      flags: view.getUint16(at + 8, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return {
    names: [...members.keys()],
    read: (name, largest) => {
      const member = members.get(name)
      return member === undefined ? undefined : unpack(bytes, view, name, member, largest)
    },
  }
}

const unpack = (
  bytes: Uint8Array,
  view: DataView,
  name: string,
  member: Member,
  largest: number,
): Uint8Array => {
  if ((member.flags & 1) === 1) throw new ZipError(`${name} is protected by a password`)
  const tooLarge = () =>
    new ZipError(`${name} unpacks to more than the ${Math.round(largest / 1024 / 1024)} MB that are read`)
  try {
    if (view.getUint32(member.offset, true) !== localSignature) throw new Error('no member there')
    const start =
      member.offset + 30 + view.getUint16(member.offset + 26, true) + view.getUint16(member.offset + 28, true)
    const packed = bytes.subarray(start, start + member.packed)
    if (packed.length !== member.packed) throw new Error('cut off')
    if (member.method !== 0 && member.method !== 8)
      throw new ZipError(`${name} is packed in a way that is not read (method ${member.method})`)
    if (member.method === 0 && packed.length > largest) throw tooLarge()
    const bytesOf = member.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: largest })
    // One changed letter would change what was promised, so the sum the container holds is compared.
    if (crc32(bytesOf) !== member.crc) throw new ZipError(`${name} is damaged: its checksum does not fit`)
    return bytesOf
  } catch (error) {
    if (error instanceof ZipError) throw error
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    throw new ZipError(`${name} is damaged: it cannot be unpacked`)
  }
}
