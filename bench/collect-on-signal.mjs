/** Loaded before Herald: SIGUSR2 collects what garbage there is and gives its pages back, so that what is left can be measured. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

process.on('SIGUSR2', () => {
  setFlagsFromString('--expose-gc')
  // As when memory is short: a usual collection keeps the pages for what comes.
  runInNewContext('gc')({ type: 'major', flavor: 'last-resort' })
})
