const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as it stands in JSON, HTML, URLs, forms, base64 and hex; the longest first. */
export function spellingsOf(text: string): string[] {
  const bytes = Buffer.from(text)
  const spellings = [
    text,
    JSON.stringify(text).slice(1, -1),
    text.replace(/[&<>"']/g, (character) => entities[character]!),
    text.replace(/[&<>"]/g, (character) => entities[character]!),
    encodeURIComponent(text.toWellFormed()),
    new URLSearchParams([['', text]]).toString().slice(1),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ]
  return [...new Set(spellings)].sort((a, b) => b.length - a.length)
}
