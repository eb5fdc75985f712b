// What the owner of a data folder and the processes it serves say to each other over the socket: frames of
// length (4 bytes), kind (1), lease (4), payload. Statements and answers are PostgreSQL wire-protocol bytes.
import type { Socket } from 'node:net'

export const kinds = {
  hello: 1, // client: the token
  open: 2, // client: wants a session; the world's name
  run: 3, // client: a statement
  release: 4, // client: gives the session back
  welcome: 16, // owner: the token was right
  granted: 17, // owner: the session is yours
  answer: 18, // owner: the answer to a statement
  failed: 19, // owner: {type, detail} of a problem
  moved: 20, // owner: it is closing; ask whoever comes next. Lease 0: ask for no more sessions
} as const

export type Frame = { kind: number; lease: number; payload: Uint8Array }

const headBytes = 9
const largest = 1 << 30
const nothing = new Uint8Array(0)

export const sendFrame = (
  socket: Socket,
  kind: number,
  lease: number,
  payload: Uint8Array = nothing,
): void => {
  if (socket.destroyed || !socket.writable) return
  const head = Buffer.alloc(headBytes)
  head.writeUInt32BE(payload.length, 0)
  head.writeUInt8(kind, 4)
  head.writeUInt32BE(lease, 5)
  socket.cork()
  socket.write(head)
  if (payload.length > 0) socket.write(payload)
  socket.uncork()
}

/** Calls `onFrame` for each whole frame that arrives; a frame too large to be one of ours ends the connection. */
export const readFrames = (socket: Socket, onFrame: (frame: Frame) => void): void => {
  let chunks: Buffer[] = []
  let held = 0
  let needed = headBytes
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    held += chunk.length
    if (held < needed) return
    let bytes = chunks.length === 1 ? chunk : Buffer.concat(chunks, held)
    needed = headBytes
    while (bytes.length >= headBytes && !socket.destroyed) {
      const length = bytes.readUInt32BE(0)
      if (length > largest) {
        socket.destroy()
        return
      }
      if (bytes.length < headBytes + length) {
        needed = headBytes + length
        break
      }
      const payload = bytes.subarray(headBytes, headBytes + length)
      onFrame({ kind: bytes.readUInt8(4), lease: bytes.readUInt32BE(5), payload })
      bytes = bytes.subarray(headBytes + length)
    }
    chunks = bytes.length === 0 ? [] : [bytes]
    held = bytes.length
  })
}
