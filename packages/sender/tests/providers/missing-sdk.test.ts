import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What `send` of a provider ends with in a process whose `@aws-sdk` packages are others: none, or an old one. */
async function sendWithout(provider: string, sdk: 'none' | 'old'): Promise<string> {
  const script = `
    import { registerHooks } from 'node:module'
    const old = 'data:text/javascript,export class PinpointSMSVoiceV2Client {}'
    registerHooks({
      resolve(name, context, next) {
        if (!name.startsWith('@aws-sdk/')) return next(name, context)
        if (${sdk === 'old'}) return { url: old, shortCircuit: true }
        throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })
      },
    })
    const sender = await import('@herald/sender')
    const context = { signal: new AbortController().signal, key: 'k', now: () => 0 }
    const message = { secret: new sender.Secret('493817'), source: 'SignUp', poolId: 'eu-west-1_A' }
    try {
      console.log(JSON.stringify(await sender.${provider}.send('+4915112345678', { text: 'x' }, message, context)))
    } catch (error) {
      console.log([error.name, error.code, error.message].join(' | '))
    }`
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
  })
  return stdout.trim()
}

describe('without its SDK', () => {
  test('the package loads, and a provider names what to install', async () => {
    assert.match(
      await sendWithout('snsSms()', 'none'),
      /^SenderError \| Configuration \| .*npm install @aws-sdk\/client-sns$/,
    )
    assert.match(
      await sendWithout('endUserMessaging()', 'none'),
      /^SenderError \| Configuration \| .*npm install @aws-sdk\/client-pinpoint-sms-voice-v2$/,
    )
  })

  test('Notify says that a runtime’s own SDK is too old for it', async () => {
    const said = await sendWithout("endUserMessagingNotify({ notifyConfigurationId: 'nc-1' })", 'old')
    assert.match(said, /^SenderError \| Configuration \| .*has no SendNotifyTextMessage: bundle a newer one$/)
  })
})
