import { mayAnswer, protocolOf, type ServiceName, type WireResponse } from '@herald/protocol'
import { type Chance, createChance, type FuzzInput, fuzzInputs, fuzzRequest } from '@herald/protocol/testing'
import type { Setting } from '../setting/herald.ts'
import { type HttpSender, signed } from '../setting/http.ts'
import type { BuiltOperation } from './built-operations.ts'
import { withKnownValues } from './known-values.ts'
import { outputFailures } from './output-failures.ts'
import { type Resources, resourcesFor } from './resources.ts'
import type { Tally } from './tally.ts'

export interface RunOptions {
  seed: number
  /** How many valid inputs are made for each operation, beside those at edges and broken ones. */
  valid: number
  /** The part of the inputs that is sent, from 0 to 1; which ones follows from the seed. */
  part: number
}

/** Takes something away that other inputs need. */
const takesAway =
  /^(Delete|AdminDelete|Unsubscribe|(Cancel|Schedule)KeyDeletion|DisableKey|PutKeyPolicy|RevokeGrant|RetireGrant|RemoveP|ChangePassword|RevokeToken|\w*(Respond|Confirm|SignOut|RemoveUser|DisableUser|ResetUser|FromRefresh))/
/** Changes nothing that others rely on. */
const reads = /^(Get|List|Describe|Decrypt|Encrypt|Generate|Publish|Send|Check|Test|Admin(Get|List))/
/** KMS says nothing of why it cannot open a ciphertext, nor of what is wrong with a signature, as AWS does. */
const wordless = new Set(['InvalidCiphertextException', 'KMSInvalidSignatureException', 'KMSInvalidMacException'])
/** Nothing of what was made can be used any more for a while. */
const lockedOut = /attempts?|limit exceeded|expired/i

/** Sends generated inputs to every operation of one service, one after the other. @returns what should not have been. */
export async function runService(
  setting: Setting,
  sender: HttpSender,
  service: ServiceName,
  built: readonly BuiltOperation[],
  options: RunOptions,
  tally: Tally,
): Promise<string[]> {
  const failures: string[] = []
  const resources = await resourcesFor(setting, service)
  let stale = false
  for (const { operation } of built.filter((entry) => entry.service === service)) {
    const chance = createChance(`${options.seed}/mix/${service}.${operation}`)
    for (const fuzz of fuzzInputs(service, operation, { seed: options.seed, valid: options.valid })) {
      const skipped = chance.next() >= options.part
      if (!skipped && stale && fuzz.kind !== 'broken') {
        await resources.renew()
        stale = false
      }
      const input = mixed(chance, resources, operation, fuzz)
      if (skipped) continue
      const request = fuzzRequest(service, operation, input)
      if (!request) continue
      const where = `${service}.${operation} (seed ${options.seed}, ${fuzz.label})`
      const answer = await sender.send(signed(request, service, setting.url)).catch((error: Error) => error)
      if (answer instanceof Error) {
        failures.push(`${where}: ${answer.message}`)
        continue
      }
      const { code, message, wrong } = judged(service, operation, answer, resources)
      tally.count(service, operation, fuzz.kind, code)
      for (const sentence of wrong) failures.push(`${where}: ${sentence}\n  ${JSON.stringify(input).slice(0, 300)}`)
      if (code === undefined ? takesAway.test(operation) : lockedOut.test(message)) stale = true
    }
    if (!reads.test(operation)) stale = true
  }
  return failures
}

/** Known values and whole recipes in place of made-up ones; what was changed at the edge or broken stays as it is. */
function mixed(chance: Chance, resources: Resources, operation: string, fuzz: FuzzInput): Record<string, unknown> {
  const fixed = fuzz.kind === 'valid' ? undefined : /^\w+ ([^.:]+)/.exec(fuzz.label)?.[1]
  const known = withKnownValues(chance, resources.known, fuzz.input, fixed) as Record<string, unknown>
  const recipes = resources.recipes(operation)
  if (recipes.length === 0 || chance.below(4) === 0) return known
  const recipe = chance.pick(recipes)
  if (fixed === undefined) return chance.below(2) === 0 ? recipe : { ...known, ...recipe }
  const { [fixed]: _, ...rest } = recipe
  return Object.hasOwn(fuzz.input, fixed) ? { ...rest, [fixed]: fuzz.input[fixed] } : rest
}

/** The error's code, if it is one, and every sentence that this answer breaks a promise with. */
function judged(
  service: ServiceName,
  operation: string,
  answer: WireResponse,
  { known }: Resources,
): { code: string | undefined; message: string; wrong: string[] } {
  const protocol = protocolOf(service)
  const wrong: string[] = []
  if (!answer.headers['x-amzn-requestid']) wrong.push('the answer has no request id')
  if (answer.status < 300) {
    const output = protocol.readOutput(service, operation, answer)
    known.harvest(output)
    return { code: undefined, message: '', wrong: [...wrong, ...outputFailures(service, operation, output)] }
  }
  const { code, message } = protocol.readError(service, answer)
  if (answer.status >= 500 || answer.status < 400) wrong.push(`status ${answer.status}`)
  if (!mayAnswer(service, operation, code)) wrong.push(`may not answer ${code}: ${message}`)
  if (!message && !wordless.has(code)) wrong.push(`${code} says nothing`)
  return { code, message, wrong }
}
