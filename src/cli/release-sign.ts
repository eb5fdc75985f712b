// pacta release key, pacta release sign
import { problem } from '../problem.ts'
import { makeKey, readPrivateKey, signText } from '../releases/sign.ts'
import { addSignature } from '../releases/store.ts'
import { type Command, type CommandContext, textOption } from './command.ts'
import { readInput, writeOutput } from './input.ts'
import { onlyTarget, rewrite, soundFile } from './release-target.ts'
import { worldOption } from './world.ts'

/** The private key that --key names. */
export const keyOf = (path: string) => {
  const { name, bytes } = readInput(path)
  return readPrivateKey(Buffer.from(bytes).toString('utf8'), name)
}

export const releaseKey: Command = {
  name: 'release key',
  summary:
    'Makes a key to sign releases with; the private half stays in the file, readable by its owner only.',
  usage: '--out FILE',
  example: 'pacta release key --out committee.pem',
  options: {
    out: { type: 'string', describe: 'the file of the private key; an existing one is never replaced' },
  },
  run: async (context) => {
    const path = textOption(context, 'out')
    if (path === undefined) throw problem('usage', 'Say where the private key goes: --out FILE.')
    const { privatePem, publicKey } = makeKey()
    writeOutput(path, privatePem, { mode: 0o600, isNew: true })
    if (context.json) context.out(JSON.stringify({ alg: 'Ed25519', file: path, publicKey }, null, 2))
    else {
      context.out(`Public key (Ed25519): ${publicKey}`)
      context.out(
        `The private key is in ${path}. Keep it; give the public key to whoever checks your releases.`,
      )
    }
    return 0
  },
}

export const releaseSign: Command = {
  name: 'release sign',
  summary: 'Signs a release: a file, in place, or one held here. What does not hold is not signed.',
  usage: 'FILE|ID --key FILE [--world NAME]',
  example: 'pacta release sign release.json --key committee.pem',
  options: { key: { type: 'string', describe: 'the file of the private key' }, ...worldOption },
  run: async (context) => {
    const path = textOption(context, 'key')
    if (path === undefined)
      throw problem('usage', 'Say with which key: --key FILE; "pacta release key" makes one.')
    const key = keyOf(path)
    const target = await onlyTarget(context)
    if ('id' in target) {
      const added = await addSignature(target.db, target.id, (text) => signText(text, key))
      return said(context, target.id, added.signature.key, added.outcome)
    }
    const read = soundFile(target.file, 'it is not signed')
    const signature = signText(read.payloadText, key)
    const isNew = !read.release.signatures.some(({ sig }) => sig === signature.sig)
    if (isNew) rewrite(target.file, read, { signatures: [...read.release.signatures, signature] })
    return said(context, target.file, signature.key, isNew ? 'stored' : 'unchanged')
  },
}

const said = (
  context: CommandContext,
  what: string,
  key: string,
  outcome: 'stored' | 'unchanged',
): number => {
  if (context.json) context.out(JSON.stringify({ release: what, key, outcome }, null, 2))
  else context.out(`${what} ${outcome === 'stored' ? 'is signed' : 'was signed already'} by key ${key}`)
  return 0
}
