/** A message of the AWS Encryption SDK (format version 1), read byte by byte as AWS documents the format. */
export function readMessage(message: Buffer) {
  let at = 0
  const bytes = (length: number) => {
    at += length
    return message.subarray(at - length, at)
  }
  const number = (length: number) => bytes(length).readUIntBE(0, length)
  const counted = () => bytes(number(2))

  const version = number(1)
  const type = number(1)
  const suite = number(2)
  const messageId = bytes(16)
  const contextEnd = number(2) + at
  const context: Record<string, string> = {}
  for (let pairs = number(2); pairs > 0; pairs--) {
    const name = counted().toString()
    context[name] = counted().toString()
  }
  if (at !== contextEnd) throw new Error('The context is not as long as it says.')
  const dataKeys = Array.from({ length: number(2) }, () => ({
    provider: counted().toString(),
    info: counted().toString(),
    blob: counted().toString('base64'),
  }))
  const contentType = number(1) === 2 ? 'framed' : 'not framed'
  if (number(4) !== 0) throw new Error('The reserved bytes are not zero.')
  const ivLength = number(1)
  const frameLength = number(4)
  const headerIv = bytes(ivLength).toString('hex')
  bytes(16)
  if (number(4) !== 0xffffffff) throw new Error('The first frame is not the final one.')
  const finalFrame = { sequence: number(4), iv: bytes(ivLength).toString('hex'), length: number(4) }
  bytes(finalFrame.length + 16)
  const footerLength = at < message.length ? number(2) : 0
  return {
    version,
    type,
    suite,
    messageId,
    context,
    dataKeys,
    contentType,
    ivLength,
    frameLength,
    headerIv,
    finalFrame,
    footerLength,
  }
}
