import type { Environment } from '@herald/environment'
import type { TemplateParts } from './render-template.ts'

/** The MIME message that a rendered template makes, as the two TestRender operations show it. */
export function renderedMime({ subject, text, html }: TemplateParts, { clock, random }: Environment): string {
  const boundary = `----=_Part_${random.bytes(12).toString('hex')}`
  const part = (type: string, body: string) =>
    [
      `--${boundary}`,
      `Content-Type: text/${type}; charset=UTF-8`,
      'Content-Transfer-Encoding: base64',
      '',
      ...(Buffer.from(body)
        .toString('base64')
        .match(/.{1,76}/g) ?? ['']),
    ].join('\r\n')
  return [
    `Date: ${new Date(clock.now()).toUTCString()}`,
    `Subject: ${(subject ?? '').replace(/[\r\n]+/g, ' ')}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...(text === undefined ? [] : [part('plain', text)]),
    ...(html === undefined ? [] : [part('html', html)]),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}
