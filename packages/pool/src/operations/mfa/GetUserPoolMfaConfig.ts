import { mfaConfig } from '../../mfa/pool-config.ts'
import { asAdmin } from '../../operation.ts'

/** Answers what a pool's settings say of MFA. */
export const GetUserPoolMfaConfig = asAdmin('GetUserPoolMfaConfig', async ({ pool }) => mfaConfig(pool))
