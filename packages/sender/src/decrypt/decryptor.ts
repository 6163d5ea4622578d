import { SenderError } from '../errors.ts'
import type { ParsedEvent } from '../events/parse-event.ts'
import { Secret } from '../secret.ts'
import { explain } from './explain-failure.ts'
import { keyArnsFrom } from './key-arns.ts'
import { unescapePassword } from './unescape-password.ts'

export interface DecryptorOptions {
  /** ARN of the pool's `KMSKeyID`, or several; where left out, `KEY_ARN` of the environment, with commas between several. */
  keyArn?: string | readonly string[]
  /** Pools that are served; another pool's events are refused. Where left out, any pool is. */
  poolIds?: readonly string[]
  /** Default `process.env`. The AWS SDK's own variables (credentials, `AWS_ENDPOINT_URL_KMS`) always come from there. */
  environment?: Readonly<Record<string, string | undefined>>
  /** Another address of KMS, for local work. */
  endpoint?: string
}

/**
 * Opens the code of an event; undefined where it has none (takeover notifications).
 * @throws {SenderError} `ForeignPool`, `DecryptFailed` or `Configuration`, with what is wrong and how to mend it.
 */
export type Decryptor = (event: Pick<ParsedEvent, 'code' | 'poolId' | 'source'>) => Promise<Secret | undefined>

export interface Opened {
  plaintext: Uint8Array
  /** The encryption context, authenticated. */
  context: Readonly<Record<string, string>>
}

/** Opens messages that one of these keys encrypted; made once for a container. */
export type Open = (message: Buffer) => Promise<Opened>

function refuseForeignPool(inMessage: string | undefined, poolId: string): void {
  if (inMessage === poolId) return
  const named = /^[\w-]{1,55}$/.test(inMessage ?? '') ? `user pool ${inMessage}` : 'something that is no user pool'
  const what = inMessage === undefined ? 'names no user pool' : `was encrypted for ${named}`
  throw new SenderError('ForeignPool', `The code ${what}, but the event is of user pool ${poolId}.`)
}

/** What every way of decryption does alike around it: the pool's checks, the password's escaping, the words of errors. */
export function decryptorOf(
  makeOpen: (keyArns: readonly string[]) => Promise<Open>,
  options: DecryptorOptions,
): Decryptor {
  const { poolIds } = options
  let ready: { keyArns: readonly string[]; open: Promise<Open> } | undefined

  const prepare = () => {
    const environment = options.environment ?? process.env
    const keyArns = keyArnsFrom(options.keyArn ?? environment.KEY_ARN)
    const open = makeOpen(keyArns)
    open.catch(() => {
      ready = undefined
    })
    return { keyArns, open }
  }

  return async ({ code, poolId, source }) => {
    if (poolIds && !poolIds.includes(poolId)) {
      throw new SenderError('ForeignPool', `The event is of user pool ${poolId}, which is not among poolIds.`)
    }
    if (code === undefined) return undefined
    ready ??= prepare()
    const { keyArns } = ready
    const open = await ready.open
    const message = Buffer.from(code, 'base64')
    let opened: Opened
    try {
      opened = await open(message)
    } catch (failure) {
      throw explain(failure, {
        message,
        keyArns,
        checkPool: (inMessage) => refuseForeignPool(inMessage, poolId),
      })
    }
    refuseForeignPool(opened.context['userpool-id'], poolId)
    const text = Buffer.from(opened.plaintext).toString('utf8')
    opened.plaintext.fill(0)
    if (text === '') throw new SenderError('DecryptFailed', 'The code was decrypted, and is empty.')
    return new Secret(source === 'AdminCreateUser' ? unescapePassword(text) : text)
  }
}
