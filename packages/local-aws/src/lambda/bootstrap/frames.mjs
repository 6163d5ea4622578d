// What goes over the pipe between Herald and a function in Node, for both ends: the length of a head and of a body (4 bytes each, big
// endian), the head in JSON, and the body.
const LENGTHS = 8

/** One frame. */
export function frameOf(head, body) {
  const headBytes = Buffer.from(JSON.stringify(head))
  const lengths = Buffer.alloc(LENGTHS)
  lengths.writeUInt32BE(headBytes.length)
  lengths.writeUInt32BE(body.length, 4)
  return Buffer.concat([lengths, headBytes, body])
}

/**
 * Takes chunks, and hands on each whole frame. What is no frame, or longer than `longest` bytes, is refused once; nothing may follow.
 */
export function createFrameReader(take, refuse, longest = Number.POSITIVE_INFINITY) {
  let chunks = []
  let size = 0
  let needed = LENGTHS
  return (chunk) => {
    chunks.push(chunk)
    size += chunk.length
    while (size >= needed) {
      const whole = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)
      const bodyAt = LENGTHS + whole.readUInt32BE(0)
      needed = bodyAt + whole.readUInt32BE(4)
      if (needed > longest) return refuse()
      chunks = [whole]
      if (size < needed) return
      const head = readHead(whole.toString('utf8', LENGTHS, bodyAt))
      if (!head) return refuse()
      take(head, whole.subarray(bodyAt, needed))
      chunks = size > needed ? [whole.subarray(needed)] : []
      size -= needed
      needed = LENGTHS
    }
  }
}

function readHead(text) {
  try {
    return Object(JSON.parse(text))
  } catch {
    return undefined
  }
}
