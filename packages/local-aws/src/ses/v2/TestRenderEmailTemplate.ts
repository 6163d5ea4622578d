import type { V2Operation } from '../parts.ts'
import { badRequest, noSuchTemplate } from '../refusals.ts'
import { RenderingError, renderTemplate } from '../render-template.ts'
import { renderedMime } from '../rendered-mime.ts'
import { requireTemplate } from '../templates.ts'

export const TestRenderEmailTemplate: V2Operation<'TestRenderEmailTemplate'> = (ses) => async (call, input) => {
  const template = await requireTemplate(ses, call, input.TemplateName, noSuchTemplate.v2)
  try {
    return { RenderedTemplate: renderedMime(await renderTemplate(template, input.TemplateData), ses.environment) }
  } catch (error) {
    if (error instanceof RenderingError) throw badRequest(error.message)
    throw error
  }
}
