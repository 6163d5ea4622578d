import { createSender } from '@herald/sender/lite'
import { options } from './options.ts'

/** The same function with the small decryptor, which starts faster. */
export const handler = createSender(options)
