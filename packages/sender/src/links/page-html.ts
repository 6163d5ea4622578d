import { createHash } from 'node:crypto'
import type { Brand } from '../templates/brand.ts'
import { escapeStyle } from '../templates/escape.ts'
import { type Html, html, trustedHtml } from '../templates/tags.ts'

const sheet = (colour: string, dark: string) => `:root { color-scheme: light dark }
body { margin: 0; background: #f4f5f7; color: #111827; font: 16px/1.5 system-ui, sans-serif }
main { box-sizing: border-box; max-width: 26rem; margin: 10vh auto; padding: 2rem; background: #fff; border-top: 4px solid ${colour}; border-radius: 8px }
h1 { margin: 0 0 1rem; font-size: 1.4rem; line-height: 1.3 }
.brand { margin: 0 0 1.5rem; font-weight: 600 }
label { display: block; margin: 0 0 .25rem }
input { box-sizing: border-box; width: 100%; margin: 0 0 1rem; padding: .6rem; border: 1px solid #6b7280; border-radius: 8px; font: inherit }
button, .go { display: inline-block; padding: .7rem 1.4rem; border: 0; border-radius: 8px; background: ${colour}; color: #fff; font: inherit; font-weight: 600; text-decoration: none; cursor: pointer }
button:focus-visible, .go:focus-visible, input:focus-visible { outline: 3px solid ${colour}; outline-offset: 2px }
@media (prefers-color-scheme: dark) {
body { background: #0f1115; color: #f3f4f6 }
main { background: #1a1d24; border-color: ${dark} }
input { background: #0f1115; color: #f3f4f6; border-color: #9aa3b2 }
button, .go { background: ${dark}; color: #000 }
button:focus-visible, .go:focus-visible, input:focus-visible { outline-color: ${dark} }
}`

export interface PageParts {
  locale: string
  title: string
  body: Html
  brand: Brand
  /** Origins to which a submitted form may lead on. */
  origins: readonly string[]
  status: number
}

/** A page without scripts and without anything from elsewhere, and the headers that keep its address private. */
export function pageResponse({ locale, title, body, brand, origins, status }: PageParts): Response {
  const style = sheet(escapeStyle(brand.colour ?? '#1d4ed8'), escapeStyle(brand.darkColour ?? '#93b4ff'))
  const hash = createHash('sha256').update(style).digest('base64')
  const page = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
${trustedHtml(`<style>${style}</style>`)}
</head>
<body>
<main>
${brand.name ? html`<p class="brand">${brand.name}</p>` : ''}
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    `form-action 'self' ${origins.join(' ')}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return new Response(page.toString(), {
    status,
    headers: {
      ...privateHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
    },
  })
}

/** What every answer has: the address holds a code, so it is neither kept, nor indexed, nor told to others. */
export const privateHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
}
