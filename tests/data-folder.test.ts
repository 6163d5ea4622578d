/** What users do end to end, once more with everything in a data folder, as `npm start` keeps it. */
import { onDataFolder } from './setting/herald.ts'

onDataFolder()
await import('./first-light.test.ts')
await import('./operations.test.ts')
await import('./sender-keys.test.ts')
await import('./senders-changing.test.ts')
await import('./update-user-pool.test.ts')
