import { SenderError } from '../../errors.ts'

/** What may stand above a template between two lines of `---`. Each value is Liquid itself. */
const keys = ['subject', 'preheader', 'whatsapp_template', 'whatsapp_language', 'whatsapp_params'] as const

export type FrontMatterKey = (typeof keys)[number]

export interface Parts {
  head: Partial<Record<FrontMatterKey, { value: string; line: number }>>
  body: string
  /** Lines above the body. */
  above: number
}

const unquoted = (value: string) =>
  /^"(.*)"$|^'(.*)'$/
    .exec(value)
    ?.slice(1)
    .find((part) => part !== undefined) ?? value

/** @throws {SenderError} `Configuration` with file and line for a line that is not `key: value`, or a key that is not known */
export function splitFrontMatter(file: string, text: string): Parts {
  const lines = text.split(/\r?\n/)
  if (lines[0]?.trim() !== '---') return { head: {}, body: text, above: 0 }
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---')
  if (end < 0) throw new SenderError('Configuration', `${file}:1: the front matter has no end (a line of ---)`)
  const head: Parts['head'] = {}
  for (const [index, line] of lines.slice(1, end).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [, key, value] = /^([a-z_]+)\s*:\s*(.*?)\s*$/.exec(line) ?? []
    const at = `${file}:${index + 2}`
    if (key === undefined) throw new SenderError('Configuration', `${at}: not "key: value"`)
    if (!keys.includes(key as FrontMatterKey)) {
      throw new SenderError('Configuration', `${at}: "${key}" is not known; there are ${keys.join(', ')}`)
    }
    head[key as FrontMatterKey] = { value: unquoted(value!), line: index + 2 }
  }
  return { head, body: lines.slice(end + 1).join('\n'), above: end + 1 }
}
