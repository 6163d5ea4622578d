import type { ServerResponse } from 'node:http'
import type { Inbox } from '../inbox.ts'
import { ApiError } from './answer.ts'
import { withInlineImages } from './inline-images.ts'

/**
 * What a hostile mail may do: be styled by its own styles, show pictures it carries itself, and open a link in a new tab.
 * No script, no form, nothing loaded from anywhere, no part of Herald's origin.
 */
const POLICY = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/**
 * `GET /messages/{id}/html`: the HTML of a message as a page to be looked at.
 * @throws {ApiError} 404
 */
export async function showHtml(inbox: Inbox, id: string, res: ServerResponse): Promise<void> {
  const message = await inbox.get(id)
  if (message?.html === undefined) throw new ApiError(404, 'There is no such message, or it has no HTML.')
  const html = await withInlineImages(inbox, message, message.html)
  const doctype = /^\s*<!doctype[^>]*>/i.exec(html.slice(0, 1000))?.[0] ?? ''
  const bytes = Buffer.from(`${doctype}<base target="_blank">${html.slice(doctype.length)}`)
  res.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': bytes.length,
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
  })
  res.end(res.req.method === 'HEAD' ? undefined : bytes)
}
