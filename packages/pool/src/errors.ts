import { ServiceError } from '@herald/protocol'

/**
 * Every sentence a user pool refuses with, one line each. Observed on live pools, punctuation as seen, unless a line says
 * otherwise.
 */
const invalidParameter = (message: string) => new ServiceError('InvalidParameterException', message)
const notAuthorized = (message: string) => new ServiceError('NotAuthorizedException', message)

export const errors = {
  // Resources
  poolNotFound: (id: string) => new ServiceError('ResourceNotFoundException', `User pool ${id} does not exist.`),
  clientNotFound: (id: string) =>
    new ServiceError('ResourceNotFoundException', `User pool client ${id} does not exist.`),

  // Users
  userNotFound: () => new ServiceError('UserNotFoundException', 'User does not exist.'),
  combinationNotFound: () => new ServiceError('UserNotFoundException', 'Username/client id combination not found.'),
  resendNotPossible: (username: string) =>
    new ServiceError(
      'UnsupportedUserStateException',
      `Resend not possible. ${username} status is not FORCE_CHANGE_PASSWORD`,
    ),
  usernameExists: () => new ServiceError('UsernameExistsException', 'User already exists'),
  accountExistsWith: (attribute: string) =>
    new ServiceError('UsernameExistsException', `An account with the given ${attribute} already exists.`),
  preferredUsernameUnconfirmed: () =>
    invalidParameter(
      'Preferred username cannot be provided for unconfirmed account, since user pool is configured for preferred username alias.',
    ),
  aliasExists: (attribute: string) =>
    new ServiceError('AliasExistsException', `An account with the ${attribute} already exists.`),
  userNotConfirmed: () => new ServiceError('UserNotConfirmedException', 'User is not confirmed.'),
  passwordResetRequired: () =>
    new ServiceError('PasswordResetRequiredException', 'Password reset required for the user'),
  userDisabled: () => notAuthorized('User is disabled.'),

  // Searching
  unreadableFilter: () => invalidParameter('Error while parsing filter.'),
  /** Seen in reimplementations only. */
  unsearchableAttribute: (name: string) => invalidParameter(`Invalid search attribute: ${name}`),
  attributeNotThere: () => invalidParameter('One or more requested attributes do not exist.'),
  /** Assumed words. */
  invalidPaginationToken: () => invalidParameter('Invalid pagination token'),

  // Codes
  codeMismatch: () =>
    new ServiceError('CodeMismatchException', 'Invalid verification code provided, please try again.'),
  codeExpired: () => new ServiceError('ExpiredCodeException', 'Invalid code provided, please request a code again.'),
  tooManyTries: () => new ServiceError('LimitExceededException', 'Attempt limit exceeded, please try after some time.'),
  cannotConfirm: (status: string) => notAuthorized(`User cannot be confirmed. Current status is ${status}`),
  alreadyConfirmed: () => invalidParameter('User is already confirmed.'),
  noAutoVerification: () => notAuthorized('Cannot resend codes. Auto verification not turned on.'),
  noRecoveryRoute: () =>
    invalidParameter('Cannot reset password for the user as there is no registered/verified email or phone_number'),

  // Sign-in
  wrongPassword: () => notAuthorized('Incorrect username or password.'),
  passwordAttemptsExceeded: () => notAuthorized('Password attempts exceeded'),
  wrongFactorCode: () => new ServiceError('CodeMismatchException', 'Invalid code or auth state for the user.'),
  /** The misspelling is AWS's. */
  noFactor: () => new ServiceError('MFAMethodNotFoundException', 'No MFA mechanism registerd in the account.'),
  /** Assumed: the same words for InitiateAuth, whose model lacks the exception. */
  noFactorAtFirstStep: () => notAuthorized('No MFA mechanism registerd in the account.'),
  /** Observed for SOFTWARE_TOKEN_MFA. */
  factorNotSetUp: (factor: string) => invalidParameter(`User does not have delivery config set to turn on ${factor}`),
  /** Assumed words. */
  severalPreferred: () => invalidParameter('Only one MFA method can be preferred.'),
  /** Assumed words. */
  challengeNotOffered: () => invalidParameter('Invalid challenge selected.'),
  /** Assumed, as for a wrong password. */
  noFirstFactor: () => notAuthorized('Incorrect username or password.'),
  /** Assumed words. */
  factorNotOffered: () => invalidParameter('Invalid MFA type selected.'),
  /** Assumed words. */
  smsOptionOnly: () => invalidParameter('MFAOptions can only be SMS to phone_number.'),
  temporaryPasswordExpired: () =>
    notAuthorized('Temporary password has expired and must be reset by an administrator.'),
  invalidSession: () => notAuthorized('Invalid session for the user.'),
  sessionExpired: () => notAuthorized('Invalid session for the user, session is expired.'),
  sessionUsed: () => notAuthorized('Invalid session for the user, session can only be used once.'),
  invalidAccessToken: () => notAuthorized('Invalid Access Token'),
  accessTokenExpired: () => notAuthorized('Access Token has expired'),
  accessTokenRevoked: () => notAuthorized('Access Token has been revoked'),
  scopeMissing: () => notAuthorized('Access Token does not have required scopes'),
  invalidRefreshToken: () => notAuthorized('Invalid Refresh Token'),
  refreshTokenExpired: () => notAuthorized('Refresh Token has expired'),
  refreshTokenRevoked: () => notAuthorized('Refresh Token has been revoked'),
  /** AWS documents when; its words are assumed. */
  refreshTokenReused: () =>
    new ServiceError('RefreshTokenReuseException', 'Refresh Token has been invalidated by refresh token rotation'),
  /** AWS documents that the flow is not compatible with rotation; the words are assumed. */
  rotationNeedsItsOperation: () =>
    invalidParameter('REFRESH_TOKEN_AUTH is not supported with refresh token rotation. Use GetTokensFromRefreshToken.'),
  flowNotForThisOperation: () => invalidParameter('Initiate Auth method not supported.'),
  flowNotEnabled: () => invalidParameter('Auth flow not enabled for this client'),
  passwordFlowNotEnabled: () => invalidParameter('USER_PASSWORD_AUTH flow not enabled for this client'),
  srpFlowNotEnabled: () => invalidParameter('USER_SRP_AUTH is not enabled for the client.'),
  missingParameter: (name: string) => invalidParameter(`Missing required parameter ${name}`),
  attributeMissing: (name: string) => invalidParameter(`Invalid attributes given, ${name} is missing`),
  attributeAlreadyGiven: (name: string) => invalidParameter(`Cannot modify an already provided ${name}`),
  /** Assumed: how AWS words it is not known. */
  tooBusy: () => new ServiceError('TooManyRequestsException', 'Too many requests have been made, please try again.'),
  signUpNotPermitted: () => notAuthorized('SignUp is not permitted for this user pool'),
  resetNotPossible: () => notAuthorized('User password cannot be reset in the current state.'),
  secretHashMissing: (clientId: string) =>
    notAuthorized(`Client ${clientId} is configured with secret but SECRET_HASH was not received`),
  secretHashWrong: (clientId: string) => notAuthorized(`Unable to verify secret hash for client ${clientId}`),
  secretHashUnexpected: (clientId: string) =>
    notAuthorized(`Client ${clientId} is not configured for secret but secret hash was received`),

  // A client that proves itself by its secret; assumed words
  clientSecretMissing: (clientId: string) =>
    notAuthorized(`Client ${clientId} is configured for secret but secret was not received`),
  clientSecretWrong: (clientId: string) => notAuthorized(`Unable to verify secret for client ${clientId}`),

  // Revocation: AWS documents each exception; the words are assumed
  revocationUnauthorized: () => new ServiceError('UnauthorizedException', 'The client may not revoke this token.'),
  revocationNotEnabled: () =>
    new ServiceError('UnsupportedOperationException', 'Token revocation is not enabled for the client.'),
  notARefreshToken: () => new ServiceError('UnsupportedTokenTypeException', 'Only refresh tokens can be revoked.'),

  // Groups
  groupNotFound: () => new ServiceError('ResourceNotFoundException', 'Group not found.'),
  groupExists: () => new ServiceError('GroupExistsException', 'A group with the name already exists.'),
  /** AWS documents the quota of 100; assumed words. */
  tooManyGroups: () => invalidParameter('A user can be in at most 100 groups.'),

  // Passwords
  passwordAgainstPolicy: (what: string) =>
    new ServiceError('InvalidPasswordException', `Password did not conform with policy: ${what}`),

  // Triggers that are waited for
  triggerFailed: (trigger: string, words: string) =>
    new ServiceError('UserLambdaValidationException', `${trigger} failed with error ${words}.`),
  triggerNotInvoked: (trigger: string, why: string) =>
    new ServiceError('UnexpectedLambdaException', `${trigger} invocation failed due to error ${why}.`),
  triggerAnswerNotJson: () =>
    new ServiceError('InvalidLambdaResponseException', 'Invalid lambda function output : Invalid JSON'),
  /** AWS documents that it is an error; name and words are assumed. */
  nothingToAutoVerify: (flag: string, attribute: string) =>
    new ServiceError('InvalidLambdaResponseException', `PreSignUp answered ${flag}, but the user has no ${attribute}.`),
  triggerAnswerUnknown: () => new ServiceError('InvalidLambdaResponseException', 'Unrecognizable lambda output'),

  /** Herald's own words: what the model knows and this does not do yet is refused by name. */
  notBuilt: (what: string) => invalidParameter(`${what} is not built yet in Herald.`),

  invalidParameter,
  notAuthorized,
} as const
