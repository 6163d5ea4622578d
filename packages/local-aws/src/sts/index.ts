import type { Service } from '@herald/protocol'
import { assumeRole } from './AssumeRole.ts'
import type { Credentials } from './credentials.ts'
import { GetCallerIdentity } from './GetCallerIdentity.ts'
import { getSessionToken } from './GetSessionToken.ts'

export {
  type Credentials,
  createCredentials,
  type FunctionSession,
  type IssuedCredentials,
  type Lookup,
  sessionArn,
} from './credentials.ts'

/** The local STS: who is calling, and credentials for roles and sessions. */
export function createSts(options: { credentials: Credentials }): { service: Service } {
  return {
    service: {
      name: 'sts',
      operations: {
        AssumeRole: assumeRole(options.credentials),
        GetCallerIdentity,
        GetSessionToken: getSessionToken(options.credentials),
      },
    },
  }
}
