import type { Refuse } from './parts.ts'
import { RenderingError, readTemplateData } from './render-template.ts'

/**
 * The data of one destination of a bulk mail: its own, and the default where it says nothing.
 * @throws {ServiceError} for what is no JSON object.
 */
export function mergedData(usual: string | undefined, own: string | undefined, refuse: Refuse): string {
  try {
    return JSON.stringify({ ...readTemplateData(usual || '{}'), ...readTemplateData(own || '{}') })
  } catch (error) {
    if (error instanceof RenderingError) throw refuse(error.message)
    throw error
  }
}
