import { ServiceError } from '@herald/protocol'
import { errors } from '../errors.ts'

/** The sentences of threat protection, one line each. Words are assumed unless a line says otherwise. */
export const threatRefusals = {
  /** AWS documents the exception. */
  notEnabled: () =>
    new ServiceError('UserPoolAddOnNotEnabledException', 'Threat protection is not enabled for this user pool.'),
  notifyNeedsConfiguration: () =>
    errors.invalidParameter(
      'NotifyConfiguration is required where an action of AccountTakeoverRiskConfiguration notifies.',
    ),
  notARange: (range: string) => errors.invalidParameter(`Not an IP range in CIDR notation: ${range}`),
  /** Observed. */
  signInBlocked: () => errors.notAuthorized('Unable to login because of security reasons.'),
  /** Observed for an address on the list of blocked ones. */
  addressBlocked: () => errors.notAuthorized('Request not allowed due to security reasons.'),
  eventNotFound: () => new ServiceError('ResourceNotFoundException', 'Event not found.'),
  wrongFeedbackToken: () => errors.notAuthorized('Invalid feedback token.'),
} as const
