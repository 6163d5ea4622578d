import {
  createDiffieHellmanGroup,
  createHash,
  createHmac,
  DiffieHellman,
  type DiffieHellmanGroup,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { load, type Rate } from '../load.ts'
import { type Place, password } from '../place.ts'

// The client's half of SRP with OpenSSL's arithmetic; amazon-cognito-identity-js computes the same in JavaScript, far slower.
const group = createDiffieHellmanGroup('modp15')
const setPrivateKey = DiffieHellman.prototype.setPrivateKey as (this: DiffieHellmanGroup, key: Uint8Array) => void
const N = BigInt(`0x${group.getPrime('hex')}`)
const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const number = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
function padded(value: bigint): Buffer {
  const hex = value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex')
}
function power(base: bigint, exponent: bigint): bigint {
  setPrivateKey.call(group, padded(exponent))
  return number(group.computeSecret(padded(base)))
}
const k = number(sha256(padded(N), padded(2n)))

/** How many exponentiations as long as a verifier's one sign-in takes: three of Herald's, and the client's of twice the length. */
export const exponentiations = { herald: 3, client: 2 }

/** SRP sign-ins, each with both of its requests and the client's arithmetic. A client keeps its secret and what follows from it. */
export function srpSignIns(place: Place, clients: number, milliseconds: number, user: string): Promise<Rate> {
  const poolName = place.userPoolId.split('_')[1]
  const secret = number(randomBytes(32))
  const publicValue = power(2n, secret)
  const verifiers = new Map<string, { x: bigint; v: bigint }>()

  function exchanged(salt: string, serverValue: bigint, userId: string): Buffer {
    let known = verifiers.get(salt)
    if (!known) {
      const x = number(sha256(padded(BigInt(`0x${salt}`)), sha256(`${poolName}${userId}:${password}`)))
      known = { x, v: power(2n, x) }
      verifiers.set(salt, known)
    }
    const u = number(sha256(padded(publicValue), padded(serverValue)))
    const base = (((serverValue - k * known.v) % N) + N) % N
    const shared = power(base, secret + u * known.x)
    return Buffer.from(hkdfSync('sha256', padded(shared), padded(u), 'Caldera Derived Key', 16))
  }

  return load(clients, milliseconds, async () => {
    const { ChallengeParameters: asked } = (await place.caller.call('InitiateAuth', {
      ClientId: place.clientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: user, SRP_A: publicValue.toString(16) },
    })) as { ChallengeParameters: Record<string, string> }
    const { SALT = '', SRP_B = '', SECRET_BLOCK = '', USER_ID_FOR_SRP = '' } = asked
    const key = exchanged(SALT, BigInt(`0x${SRP_B}`), USER_ID_FOR_SRP)
    const timestamp = stamp(new Date())
    const signature = createHmac('sha256', key)
      .update(`${poolName}${USER_ID_FOR_SRP}`)
      .update(Buffer.from(SECRET_BLOCK, 'base64'))
      .update(timestamp)
      .digest('base64')
    await place.caller.call('RespondToAuthChallenge', {
      ClientId: place.clientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: {
        USERNAME: USER_ID_FOR_SRP,
        PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: signature,
        TIMESTAMP: timestamp,
      },
    })
  })
}

/** `Sat Nov 7 09:05:01 UTC 2026`, the day not padded. */
function stamp(at: Date): string {
  const [day, date, month, year, time] = at.toUTCString().replace(',', '').split(' ')
  return `${day} ${month} ${Number(date)} ${time} UTC ${year}`
}
