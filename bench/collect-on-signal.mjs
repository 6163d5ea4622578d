/** Loaded before Herald: SIGUSR2 collects what garbage there is, so that what is left can be measured. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

process.on('SIGUSR2', () => {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
})
