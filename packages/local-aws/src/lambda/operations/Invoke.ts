import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { nameQualified } from '../function-name.ts'
import { clientContextOf, payloadOf } from '../invoke-input.ts'
import { allowInvoke } from '../invoke-permission.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { refusals } from '../refusals.ts'
import { loadRunnable } from '../stored-functions.ts'
import { traceHeaderFor } from '../trace-header.ts'

type Types = Operations['Invoke']

/** Runs a function and gives its answer; as an `Event`, queues it durably; as a `DryRun`, only checks. */
export function invoke(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameQualified(call, input.FunctionName, input.Qualifier)
    const type = input.InvocationType ?? 'RequestResponse'
    if (input.TenantId !== undefined) throw refusals.notBuilt('TenantId')
    if (input.DurableExecutionName !== undefined) throw refusals.notBuilt('DurableExecutionName')
    const loaded = await loadRunnable(parts, named)
    if (!loaded) throw refusals.notFound(named.askedArn)
    allowInvoke(call, loaded.record, named.askedArn, parts.environment.clock.now())
    const payload = payloadOf(input.Payload, type)
    const clientContext = clientContextOf(input.ClientContext)
    if (type === 'DryRun') return { StatusCode: 204 }
    const traceHeader = traceHeaderFor(call, parts.environment)

    if (type === 'Event') {
      await parts.queue.add({
        requestId: call.requestId,
        to: named,
        payload,
        traceHeader,
        clientContext,
        carriesMessage: call.caller.kind === 'service',
        isDestination: false,
      })
      return { StatusCode: 202 }
    }

    const outcome = await parts.sandboxes.run(loaded.runnable, {
      requestId: call.requestId,
      functionArn: named.askedArn,
      payload,
      traceHeader,
      clientContext,
    })
    return {
      StatusCode: 200,
      ExecutedVersion: loaded.runnable.version,
      ...(outcome.ok ? {} : { FunctionError: 'Unhandled' }),
      ...(input.LogType === 'Tail' ? { LogResult: parts.logs.tail(call.requestId).toString('base64') } : {}),
      Payload: outcome.payload,
    }
  }
}
