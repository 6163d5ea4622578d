import { ServiceError } from '@herald/protocol'
import { errors } from '../../errors.ts'
import { asOperator } from '../../operation.ts'
import { signOutEverywhere } from '../../tokens/ended-sign-ins.ts'
import { verifyAccessToken } from '../../tokens/verify-access-token.ts'

/** Signs the user out everywhere: no token issued until now is good any more. */
export const GlobalSignOut = asOperator('GlobalSignOut', async ({ context }, input) => {
  const { pool, found } = await verifyAccessToken(context, input.AccessToken).catch((error: unknown) => {
    // The model lacks the exception here, and a deleted user's tokens are revoked.
    const gone = error instanceof ServiceError && error.code === 'UserNotFoundException'
    throw gone ? errors.accessTokenRevoked() : error
  })
  await signOutEverywhere(context, pool.id, found)
  return {}
})
