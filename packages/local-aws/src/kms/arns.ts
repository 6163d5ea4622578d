import type { KeyRef } from './collections.ts'

/** China and the US government's regions are partitions of their own. */
export function partition(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  if (region.startsWith('us-gov-')) return 'aws-us-gov'
  return 'aws'
}

export function keyArn(ref: KeyRef): string {
  return `arn:${partition(ref.region)}:kms:${ref.region}:${ref.accountId}:key/${ref.keyId}`
}

/** @param name with its prefix: `alias/…` */
export function aliasArn(accountId: string, region: string, name: string): string {
  return `arn:${partition(region)}:kms:${region}:${accountId}:${name}`
}

export function rootArn(accountId: string, region: string): string {
  return `arn:${partition(region)}:iam::${accountId}:root`
}

export interface KmsArn {
  readonly region: string
  readonly accountId: string
  /** `key/…` or `alias/…`. */
  readonly resource: string
}

/** The parts of a key's or an alias's ARN; undefined where the text is none. */
export function parseKmsArn(text: string): KmsArn | undefined {
  const found = /^arn:aws[\w-]*:kms:([a-z0-9-]+):(\d{12}):((?:key|alias)\/.+)$/.exec(text)
  return found ? { region: found[1]!, accountId: found[2]!, resource: found[3]! } : undefined
}
