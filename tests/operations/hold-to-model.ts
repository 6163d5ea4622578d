import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { serviceNames } from '@herald/protocol'
import { operations as poolOperations } from '../../packages/pool/src/operations/index.ts'
import { start } from '../setting/herald.ts'
import { httpSender } from '../setting/http.ts'
import { builtOperations } from './built-operations.ts'
import { type RunOptions, runService } from './run.ts'
import { createTally, type Tally } from './tally.ts'

/**
 * Starts a Herald (with `args`, or as `start` has it), sends generated inputs to all operations that it has, and holds every
 * answer to the model: no fault, no error that the operation may not give, no output of another shape. Afterwards Herald must
 * be well and have nothing to report.
 */
export async function holdToModel(
  t: TestContext,
  options: RunOptions & { args?: string[] },
  tally: Tally = createTally(),
): Promise<Tally> {
  const setting = await start(t, options.args)
  const sender = httpSender(setting.url)
  t.after(() => sender.close())
  const built = await builtOperations(sender, setting.url)
  const names = (service: string) => built.filter((entry) => entry.service === service).map((entry) => entry.operation)
  assert.deepEqual(names('cognito-idp').sort(), Object.keys(poolOperations).sort())
  for (const service of ['kms', 'lambda', 'sns', 'sesv2', 'sts']) assert.ok(names(service).length > 0, service)

  const runs = serviceNames.map((service) => runService(setting, sender, service, built, options, tally))
  const failures = (await Promise.all(runs)).flat()
  assert.equal(failures.length, 0, `${failures.length} answers break the model\n${failures.slice(0, 40).join('\n')}`)
  const health = await fetch(`${setting.url}/_herald/health`)
  assert.equal(health.status, 200)
  assert.deepEqual(setting.logged, [])
  return tally
}
