/** Where in a piece of HTML a value stands, which decides how it is escaped. */
export type Place = 'text' | 'attribute' | 'url' | 'query' | 'style'

const urlAttributes = new Set(['href', 'src', 'action', 'formaction', 'background', 'cite', 'poster', 'data', 'srcset'])

/**
 * The place of what follows, after the static parts so far.
 * @param before all static text before the value, values left out
 * @throws {TypeError} where no escaping is safe: in a script, a comment, an event attribute, a tag's name, or an attribute
 *   without quotes
 */
export function placeAfter(before: string): Place {
  const element = /<(script|style|!--)(?![\s\S]*(?:<\/\1|-->))/i.exec(before)?.[1]?.toLowerCase()
  if (element === 'style' && before.lastIndexOf('>') > before.toLowerCase().lastIndexOf('<style')) return 'style'
  if (element === 'script' || element === '!--') throw new TypeError('No value may stand in a script or a comment')
  const tag = /<[a-z/!][^<>]*$/i.exec(before.replace(/"[^"]*"|'[^']*'/g, '""'))
  if (tag === null) {
    if (/<$/.test(before)) throw new TypeError('No value may be the name of a tag')
    return 'text'
  }
  const [, name, value] = /([\w:-]+)\s*=\s*("[^"]*|'[^']*)$/.exec(before) ?? []
  const attribute = name?.toLowerCase()
  if (attribute === undefined) throw new TypeError('A value inside a tag must stand between the quotes of an attribute')
  if (attribute.startsWith('on')) throw new TypeError(`No value may stand in ${attribute}`)
  if (attribute === 'style') return 'style'
  if (!urlAttributes.has(attribute)) return 'attribute'
  if (/[?#]/.test(value!)) return 'query'
  return value!.trim().length === 1 ? 'url' : 'attribute'
}
