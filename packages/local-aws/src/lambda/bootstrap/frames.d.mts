export function frameOf(head: object, body: Uint8Array): Buffer
export function createFrameReader<Head>(
  take: (head: Head, body: Buffer) => void,
  refuse: () => void,
  longest?: number,
): (chunk: Buffer) => void
