import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { sealVariables } from '../function-environment.ts'
import { nameFunction } from '../function-name.ts'
import type { FunctionRecord, LayerReference } from '../function-record.ts'
import { checkSettings, loggingOf, refuseUnbuilt } from '../function-settings.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { checkUnpackedSize, resolveLayers } from '../layers/function-layers.ts'
import { changeFunction, deployAnew, describe, readFunction } from '../stored-functions.ts'

type Types = Operations['UpdateFunctionConfiguration']

/** Changes what is given and keeps the rest. `Environment` replaces all variables at once. */
export function updateFunctionConfiguration(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameFunction(call, input.FunctionName)
    refuseUnbuilt(input)
    checkSettings(input)
    if (input.Runtime !== undefined) await parts.runtimes.check(input.Runtime)
    let layers: LayerReference[] | undefined
    if (input.Layers !== undefined) {
      const current = await readFunction(parts.store, named)
      layers = await resolveLayers(parts, input.Layers, current.layers)
      await checkUnpackedSize(parts, current.codeHash, layers)
    }
    const environment = sealVariables(parts.vault, named, input.Environment)
    const { before, after } = await changeFunction(parts, named, input.RevisionId, (record): FunctionRecord => {
      const { environment: old, kmsKeyArn, ...rest } = record
      const variables = input.Environment?.Variables === undefined ? old : environment
      const key = input.KMSKeyArn ?? kmsKeyArn
      return {
        ...rest,
        ...(variables === undefined ? {} : { environment: variables }),
        ...(key ? { kmsKeyArn: key } : {}),
        ...(layers === undefined ? {} : { layers }),
        description: input.Description ?? record.description,
        handler: input.Handler ?? record.handler,
        role: input.Role ?? record.role,
        runtime: input.Runtime ?? record.runtime,
        timeout: input.Timeout ?? record.timeout,
        memorySize: input.MemorySize ?? record.memorySize,
        ephemeralStorage: input.EphemeralStorage?.Size ?? record.ephemeralStorage,
        tracing: input.TracingConfig?.Mode ?? record.tracing,
        logging: input.LoggingConfig ? loggingOf(record.name, input.LoggingConfig) : record.logging,
        lastModified: parts.environment.clock.now(),
        deployment: parts.environment.random.uuid(),
      }
    })
    await deployAnew(parts, before)
    return describe(parts, after)
  }
}
