import { SenderError } from '../errors.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Where KMS of a region is called. */
export interface KmsEndpoint {
  /** Whether by TLS. */
  readonly secure: boolean
  /** Without the brackets of an IPv6 address. */
  readonly hostname: string
  /** Empty for the protocol's own. */
  readonly port: string
  /** Host and port, as the header `host` has them. */
  readonly host: string
  readonly path: string
}

/** Names under which AWS's partitions stand in DNS, and those of their dual-stack endpoints, by how a region begins. */
const partitions = [
  ['cn-', 'amazonaws.com.cn', 'api.amazonwebservices.com.cn'],
  ['eusc-', 'amazonaws.eu', 'api.amazonwebservices.eu'],
  ['us-iso-', 'c2s.ic.gov', 'api.aws.ic.gov'],
  ['us-isob-', 'sc2s.sgov.gov', 'api.aws.scloud'],
  ['us-isof-', 'csp.hci.ic.gov', 'api.aws.hci.ic.gov'],
  ['eu-isoe-', 'cloud.adc-e.uk', 'api.cloud-aws.adc-e.uk'],
  ['', 'amazonaws.com', 'api.aws'],
] as const

function addressOf(region: string, environment: Environment): string {
  const [, suffix, dualStack] = partitions.find(([start]) => region.startsWith(start))!
  const service = environment.AWS_USE_FIPS_ENDPOINT === 'true' ? 'kms-fips' : 'kms'
  return `https://${service}.${region}.${environment.AWS_USE_DUALSTACK_ENDPOINT === 'true' ? dualStack : suffix}`
}

/** @returns undefined for what is no address of HTTP. */
function parse(address: string): URL | undefined {
  try {
    const url = new URL(address)
    return /^https?:$/.test(url.protocol) ? url : undefined
  } catch {
    return undefined
  }
}

/**
 * Finds the address of KMS as the AWS SDK does by its environment variables; its files are not read. An address that is
 * given is used as it is, also where the environment asks for FIPS or dual stack.
 * @param given another address, before those of the environment.
 * @throws {SenderError} `Configuration` when the address is not one of HTTP.
 */
export function kmsEndpoint(region: string, environment: Environment, given: string | undefined): KmsEndpoint {
  const ignored = environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS === 'true'
  const configured = ignored ? undefined : environment.AWS_ENDPOINT_URL_KMS || environment.AWS_ENDPOINT_URL
  const url = parse(given ?? (configured || addressOf(region, environment)))
  if (!url) {
    const where = 'the option endpoint, AWS_ENDPOINT_URL_KMS or AWS_ENDPOINT_URL'
    throw new SenderError('Configuration', `The address of KMS, by ${where}, is no http or https URL.`)
  }
  return {
    secure: url.protocol === 'https:',
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port,
    host: url.host,
    path: url.pathname.replace(/\/?$/, '/'),
  }
}
