import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The address cannot be listened on. */
export class AddressError extends Error {
  override name = 'AddressError'
}

/**
 * Listens, and gives the URL that reaches the server from this machine.
 * @throws {AddressError}
 */
export async function listen(server: Server, address: { host: string; port: number }): Promise<string> {
  const host = address.host.replace(/^\[(.*)\]$/, '$1')
  server.listen(address.port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new AddressError(explained((error as NodeJS.ErrnoException).code, host, address.port))
  }
  const { port } = server.address() as AddressInfo
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

function explained(code: string | undefined, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken. Is another Herald running? Choose another one with --port.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `${host} is not an address of this machine (--host).`
    case 'EACCES':
      return `Port ${port} may not be used by this user. Choose another one with --port.`
    default:
      return `Herald cannot listen on ${host}, port ${port}: ${code}.`
  }
}
