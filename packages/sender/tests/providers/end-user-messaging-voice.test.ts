import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { endUserMessagingVoice } from '../../src/index.ts'
import { secretKey } from './aws-environment.ts'
import { contextOf, messageOf, noon, providerContract } from './contract.ts'
import { openFakeService } from './open-fake-service.ts'

const to = '+4915112345678'
const spoken = { text: 'Acme: your code is 4, 9, 3, 8, 1, 7.' }

providerContract('End User Messaging’s calls', {
  provider: (endpoint) => endUserMessagingVoice({ endpoint, originationIdentity: 'phone-1' }),
  to,
  body: spoken,
  message: messageOf({ to, locale: 'de-AT', expiresAt: new Date(noon + 180_000) }),
  wire: {
    method: 'POST',
    path: '/',
    headers: { 'x-amz-target': 'PinpointSMSVoiceV2.SendVoiceMessage' },
    also: ({ body }) =>
      assert.deepEqual(JSON.parse(body), {
        DestinationPhoneNumber: to,
        MessageBody: spoken.text,
        MessageBodyTextType: 'TEXT',
        OriginationIdentity: 'phone-1',
        VoiceId: 'VICKI',
        TimeToLive: 180,
        Context: { source: 'SignUp', userPoolId: 'eu-west-1_AbC123', key: '5f5f5f5f' },
      }),
  },
  accepted: {
    answer: { status: 200, body: { MessageId: 'eum-1' } },
    outcome: { status: 'accepted', id: 'eum-1' },
  },
  answers: {
    'a number that cannot call': {
      answer: { status: 400, body: { __type: 'ConflictException', Reason: 'NUMBER_CAPABILITIES_MISMATCH' } },
      outcome: {
        status: 'drop',
        reason: 'ConflictException NUMBER_CAPABILITIES_MISMATCH',
        http: 400,
        account: true,
      },
    },
  },
  bodyDecides: true,
  secrets: [secretKey],
})

describe('End User Messaging’s calls', () => {
  test('speak by a voice of the language, or by the one that is asked for', async (t) => {
    const service = await openFakeService(t)
    service.behave({ status: 200, body: { MessageId: 'eum-1' } })
    async function input(locale: string, options: object = {}) {
      const provider = endUserMessagingVoice({ endpoint: service.url, originationIdentity: 'phone-1', ...options })
      await provider.send(to, spoken, messageOf({ to, locale }), contextOf())
      return JSON.parse(service.only().body)
    }
    assert.equal((await input('pt-BR')).VoiceId, 'CAMILA')
    assert.equal((await input('pt')).VoiceId, 'INES')
    assert.equal((await input('en')).VoiceId, undefined)
    const more = { voice: () => 'JOANNA', maxPricePerMinute: 0.1, protectConfigurationId: 'protect-1' }
    const { VoiceId, MaxPricePerMinute, ProtectConfigurationId } = await input('de', more)
    assert.deepEqual([VoiceId, MaxPricePerMinute, ProtectConfigurationId], ['JOANNA', '0.10000', 'protect-1'])
  })
})
