import { ServiceError } from '@herald/protocol'
import { ApiError } from './answer.ts'

const LEVELS = ['LOW', 'MEDIUM', 'HIGH'] as const

/** The risk that a user's next sign-in is assessed at. */
export interface NextRisk {
  userPoolId: string
  userName: string
  level: (typeof LEVELS)[number]
}

const HOW = 'Give {"userPoolId","userName","level":"LOW|MEDIUM|HIGH"}.'

/**
 * `POST /risk`: sets the risk of a user's next sign-in.
 * @returns what was set.
 * @throws {ApiError} 400 for a body that does not say it, 404 for a pool or user that is not there, 409 without threat protection.
 */
export async function setNextRisk(
  setRisk: (risk: NextRisk) => Promise<void>,
  body: Record<string, unknown>,
): Promise<NextRisk> {
  const { userPoolId, userName, level, ...more } = body
  const known = LEVELS.find((name) => name === level)
  if (typeof userPoolId !== 'string' || typeof userName !== 'string' || !known || Object.keys(more).length > 0)
    throw new ApiError(400, HOW)
  const risk = { userPoolId, userName, level: known }
  try {
    await setRisk(risk)
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    const missing = error.code === 'ResourceNotFoundException' || error.code === 'UserNotFoundException'
    throw new ApiError(missing ? 404 : 409, error.message)
  }
  return risk
}
