// A real OpenID Connect provider in a process of its own, with login and consent pages of its own. Whoever signs in there is
// who they say; the address of those whose name begins with "unverified" is not vouched for. Says its port on the channel.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

const [callback = ''] = process.argv.slice(2)

const server = createServer()
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [
      {
        client_id: 'pacta',
        client_secret: 'a secret of the client, for tests alone',
        redirect_uris: [callback],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['for tests alone'] },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: async () => ({
        sub: `subject of ${id}`,
        email: id,
        email_verified: !id.startsWith('unverified'),
        name: 'A name the provider says',
      }),
    }),
  })
  server.on('request', provider.callback())
  process.send?.({ port })
})
