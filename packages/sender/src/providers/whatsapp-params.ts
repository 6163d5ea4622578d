import type { Message } from '../message.ts'
import type { Rendered } from '../provider.ts'

/**
 * What goes into an approved WhatsApp template: the rendered parameters, or else the code alone, which is what an
 * authentication template takes. Undefined where there is neither.
 */
export function whatsappParams({ whatsapp }: Rendered, { secret }: Pick<Message, 'secret'>): string[] | undefined {
  if (whatsapp && whatsapp.params.length > 0) return whatsapp.params
  return secret ? [secret.reveal()] : undefined
}
