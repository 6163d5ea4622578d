import { ServiceError } from '@herald/protocol'
import type { V1Operation } from '../parts.ts'
import { noSuchTemplate } from '../refusals.ts'
import { RenderingError, renderTemplate } from '../render-template.ts'
import { renderedMime } from '../rendered-mime.ts'
import { requireTemplate } from '../templates.ts'

export const TestRenderTemplate: V1Operation<'TestRenderTemplate'> = (ses) => async (call, input) => {
  const template = await requireTemplate(ses, call, input.TemplateName, noSuchTemplate.v1)
  try {
    return { RenderedTemplate: renderedMime(await renderTemplate(template, input.TemplateData), ses.environment) }
  } catch (error) {
    if (!(error instanceof RenderingError)) throw error
    const code =
      error.attribute === undefined ? 'InvalidRenderingParameterException' : 'MissingRenderingAttributeException'
    throw new ServiceError(code, error.message, { members: { TemplateName: input.TemplateName } })
  }
}
