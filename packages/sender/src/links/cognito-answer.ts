import { createHmac } from 'node:crypto'
import type { LinkParts } from './confirm-url.ts'

/** What became of a confirmation, in the terms of the page. */
export type Answer = 'done' | 'stale' | 'weak' | 'often' | 'failed'

export interface CognitoAccess {
  region: string
  /** Address of Cognito; default that of the region. */
  endpoint?: string
  fetch?: typeof fetch
  /** Milliseconds. Default 8000. */
  timeoutMs?: number
}

/** What a link needs besides what it carries. */
export interface Completion {
  clientSecret?: string
  password?: string
  accessToken?: string
}

const answers: Record<string, Answer> = {
  CodeMismatchException: 'stale',
  ExpiredCodeException: 'stale',
  UserNotFoundException: 'stale',
  AliasExistsException: 'failed',
  InvalidPasswordException: 'weak',
  PasswordHistoryPolicyViolationException: 'weak',
  LimitExceededException: 'often',
  TooManyFailedAttemptsException: 'often',
  TooManyRequestsException: 'often',
}

function requestOf(parts: LinkParts, { clientSecret, password, accessToken }: Completion): [string, object] {
  if (parts.action === 'verify') {
    return ['VerifyUserAttribute', { AccessToken: accessToken, AttributeName: parts.attribute, Code: parts.code }]
  }
  const hash =
    clientSecret &&
    createHmac('sha256', clientSecret)
      .update(parts.user + parts.clientId)
      .digest('base64')
  const common = {
    ClientId: parts.clientId,
    Username: parts.user,
    ConfirmationCode: parts.code,
    ...(hash && { SecretHash: hash }),
  }
  return parts.action === 'confirm'
    ? ['ConfirmSignUp', common]
    : ['ConfirmForgotPassword', { ...common, Password: password }]
}

/**
 * Does at Cognito what the link says. The three operations need no AWS credentials, so no SDK is needed either. A sign-up
 * that was confirmed already, as by a second click, is done.
 */
export async function completeLink(parts: LinkParts, completion: Completion, access: CognitoAccess): Promise<Answer> {
  const [operation, input] = requestOf(parts, completion)
  const endpoint = access.endpoint ?? `https://cognito-idp.${access.region}.amazonaws.com/`
  try {
    const response = await (access.fetch ?? fetch)(endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(access.timeoutMs ?? 8000),
    })
    if (response.ok) return 'done'
    const error = (await response.json()) as { __type?: string; message?: string }
    const type = (error.__type ?? '').split('#').at(-1)!.split(':')[0]!
    if (type === 'NotAuthorizedException' && /Current status is CONFIRMED/.test(error.message ?? '')) return 'done'
    return Object.hasOwn(answers, type) ? answers[type]! : 'failed'
  } catch {
    return 'failed'
  }
}
