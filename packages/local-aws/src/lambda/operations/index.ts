import type { Operation } from '@herald/protocol'
import type { LambdaParts } from '../lambda-parts.ts'
import { addPermission } from './AddPermission.ts'
import { createFunction } from './CreateFunction.ts'
import { deleteFunction } from './DeleteFunction.ts'
import { deleteFunctionConcurrency } from './DeleteFunctionConcurrency.ts'
import { deleteFunctionEventInvokeConfig } from './DeleteFunctionEventInvokeConfig.ts'
import { getFunction } from './GetFunction.ts'
import { getFunctionConcurrency } from './GetFunctionConcurrency.ts'
import { getFunctionConfiguration } from './GetFunctionConfiguration.ts'
import { getFunctionEventInvokeConfig } from './GetFunctionEventInvokeConfig.ts'
import { getPolicy } from './GetPolicy.ts'
import { invoke } from './Invoke.ts'
import { listFunctionEventInvokeConfigs } from './ListFunctionEventInvokeConfigs.ts'
import { listFunctions } from './ListFunctions.ts'
import { listTags } from './ListTags.ts'
import { listVersionsByFunction } from './ListVersionsByFunction.ts'
import { putFunctionConcurrency } from './PutFunctionConcurrency.ts'
import { putFunctionEventInvokeConfig } from './PutFunctionEventInvokeConfig.ts'
import { removePermission } from './RemovePermission.ts'
import { tagResource } from './TagResource.ts'
import { untagResource } from './UntagResource.ts'
import { updateFunctionCode } from './UpdateFunctionCode.ts'
import { updateFunctionConfiguration } from './UpdateFunctionConfiguration.ts'
import { updateFunctionEventInvokeConfig } from './UpdateFunctionEventInvokeConfig.ts'

/** The operations of AWS Lambda that are built, by AWS's names. */
export function lambdaOperations(parts: LambdaParts): Record<string, Operation> {
  return {
    AddPermission: addPermission(parts),
    CreateFunction: createFunction(parts),
    DeleteFunction: deleteFunction(parts),
    DeleteFunctionConcurrency: deleteFunctionConcurrency(parts),
    DeleteFunctionEventInvokeConfig: deleteFunctionEventInvokeConfig(parts),
    GetFunction: getFunction(parts),
    GetFunctionConcurrency: getFunctionConcurrency(parts),
    GetFunctionConfiguration: getFunctionConfiguration(parts),
    GetFunctionEventInvokeConfig: getFunctionEventInvokeConfig(parts),
    GetPolicy: getPolicy(parts),
    Invoke: invoke(parts),
    ListFunctionEventInvokeConfigs: listFunctionEventInvokeConfigs(parts),
    ListFunctions: listFunctions(parts),
    ListTags: listTags(parts),
    ListVersionsByFunction: listVersionsByFunction(parts),
    PutFunctionConcurrency: putFunctionConcurrency(parts),
    PutFunctionEventInvokeConfig: putFunctionEventInvokeConfig(parts),
    RemovePermission: removePermission(parts),
    TagResource: tagResource(parts),
    UntagResource: untagResource(parts),
    UpdateFunctionCode: updateFunctionCode(parts),
    UpdateFunctionConfiguration: updateFunctionConfiguration(parts),
    UpdateFunctionEventInvokeConfig: updateFunctionEventInvokeConfig(parts),
  }
}
