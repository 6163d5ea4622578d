import type { DeliveredAttachment } from '@herald/inbox'
import type { Attachment } from '@herald/protocol/sesv2'

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  ics: 'text/calendar',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xml: 'application/xml',
  zip: 'application/zip',
}

/** The attachments of a call of SES v2. AWS documents that a type that is not given follows from the file's name. */
export function attachmentsOf(given: readonly Attachment[] | undefined): { attachments?: DeliveredAttachment[] } {
  if (!given?.length) return {}
  const attachments = given.map(({ FileName, ContentType, RawContent, ContentId, ContentDisposition }) => ({
    name: FileName,
    contentType: ContentType ?? TYPES[FileName.split('.').at(-1)!.toLowerCase()] ?? 'application/octet-stream',
    content: RawContent,
    ...(ContentId && { contentId: ContentId.replace(/^<|>$/g, '') }),
    ...(ContentDisposition === 'INLINE' && { inline: true }),
  }))
  return { attachments }
}
