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

/** Sizes of letters and lines, in pixels. */
const type = (size: number, line: number) => `font-size:${size}px;line-height:${line}px`

const paragraph = (inner: string, below: number, style = '', attributes = '') =>
  `<p${attributes} style="margin:0 0 ${below}px${style}">${inner}</p>`

const quiet = (text: string, below: number) =>
  paragraph(escapeHtml(text), below, `;${type(14, 20)};color:#4b5563`, ' class="quiet"')

function blockOf(block: Block, colour: string): string {
  if (block.kind === 'text') return paragraph(escapeHtml(block.text), 16)
  if (block.kind === 'small') return quiet(block.text, 12)
  if (block.kind === 'secret') {
    // Letters stand apart by style only: a space would be copied with them.
    const spacing = block.value.length <= 10 ? `letter-spacing:4px;${type(30, 38)}` : type(20, 28)
    const style = `;padding:14px 18px;border-radius:8px;background:#f3f4f6;color:#111827;font-family:${mono};font-weight:600;${spacing};word-break:break-all;white-space:pre-wrap`
    const code = paragraph(escapeHtml(block.value), 20, style, ' class="code" dir="ltr"')
    return `${quiet(block.label, 4)}\n${code}`
  }
  if (block.kind === 'rows') {
    const rows = block.rows.map(
      ([name, value]) =>
        `<tr><th scope="row" class="quiet" style="padding:4px 16px 4px 0;text-align:start;vertical-align:top;font-weight:400;color:#4b5563">${escapeHtml(name)}</th><td style="padding:4px 0;vertical-align:top;word-break:break-word">${escapeHtml(value)}</td></tr>`,
    )
    return `<table style="margin:0 0 20px;border-collapse:collapse;${type(15, 22)}">${rows.join('')}</table>`
  }
  const [look, style] = block.plain
    ? ['plain', 'border:2px solid #6b7280;color:#111827']
    : ['button', `background:${colour};border:2px solid ${colour};color:#ffffff`]
  return paragraph(
    `<a class="${look}" href="${escapeUrl(block.url)}" style="display:inline-block;border-radius:8px;font-weight:600;text-decoration:none;${style};padding:10px 18px">${escapeHtml(block.label)}</a>`,
    12,
  )
}

/** @param title as HTML. */
const heading = (title: string) =>
  `<h1 style="margin:0 0 16px;${type(22, 30)};font-weight:700;color:#111827">${title}</h1>`

/** A table that only lays out, which mail programs understand better than anything else; its one cell begins. */
const layout = (look: string, style: string, cell: string) =>
  `<table role="presentation" class="${look}" width="100%" cellpadding="0" cellspacing="0" style="${style}">\n<tr><td ${cell}>\n`

/** What a brand gives a page. */
export interface Look {
  /** HTML of the head line; may be empty. */
  head: string
  /** CSS colours of buttons and of the line above, for light and dark mode. */
  colour: string
  dark: string
}

export const plainLook: Look = { head: '', colour: '#1d4ed8', dark: '#93b4ff' }

/** The page's head line: the logo with the name as its alternative, or the name. */
function headOf(brand: Brand): string {
  const name = escapeHtml(brand.name ?? '')
  if (brand.logoUrl !== undefined) {
    const style = 'display:block;height:40px;max-width:100%;border:0;font-weight:600;font-size:18px'
    return paragraph(`<img src="${escapeUrl(brand.logoUrl)}" alt="${name}" height="40" style="${style}">`, 24)
  }
  return name && paragraph(name, 24, `;${type(18, 26)};font-weight:600`)
}

/** @throws {TypeError} for what is no colour. */
export function lookOf(brand: Brand): Look {
  return {
    head: headOf(brand),
    colour: escapeStyle(brand.colour ?? plainLook.colour),
    dark: escapeStyle(brand.darkColour ?? plainLook.dark),
  }
}

/** {@link pageOf} in the look of a brand. */
export const emailPage = (page: Page, brand: Brand): string => pageOf(page, lookOf(brand))

/**
 * An e-mail as mail programs show it alike: one column, styles on the elements, colours for light and dark mode, readable
 * by screen readers, without scripts, fonts or tracking, and with a picture only where the brand has a logo.
 */
export function pageOf(page: Page, { head, colour, dark }: Look): string {
  const title = escapeHtml(page.title)
  const dir = rightToLeft.test(page.locale) ? 'rtl' : 'ltr'
  const blocks = (page.blocks ?? []).map((block) => blockOf(block, colour))
  const body = [page.body ?? heading(title), ...blocks].join('\n')
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
<title>${title}</title>
<style>
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#0f1115!important;color:#f3f4f6!important}
.card{background:#1a1d24!important;border-color:${dark}!important}
.card,.card h1,.card p,.card td{color:#f3f4f6!important}
.card .quiet,.card th{color:#b6bcc8!important}
.card .code{background:#2a2f3a!important;color:#ffffff!important}
.card .button{background:${dark}!important;border-color:${dark}!important;color:#000000!important}
.card .plain{border-color:#9aa3b2!important;color:#f3f4f6!important}
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f4f5f7;color:#111827">
${preheader}${layout('page', 'background:#f4f5f7;border-collapse:collapse', 'align="center" style="padding:24px 12px"')}${layout(
  'card',
  `max-width:520px;background:#ffffff;border-top:4px solid ${colour};border-radius:8px;border-collapse:separate`,
  `style="padding:28px 28px 20px;text-align:start;font-family:${fonts};${type(16, 24)};color:#111827" role="article" aria-label="${title}"`,
)}${head}${body}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}
