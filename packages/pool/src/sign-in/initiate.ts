import type {
  AuthFlowType,
  ExplicitAuthFlowsType,
  InitiateAuthRequest,
  InitiateAuthResponse,
} from '@herald/protocol/cognito-idp'
import { allowedFlows } from '../clients/auth-flows.ts'
import { errors } from '../errors.ts'
import type { ClientScope } from '../operation.ts'
import { startChoice } from './choice.ts'
import type { Parameters } from './parameters.ts'
import { signInWithPassword } from './password-sign-in.ts'
import { renewTokens } from './renew.ts'
import { firstStep, type SignInScope } from './scope.ts'
import { startSrp } from './srp-sign-in.ts'

type Start = (scope: SignInScope, parameters: Parameters) => Promise<InitiateAuthResponse>

interface Flow {
  /** Which operations know the flow; AWS refuses it in the other. */
  of: 'anyone' | 'public' | 'administrator'
  allowedBy: ExplicitAuthFlowsType
  notAllowed: () => Error
  /** Absent: not built. */
  start?: Start
}

const adminPassword: Flow = {
  of: 'administrator',
  allowedBy: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  notAllowed: errors.flowNotEnabled,
  start: signInWithPassword,
}
const renewal: Flow = {
  of: 'anyone',
  allowedBy: 'ALLOW_REFRESH_TOKEN_AUTH',
  notAllowed: errors.flowNotEnabled,
  start: renewTokens,
}

/** The sign-in flows, with the client setting that each needs. */
const flows: Readonly<Record<AuthFlowType, Flow>> = {
  USER_PASSWORD_AUTH: {
    of: 'public',
    allowedBy: 'ALLOW_USER_PASSWORD_AUTH',
    notAllowed: errors.passwordFlowNotEnabled,
    start: signInWithPassword,
  },
  ADMIN_USER_PASSWORD_AUTH: adminPassword,
  ADMIN_NO_SRP_AUTH: adminPassword,
  REFRESH_TOKEN_AUTH: renewal,
  REFRESH_TOKEN: renewal,
  USER_SRP_AUTH: {
    of: 'anyone',
    allowedBy: 'ALLOW_USER_SRP_AUTH',
    notAllowed: errors.srpFlowNotEnabled,
    start: startSrp,
  },
  CUSTOM_AUTH: { of: 'anyone', allowedBy: 'ALLOW_CUSTOM_AUTH', notAllowed: errors.flowNotEnabled },
  USER_AUTH: { of: 'anyone', allowedBy: 'ALLOW_USER_AUTH', notAllowed: errors.flowNotEnabled, start: startChoice },
}

/**
 * Begins a sign-in, or renews one.
 * @param by which operation asks; each knows flows of its own.
 * @throws InvalidParameterException where the flow is not for this operation, not enabled for the client, or not built.
 */
export async function initiateSignIn(
  scope: ClientScope,
  by: 'public' | 'administrator',
  input: Pick<InitiateAuthRequest, 'AuthFlow' | 'AuthParameters' | 'ClientMetadata'>,
): Promise<InitiateAuthResponse> {
  const flow = flows[input.AuthFlow]
  if (flow.of !== 'anyone' && flow.of !== by) throw errors.flowNotForThisOperation()
  if (!allowedFlows(scope.client).has(flow.allowedBy)) throw flow.notAllowed()
  if (!flow.start) throw errors.notBuilt(`The flow ${input.AuthFlow}`)
  const operation = by === 'public' ? 'InitiateAuth' : 'AdminInitiateAuth'
  return flow.start(firstStep(scope, operation, input), input.AuthParameters ?? {})
}
