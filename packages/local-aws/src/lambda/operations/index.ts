import type { Operation } from '@herald/protocol'
import type { LambdaParts } from '../lambda-parts.ts'
import { addPermission } from './AddPermission.ts'
import { createAlias } from './CreateAlias.ts'
import { createFunction } from './CreateFunction.ts'
import { deleteAlias } from './DeleteAlias.ts'
import { deleteFunction } from './DeleteFunction.ts'
import { deleteFunctionConcurrency } from './DeleteFunctionConcurrency.ts'
import { deleteFunctionEventInvokeConfig } from './DeleteFunctionEventInvokeConfig.ts'
import { deleteLayerVersion } from './DeleteLayerVersion.ts'
import { getAlias } from './GetAlias.ts'
import { getFunction } from './GetFunction.ts'
import { getFunctionConcurrency } from './GetFunctionConcurrency.ts'
import { getFunctionConfiguration } from './GetFunctionConfiguration.ts'
import { getFunctionEventInvokeConfig } from './GetFunctionEventInvokeConfig.ts'
import { getLayerVersion } from './GetLayerVersion.ts'
import { getLayerVersionByArn } from './GetLayerVersionByArn.ts'
import { getPolicy } from './GetPolicy.ts'
import { invoke } from './Invoke.ts'
import { listAliases } from './ListAliases.ts'
import { listFunctionEventInvokeConfigs } from './ListFunctionEventInvokeConfigs.ts'
import { listFunctions } from './ListFunctions.ts'
import { listLayers } from './ListLayers.ts'
import { listLayerVersions } from './ListLayerVersions.ts'
import { listTags } from './ListTags.ts'
import { listVersionsByFunction } from './ListVersionsByFunction.ts'
import { publishLayerVersion } from './PublishLayerVersion.ts'
import { publishVersion } from './PublishVersion.ts'
import { putFunctionConcurrency } from './PutFunctionConcurrency.ts'
import { putFunctionEventInvokeConfig } from './PutFunctionEventInvokeConfig.ts'
import { removePermission } from './RemovePermission.ts'
import { tagResource } from './TagResource.ts'
import { untagResource } from './UntagResource.ts'
import { updateAlias } from './UpdateAlias.ts'
import { updateFunctionCode } from './UpdateFunctionCode.ts'
import { updateFunctionConfiguration } from './UpdateFunctionConfiguration.ts'
import { updateFunctionEventInvokeConfig } from './UpdateFunctionEventInvokeConfig.ts'

/** The operations of AWS Lambda that are built, by AWS's names. */
export function lambdaOperations(parts: LambdaParts): Record<string, Operation> {
  return {
    AddPermission: addPermission(parts),
    CreateAlias: createAlias(parts),
    CreateFunction: createFunction(parts),
    DeleteAlias: deleteAlias(parts),
    DeleteFunction: deleteFunction(parts),
    DeleteFunctionConcurrency: deleteFunctionConcurrency(parts),
    DeleteFunctionEventInvokeConfig: deleteFunctionEventInvokeConfig(parts),
    DeleteLayerVersion: deleteLayerVersion(parts),
    GetAlias: getAlias(parts),
    GetFunction: getFunction(parts),
    GetFunctionConcurrency: getFunctionConcurrency(parts),
    GetFunctionConfiguration: getFunctionConfiguration(parts),
    GetFunctionEventInvokeConfig: getFunctionEventInvokeConfig(parts),
    GetLayerVersion: getLayerVersion(parts),
    GetLayerVersionByArn: getLayerVersionByArn(parts),
    GetPolicy: getPolicy(parts),
    Invoke: invoke(parts),
    ListAliases: listAliases(parts),
    ListFunctionEventInvokeConfigs: listFunctionEventInvokeConfigs(parts),
    ListFunctions: listFunctions(parts),
    ListLayerVersions: listLayerVersions(parts),
    ListLayers: listLayers(parts),
    ListTags: listTags(parts),
    ListVersionsByFunction: listVersionsByFunction(parts),
    PublishLayerVersion: publishLayerVersion(parts),
    PublishVersion: publishVersion(parts),
    PutFunctionConcurrency: putFunctionConcurrency(parts),
    PutFunctionEventInvokeConfig: putFunctionEventInvokeConfig(parts),
    RemovePermission: removePermission(parts),
    TagResource: tagResource(parts),
    UntagResource: untagResource(parts),
    UpdateAlias: updateAlias(parts),
    UpdateFunctionCode: updateFunctionCode(parts),
    UpdateFunctionConfiguration: updateFunctionConfiguration(parts),
    UpdateFunctionEventInvokeConfig: updateFunctionEventInvokeConfig(parts),
  }
}
