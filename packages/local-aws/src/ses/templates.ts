import type { Call } from '@herald/protocol'
import { sesTemplates, type TemplateDoc } from './collections.ts'
import type { Refuse, SesParts } from './parts.ts'
import { RenderingError, renderTemplate, type TemplateParts } from './render-template.ts'
import { type OutgoingMail, sendMail } from './send-mail.ts'

export const templateKey = ({ accountId, region }: Call, name: string) => [accountId, region, name]

/** @throws what `missing` makes, where there is no such template. */
export async function requireTemplate(
  ses: SesParts,
  call: Call,
  name: string,
  missing: (name: string) => Error,
): Promise<TemplateDoc> {
  const found = await ses.store.get(sesTemplates, templateKey(call, name))
  if (!found) throw missing(name)
  return found
}

/** The name in `arn:aws:ses:…:template/name`, or the name itself. */
export function templateName(name: string | undefined, arn: string | undefined): string | undefined {
  return name ?? (arn === undefined ? undefined : (/:template\/(.+)$/.exec(arn)?.[1] ?? arn))
}

/**
 * Renders and sends. Data that lack what the template names are found out after the answer, as on AWS: the caller gets a
 * message id, no mail goes out, and the inbox says why.
 * @throws {ServiceError} for addresses that are none, and data that are no JSON.
 */
export async function sendTemplate(
  ses: SesParts,
  call: Call,
  mail: Omit<OutgoingMail, 'failed'>,
  template: TemplateParts,
  data: string,
  refuse: Refuse,
): Promise<string> {
  try {
    return await sendMail(ses, call, { ...mail, ...defined(await renderTemplate(template, data)) }, refuse)
  } catch (error) {
    if (!(error instanceof RenderingError)) throw error
    if (error.attribute === undefined) throw refuse(error.message)
    return sendMail(ses, call, { ...mail, failed: `Rendering failure: ${error.message}` }, refuse)
  }
}

/** Members without a value are left out. */
export function defined({ subject, text, html }: TemplateParts): { subject?: string; text?: string; html?: string } {
  return {
    ...(subject !== undefined && { subject }),
    ...(text !== undefined && { text }),
    ...(html !== undefined && { html }),
  }
}
