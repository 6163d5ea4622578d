import { maxAttempts } from '../decrypt/kms-client-config.ts'
import { machineTimer, type Timer } from '../delivery/timer.ts'
import { system } from '../system.ts'
import { readKmsAnswer } from './kms-answer.ts'
import { kmsCaller } from './kms-caller.ts'
import type { KmsDecrypt } from './kms-decrypt.ts'
import { kmsEndpoint } from './kms-endpoint.ts'
import { KmsFailure, usualPauseMs } from './kms-failure.ts'
import { kmsSigner } from './kms-signature.ts'

export type { KmsDecrypt, KmsDecryptInput } from './kms-decrypt.ts'

export interface FunctionKmsOptions {
  /**
   * Another address of KMS, taken as it is: FIPS and dual stack do not change it. Default: by the variables of the AWS SDK,
   * else AWS's own of the region.
   */
  endpoint?: string
  /** Where the credentials and the address are looked up. Default `process.env`. */
  environment?: Readonly<Record<string, string | undefined>>
  /** Milliseconds since 1970; for tests. */
  now?: () => number
  /** What waits; for tests. Default: the machine's timer. */
  timer?: Timer
  /** At least 0 and less than 1, anew at each call; for tests. */
  random?: () => number
}

/** Milliseconds by which the clock may be off. AWS takes five minutes; the AWS SDK corrects it from here on. */
const mostSkewMs = 240_000

/**
 * Experimental. A client of KMS for functions in Lambda, in place of the AWS SDK's: the option `kms` of `liteDecryptor`. It
 * decrypts and nothing else, with the credentials that Lambda sets in the environment, which it reads at each call:
 * `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`. No profiles, no roles of other accounts, no containers.
 *
 * Of the AWS SDK's variables it knows `AWS_ENDPOINT_URL_KMS`, `AWS_ENDPOINT_URL`, `AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`,
 * `AWS_USE_FIPS_ENDPOINT` and `AWS_USE_DUALSTACK_ENDPOINT`. It waits and tries again as the decryptors' other clients do: a
 * second for a connection, three for an answer, three attempts; and it corrects a clock that is off by minutes.
 *
 * What it returns throws a `SenderError` `Configuration` where the credentials are not set or the address is no URL.
 */
export function functionKms(options: FunctionKmsOptions = {}): KmsDecrypt {
  const { environment = process.env, now = system.now, timer = machineTimer, random = chance } = options
  const sign = kmsSigner()
  const places = new Map<string, ReturnType<typeof open>>()
  let skewMs = 0

  const open = (region: string) => {
    const endpoint = kmsEndpoint(region, environment, options.endpoint)
    return { endpoint, call: kmsCaller(endpoint, timer) }
  }
  const placeOf = (region: string) => {
    const place = places.get(region) ?? open(region)
    places.set(region, place)
    return place
  }

  return async (region, { KeyId, CiphertextBlob: { buffer, byteOffset, byteLength }, EncryptionContext }) => {
    const { endpoint, call } = placeOf(region)
    const CiphertextBlob = Buffer.from(buffer, byteOffset, byteLength).toString('base64')
    const body = JSON.stringify({ KeyId, CiphertextBlob, EncryptionContext })
    for (let attempt = 1; ; attempt++) {
      const headers = sign({ region, endpoint, body, environment, at: now() + skewMs })
      try {
        return readKmsAnswer(await call(headers, body))
      } catch (failure) {
        if (!(failure instanceof KmsFailure)) throw failure
        const apart = failure.date - now() - skewMs
        const corrected = Math.abs(apart) >= mostSkewMs
        if (corrected) skewMs += apart
        const most = failure.pauseMs ?? (corrected ? usualPauseMs : undefined)
        if (most === undefined || attempt === maxAttempts) throw failure
        const waitMs = random() * most * 2 ** (attempt - 1)
        await new Promise<void>((resolve) => timer(waitMs, resolve))
      }
    }
  }
}

const chance = () => system.bytes(4).readUInt32BE() / 2 ** 32
