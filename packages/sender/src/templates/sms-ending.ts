/** How programs on the phone find the code in an SMS. */
export interface SmsEnding {
  /**
   * Domain of the page that may read the code by itself (WebOTP, and the domain-bound codes of Safari): the last line is
   * `@example.com #123456`. A host name only, without scheme or path.
   */
  webOtpDomain?: string
  /** Host of the frame that asks, where it is another than the page's: `@example.com #123456 @pay.example.net`. */
  webOtpFrame?: string
  /** Hash of the Android app that may read the code (SMS Retriever): 11 characters, on a line of its own. */
  androidHash?: string
  /** Begins the SMS with `<#>`, which versions of Google Play services before 2018's wanted. */
  androidPrefix?: boolean
}

const host = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i

/** @throws {TypeError} for a domain that is no host name, or a hash of another form; thrown when the sender is made */
export function checkSmsEnding(ending: SmsEnding): void {
  for (const domain of [ending.webOtpDomain, ending.webOtpFrame]) {
    if (domain !== undefined && !host.test(domain)) throw new TypeError(`Not a host name: ${domain}`)
  }
  if (ending.webOtpFrame !== undefined && ending.webOtpDomain === undefined) {
    throw new TypeError('webOtpFrame needs webOtpDomain')
  }
  if (ending.androidHash !== undefined && !/^[A-Za-z0-9+/]{11}$/.test(ending.androidHash)) {
    throw new TypeError('androidHash has 11 characters of base64')
  }
}

/** Puts the lines for programs below the words; the WebOTP line is always the last, as its specification demands. */
export function withSmsEnding(words: string, code: string | undefined, ending: SmsEnding = {}): string {
  if (code === undefined) return words
  const { webOtpDomain, webOtpFrame, androidHash, androidPrefix } = ending
  const lines = [androidPrefix && androidHash !== undefined ? `<#> ${words}` : words]
  if (androidHash !== undefined) lines.push(androidHash)
  if (webOtpDomain !== undefined) {
    lines.push('', `@${webOtpDomain} #${code}${webOtpFrame === undefined ? '' : ` @${webOtpFrame}`}`)
  }
  return lines.join('\n')
}
