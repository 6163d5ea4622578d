import { memory } from '@herald/sender/stores/memory'
import { holdToContract } from './contract.ts'

holdToContract('memory', async () => ({ container: ({ now }) => memory({ now }) }), { shared: false })
