// ZIP containers written (APPNOTE 6.3.10), as workbooks are kept in. No I/O.
import { crc32, deflateRawSync } from 'node:zlib'

export type ZipPart = { name: string; content: string | Uint8Array }

const localHeader = 0x04034b50
const centralHeader = 0x02014b50
const endRecord = 0x06054b50
// The earliest day the format knows: the same content makes the same bytes on every day.
const day1980 = 0x21

/** The container's bytes. Names are UTF-8; every part is dated 1 January 1980. */
export const writeZip = (parts: readonly ZipPart[]): Uint8Array => {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const raw = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content)
    const packed = deflateRawSync(raw, { level: 6 })
    const nameBytes = Buffer.from(name, 'utf8')
    // What both headers say alike: version 2.0, UTF-8 name, deflated, the day, checksum and sizes.
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(day1980, 8)
    common.writeUInt32LE(crc32(raw), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(raw.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.alloc(4)
    local.writeUInt32LE(localHeader)
    const central = Buffer.alloc(6)
    central.writeUInt32LE(centralHeader)
    central.writeUInt16LE(20, 4)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(central, common, rest, nameBytes)
    chunks.push(local, common, nameBytes, packed)
    offset += 4 + common.length + nameBytes.length + packed.length
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endRecord, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...chunks, ...directory, end])
}
