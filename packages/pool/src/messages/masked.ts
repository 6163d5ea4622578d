/** `j***@g***`: the form observed on live pools, whatever the length. */
export function maskedEmail(address: string): string {
  const at = address.lastIndexOf('@')
  return `${first(address.slice(0, at))}***@${first(address.slice(at + 1))}***`
}

/** `+*******9934`: a star for each hidden digit, then the last four. */
export function maskedPhoneNumber(number: string): string {
  const digits = number.replace(/^\+/, '')
  return `+${'*'.repeat(Math.max(digits.length - 4, 0))}${digits.slice(-4)}`
}

const first = (text: string) => [...text][0] ?? ''
