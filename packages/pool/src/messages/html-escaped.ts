const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * AWS documents that reserved characters "like < and >" of a temporary password are HTML-escaped before encryption; that `&` and
 * quotes are too is assumed, for a handler that unescapes once must get the password back.
 */
export function htmlEscaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!)
}
