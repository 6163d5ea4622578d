import { createSender } from '@herald/sender'
import { options } from './options.ts'

export const handler = createSender(options)
