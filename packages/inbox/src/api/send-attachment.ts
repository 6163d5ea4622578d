import type { ServerResponse } from 'node:http'
import type { Inbox } from '../inbox.ts'
import { ApiError } from './answer.ts'

/**
 * `GET /messages/{id}/attachments/{n}`: the file, always as a download. A file from a mail is never shown as a page here:
 * it would be one of Herald's own origin.
 * @throws {ApiError} 404
 */
export async function sendAttachment(inbox: Inbox, id: string, n: number, res: ServerResponse): Promise<void> {
  const found = await inbox.attachment(id, n)
  if (!found) throw new ApiError(404, 'There is no such message, or it has no such attachment.')
  const { attachment, content } = found
  if (!content) throw new ApiError(404, `The attachment was too large to be kept (${attachment.size} bytes).`)
  res.writeHead(200, {
    'content-type': attachment.contentType,
    'content-length': content.length,
    'content-disposition': disposition(attachment.name),
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  })
  res.end(res.req.method === 'HEAD' ? undefined : content)
}

/** A header that says the name in every alphabet, and in ASCII for what reads no other (RFC 6266). */
function disposition(name: string): string {
  const file = name.toWellFormed().replace(/[/\\]/g, '_')
  const plain = file.replace(/[^\x20-\x7e]|["%]/g, '_')
  const encoded = encodeURIComponent(file).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
