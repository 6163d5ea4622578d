import type { Brand } from './brand.ts'
import { escapeHtml, escapeStyle, escapeUrl } from './escape.ts'

/** A part of an e-mail's body. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'small'; text: string }
  /** A code or password, exactly. */
  | { kind: 'secret'; label: string; value: string }
  /** Rows of a name and a value. */
  | { kind: 'rows'; rows: readonly (readonly [string, string])[] }
  | { kind: 'button'; label: string; url: string; plain?: boolean }

export interface Page {
  /** BCP 47 tag, for `lang`. */
  locale: string
  title: string
  /** Shown by mail programs after the subject. */
  preheader?: string
  /** HTML of the body, its values escaped; stands before the blocks and brings its own heading. */
  body?: string
  blocks?: readonly Block[]
}

const rightToLeft = /^(ar|he|fa|ur|ps|yi|dv|ckb|sd|ug)\b|-(Arab|Hebr)\b/

const fonts = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif"
const mono = "ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace"

function blockOf(block: Block, colour: string): string {
  if (block.kind === 'text') return `<p style="margin:0 0 16px">${escapeHtml(block.text)}</p>`
  if (block.kind === 'small') {
    return `<p class="quiet" style="margin:0 0 12px;font-size:14px;line-height:20px;color:#4b5563">${escapeHtml(block.text)}</p>`
  }
  if (block.kind === 'secret') {
    // Letters stand apart by style only: a space would be copied with them.
    const spacing =
      block.value.length <= 10
        ? 'letter-spacing:4px;font-size:30px;line-height:38px'
        : 'font-size:20px;line-height:28px'
    return `<p class="quiet" style="margin:0 0 4px;font-size:14px;line-height:20px;color:#4b5563">${escapeHtml(block.label)}</p>
<p class="code" dir="ltr" style="margin:0 0 20px;padding:14px 18px;border-radius:8px;background:#f3f4f6;color:#111827;font-family:${mono};font-weight:600;${spacing};word-break:break-all;white-space:pre-wrap">${escapeHtml(block.value)}</p>`
  }
  if (block.kind === 'rows') {
    const rows = block.rows.map(
      ([name, value]) =>
        `<tr><th scope="row" class="quiet" style="padding:4px 16px 4px 0;text-align:start;vertical-align:top;font-weight:400;color:#4b5563">${escapeHtml(name)}</th><td style="padding:4px 0;vertical-align:top;word-break:break-word">${escapeHtml(value)}</td></tr>`,
    )
    return `<table style="margin:0 0 20px;border-collapse:collapse;font-size:15px;line-height:22px">${rows.join('')}</table>`
  }
  const look = block.plain ? 'plain' : 'button'
  const style = block.plain
    ? 'border:2px solid #6b7280;color:#111827;padding:10px 18px'
    : `background:${colour};border:2px solid ${colour};color:#ffffff;padding:10px 18px`
  return `<p style="margin:0 0 12px"><a class="${look}" href="${escapeUrl(block.url)}" style="display:inline-block;border-radius:8px;font-weight:600;text-decoration:none;${style}">${escapeHtml(block.label)}</a></p>`
}

/** The page's head line: the logo with the name as its alternative, or the name. */
function headOf(brand: Brand): string {
  const name = escapeHtml(brand.name ?? '')
  if (brand.logoUrl !== undefined) {
    return `<p style="margin:0 0 24px"><img src="${escapeUrl(brand.logoUrl)}" alt="${name}" height="40" style="display:block;height:40px;max-width:100%;border:0;font-weight:600;font-size:18px"></p>`
  }
  return name === '' ? '' : `<p style="margin:0 0 24px;font-size:18px;line-height:26px;font-weight:600">${name}</p>`
}

const heading = (title: string) =>
  `<h1 style="margin:0 0 16px;font-size:22px;line-height:30px;font-weight:700;color:#111827">${escapeHtml(title)}</h1>`

/**
 * An e-mail as mail programs show it alike: one column, styles on the elements, colours for light and dark mode, readable
 * by screen readers, without scripts, fonts or tracking, and with a picture only where the brand has a logo.
 */
export function emailPage(page: Page, brand: Brand): string {
  const colour = escapeStyle(brand.colour ?? '#1d4ed8')
  const dark = escapeStyle(brand.darkColour ?? '#93b4ff')
  const dir = rightToLeft.test(page.locale) ? 'rtl' : 'ltr'
  const blocks = (page.blocks ?? []).map((block) => blockOf(block, colour))
  const body = page.body === undefined ? [heading(page.title), ...blocks].join('\n') : [page.body, ...blocks].join('\n')
  const preheader =
    page.preheader === undefined
      ? ''
      : `<div style="display:none;max-height:0;overflow:hidden;opacity:0">${escapeHtml(page.preheader)}${'&#8199;&#65279;&#847; '.repeat(40)}</div>\n`
  return `<!doctype html>
<html lang="${escapeHtml(page.locale)}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<title>${escapeHtml(page.title)}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) {
.page { background: #0f1115 !important; color: #f3f4f6 !important }
.card { background: #1a1d24 !important; border-color: ${dark} !important }
.card, .card h1, .card p, .card td { color: #f3f4f6 !important }
.card .quiet, .card th { color: #b6bcc8 !important }
.card .code { background: #2a2f3a !important; color: #ffffff !important }
.card .button { background: ${dark} !important; border-color: ${dark} !important; color: #000000 !important }
.card .plain { border-color: #9aa3b2 !important; color: #f3f4f6 !important }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f4f5f7;color:#111827">
${preheader}<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f5f7;border-collapse:collapse">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#ffffff;border-top:4px solid ${colour};border-radius:8px;border-collapse:separate">
<tr><td style="padding:28px 28px 20px;text-align:start;font-family:${fonts};font-size:16px;line-height:24px;color:#111827" role="article" aria-label="${escapeHtml(page.title)}">
${headOf(brand)}${body}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}
