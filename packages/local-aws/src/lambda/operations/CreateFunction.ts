import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/lambda'
import { packageOf } from '../code-input.ts'
import { functions } from '../collections.ts'
import { sealVariables } from '../function-environment.ts'
import { nameFunction } from '../function-name.ts'
import type { FunctionRecord } from '../function-record.ts'
import { checkSettings, loggingOf, refuseUnbuilt } from '../function-settings.ts'
import type { LambdaParts } from '../lambda-parts.ts'
import { checkUnpackedSize, resolveLayers } from '../layers/function-layers.ts'
import { publish } from '../publish-version.ts'
import { refusals } from '../refusals.ts'
import { describe, forgetCode, keyOf } from '../stored-functions.ts'

type Types = Operations['CreateFunction']

const LONGEST_NAME = 64

/** Creates a function from a zip. It is `Active` at once; AWS says `Pending` first. */
export function createFunction(parts: LambdaParts): Operation<Types['input'], Types['output']> {
  return async (call, input) => {
    const named = nameFunction(call, input.FunctionName)
    if (named.name.length > LONGEST_NAME) {
      throw refusals.invalid(
        `1 validation error detected: Value '${named.name}' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to ${LONGEST_NAME}`,
      )
    }
    if (input.PackageType === 'Image') throw refusals.notBuilt('PackageType Image')
    if (input.CodeSigningConfigArn !== undefined) throw refusals.notBuilt('CodeSigningConfigArn')
    if (input.TenancyConfig !== undefined) throw refusals.notBuilt('TenancyConfig')
    refuseUnbuilt(input)
    checkSettings(input)
    if (!input.Runtime || !input.Handler) {
      throw refusals.invalid(
        'Runtime and Handler are mandatory parameters for functions created with deployment packages.',
      )
    }
    await parts.runtimes.check(input.Runtime)
    const layers = await resolveLayers(parts, input.Layers ?? [])
    const archive = packageOf(input.Code)
    const environment = sealVariables(parts.vault, named, input.Environment)
    if (await parts.store.get(functions, keyOf(named))) throw refusals.exists(named.name)

    const record = (code: { hash: string; size: number }): FunctionRecord => ({
      accountId: named.accountId,
      region: named.region,
      name: named.name,
      runtime: input.Runtime ?? '',
      handler: input.Handler ?? '',
      role: input.Role,
      description: input.Description ?? '',
      timeout: input.Timeout ?? 3,
      memorySize: input.MemorySize ?? 128,
      ephemeralStorage: input.EphemeralStorage?.Size ?? 512,
      architecture: input.Architectures?.[0] ?? 'x86_64',
      tracing: input.TracingConfig?.Mode ?? 'PassThrough',
      logging: loggingOf(named.name, input.LoggingConfig),
      ...(environment === undefined ? {} : { environment }),
      ...(input.KMSKeyArn ? { kmsKeyArn: input.KMSKeyArn } : {}),
      codeHash: code.hash,
      codeSize: code.size,
      lastModified: parts.environment.clock.now(),
      revisionId: parts.environment.random.uuid(),
      deployment: parts.environment.random.uuid(),
      ...(layers.length > 0 ? { layers } : {}),
      statements: [],
      tags: input.Tags ?? {},
    })
    let hash = ''
    try {
      return await parts.code.keep(archive, async (code) => {
        hash = code.hash
        await checkUnpackedSize(parts, code.hash, layers)
        const created = record(code)
        const version = await parts.store.transaction(async (tx) => {
          if (await tx.get(functions, keyOf(named))) throw refusals.exists(named.name)
          tx.insert(functions, keyOf(named), created)
          return input.Publish ? publish(parts, tx, created) : undefined
        })
        if (!version) return describe(parts, created)
        return describe(parts, version, { arn: named.arn, version: String(version.version) })
      })
    } catch (error) {
      await forgetCode(parts, hash)
      throw error
    }
  }
}
