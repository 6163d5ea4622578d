import type { GetLayerVersionResponse, LayerVersionsListItem } from '@herald/protocol/lambda'
import { lastModifiedText } from '../configuration.ts'
import { type LayerVersionRecord, layerArn } from './layer-record.ts'

/** A layer's version as lists show it. */
export function layerVersionItem(record: LayerVersionRecord): LayerVersionsListItem {
  return {
    LayerVersionArn: `${layerArn(record)}:${record.version}`,
    Version: record.version,
    Description: record.description,
    CreatedDate: lastModifiedText(record.createdAt),
    ...(record.runtimes.length > 0 ? { CompatibleRuntimes: record.runtimes } : {}),
    ...(record.architectures.length > 0 ? { CompatibleArchitectures: record.architectures } : {}),
    ...(record.license === undefined ? {} : { LicenseInfo: record.license }),
  }
}

/** A layer's version with a link to its package. */
export function layerVersionAnswer(record: LayerVersionRecord, location: string): GetLayerVersionResponse {
  return {
    Content: {
      Location: location,
      CodeSha256: Buffer.from(record.codeHash, 'hex').toString('base64'),
      CodeSize: record.codeSize,
    },
    LayerArn: layerArn(record),
    ...layerVersionItem(record),
  }
}
