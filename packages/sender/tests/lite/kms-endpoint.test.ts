/** The address of KMS is the AWS SDK's own for every region that it knows, whatever the environment asks for. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, test } from 'node:test'
import { KMSClient } from '@aws-sdk/client-kms'
import { kmsEndpoint } from '../../src/lite/kms-endpoint.ts'

/** Every region that stands in the AWS SDK's table of partitions. Those of a whole partition are none of KMS's. */
function everyRegion(): string[] {
  const { resolve } = createRequire(createRequire(import.meta.url).resolve('@aws-sdk/client-kms'))
  const text = readFileSync(resolve('@aws-sdk/core/client'), 'utf8')
  const names = [...text.matchAll(/"((?:[a-z]+-){2,3}\d)": \{/g)].map(([, name]) => name!)
  return [...new Set(names)]
}

const urlOf = (...given: Parameters<typeof kmsEndpoint>) => {
  const { secure, hostname, port, host, path } = kmsEndpoint(...given)
  assert.equal(host, port === '' ? hostname : `${hostname}:${port}`)
  return `${secure ? 'https' : 'http'}://${host}${path}`
}

describe('the address of KMS', () => {
  test('is that of the AWS SDK for every region, with FIPS and with dual stack', async () => {
    const regions = everyRegion()
    assert.ok(regions.length > 40, regions.join(' '))
    for (const each of [
      'eu-west-1',
      'cn-north-1',
      'us-gov-west-1',
      'us-iso-east-1',
      'us-isob-east-1',
      'eusc-de-east-1',
    ]) {
      assert.ok(regions.includes(each), each)
    }
    const { endpointProvider } = new KMSClient({ region: 'eu-west-1' }).config
    for (const Region of [...regions, 'eu-isoe-west-2', 'us-isof-east-9', 'mx-central-9', 'cn-west-7']) {
      for (const UseFIPS of [false, true]) {
        for (const UseDualStack of [false, true]) {
          const { url } = endpointProvider({ Region, UseFIPS, UseDualStack })
          const environment = { AWS_USE_FIPS_ENDPOINT: `${UseFIPS}`, AWS_USE_DUALSTACK_ENDPOINT: `${UseDualStack}` }
          assert.equal(urlOf(Region, environment, undefined), url.href)
        }
      }
    }
  })

  const both = { AWS_ENDPOINT_URL_KMS: 'http://kms.test:4566', AWS_ENDPOINT_URL: 'http://all.test/base' }
  for (const [what, environment, given, url] of [
    ['is the one given before all others', both, 'https://own.test', 'https://own.test/'],
    ['is the one for KMS before the one for all services', both, undefined, 'http://kms.test:4566/'],
    ['is the one for all services', { ...both, AWS_ENDPOINT_URL_KMS: '' }, undefined, 'http://all.test/base/'],
    [
      'is AWS’s where configured ones are to be ignored',
      { ...both, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
      undefined,
      'https://kms.eu-west-1.amazonaws.com/',
    ],
    [
      'is the one given where configured ones are to be ignored',
      { ...both, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
      'https://own.test:8443/kms/',
      'https://own.test:8443/kms/',
    ],
  ] as const) {
    test(what, () => assert.equal(urlOf('eu-west-1', environment, given), url))
  }

  test('may be one of IPv6', () => {
    const { hostname, host, port } = kmsEndpoint('eu-west-1', {}, 'http://[::1]:4566')
    assert.deepEqual([hostname, host, port], ['::1', '[::1]:4566', '4566'])
  })

  for (const address of ['kms.test', 'localhost:4566', 'ftp://user:secret@kms.test', '']) {
    test(`is refused as '${address}', without telling what it is`, () => {
      assert.throws(
        () => kmsEndpoint('eu-west-1', {}, address),
        (error: Error & { code?: string }) => {
          assert.equal(error.code, 'Configuration')
          assert.match(error.message, /AWS_ENDPOINT_URL_KMS .* no http or https URL\.$/)
          assert.doesNotMatch(error.message, /secret/)
          return true
        },
      )
    })
  }
})
