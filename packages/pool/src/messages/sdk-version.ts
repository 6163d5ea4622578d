/**
 * `callerContext.awsSdkVersion` as live pools fill it: the JavaScript SDK v2 is named (`aws-sdk-nodejs-2.856.0`, `aws-sdk-js-2.1639.0`),
 * and all else, AWS CLI v2 and the v3 SDKs among it, is `aws-sdk-unknown-unknown`.
 */
export function sdkVersion(userAgent: string): string {
  const named = userAgent.match(/\b(aws-sdk-(?:nodejs|js))\/(2\.[0-9.]+)/)
  return named ? `${named[1]}-${named[2]}` : 'aws-sdk-unknown-unknown'
}
