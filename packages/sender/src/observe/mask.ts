/** E-mail addresses as they stand in text, and as they stand in a URL. */
const mailInText = /[^\s@<>"'`(),:;=/?&[\]{}|]{1,64}(@|%40)([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/giu
/** Numbers in E.164, with or without the usual separators. */
const phoneInText = /(?:\+|%2B)(\d[\d\s().-]{5,20}\d)/gi

/** An address for a log: `j***@acme.dev`, `+49***67`. What is neither is hidden whole. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  if (at > 0) return `${[...address][0]}***@${address.slice(at + 1)}`
  const digits = address.replace(/\D/g, '')
  return digits.length < 7 ? '***' : `+${digits.slice(0, 2)}***${digits.slice(-2)}`
}

/** A text in which every address and number is masked. */
export function maskAddresses(text: string): string {
  // Few texts hold the sign that every address has, and the whole patterns take long to find that out.
  const masked = /@|%40/.test(text)
    ? text.replace(mailInText, (found, _at, domain: string) => `${[...found][0]}***@${domain}`)
    : text
  return /\+|%2B/i.test(masked)
    ? masked.replace(phoneInText, (found, digits: string) =>
        digits.replace(/\D/g, '').length < 7 ? found : maskAddress(digits),
      )
    : masked
}
