import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import { emailSources, Secret, SenderError, type SenderEvent, smsSources, toMessage } from '@herald/sender'
import { captured, changed, parse } from './captured.ts'

const takeover = {
  version: '1',
  triggerSource: 'CustomEmailSender_AccountTakeOverNotification',
  region: 'us-east-1',
  userPoolId: 'us-east-1_AbC123xyZ',
  userName: 'jane',
  callerContext: { awsSdkVersion: null, clientId: null },
  request: {
    type: 'customEmailSenderRequestV1',
    code: null,
    clientMetadata: null,
    userAttributes: {
      EVENT_ID: '8f4b9c0a-0000-4000-8000-000000000001',
      USER_NAME: 'jane',
      IP_ADDRESS: '192.0.2.7',
      LOGIN_TIME: 'Friday, March 19, 2021 02:25 PM UTC',
      ACCOUNT_TAKE_OVER_ACTION: 'MFA_IF_CONFIGURED',
      FEEDBACK_TOKEN: 'token',
      ONE_CLICK_LINK_VALID: 'https://auth.example.com/valid',
      ONE_CLICK_LINK_INVALID: 'https://auth.example.com/invalid',
      CITY: null,
      COUNTRY: 'Portugal',
      DEVICE_NAME: 'Opera 74, Linux',
    },
  },
} satisfies SenderEvent

describe('an event captured from a live pool', () => {
  test('gives a message with all that the event says', () => {
    const event = captured()
    const { code, ...rest } = parse(event)
    assert.equal(code, event.request.code)
    assert.deepEqual(rest, {
      kind: 'email',
      source: 'SignUp',
      known: true,
      poolId: 'eu-west-1_EXAMPLE',
      region: 'eu-west-1',
      clientId: 'EXAMPLEl2f6rjkqkbji2qr3u',
      userName: 'HenryFord',
      to: 'HenryFord@example.com',
      attributes: event.request.userAttributes,
      clientMetadata: {},
      locale: 'en',
      key: createHash('sha256').update(Buffer.from(event.request.code!, 'base64')).digest('hex'),
      raw: event,
    })
  })

  test('keeps its key in every retry, whatever the request id', () => {
    assert.equal(parse(captured(), { requestId: 'other' }).key, parse(captured()).key)
  })

  test('becomes a message that holds its secret, and not the code’s ciphertext', () => {
    const message = toMessage<'SignUp'>(parse(captured()), new Secret('123456'))
    assert.equal(message.source, 'SignUp')
    assert.equal(message.secret?.reveal(), '123456')
    assert.ok(!('code' in message) && !('known' in message))
    assert.ok(!('secret' in toMessage(parse(takeover))))
  })
})

describe('sources', () => {
  for (const source of emailSources) {
    test(`CustomEmailSender_${source} is an e-mail`, () => {
      const { kind, source: read, known, to } = parse(changed({ triggerSource: `CustomEmailSender_${source}` }))
      assert.deepEqual(
        { kind, read, known, to },
        { kind: 'email', read: source, known: true, to: 'HenryFord@example.com' },
      )
    })
  }

  for (const source of [...smsSources, 'AccountTakeOverNotification']) {
    test(`CustomSMSSender_${source} is an SMS`, () => {
      const event = changed(
        { triggerSource: `CustomSMSSender_${source}` },
        {
          type: 'customSMSSenderRequestV1',
          userAttributes: { sub: 'x', phone_number: '+15555550123', email: 'a@example.com' },
        },
      )
      const { kind, source: read, known, to } = parse(event)
      assert.deepEqual({ kind, read, known, to }, { kind: 'sms', read: source, known: true, to: '+15555550123' })
    })
  }

  test('one that nobody knows is passed on by its own name', () => {
    for (const name of ['PasskeyRegistered', 'Two_Words', 'constructor', '__proto__']) {
      const { source, known, expiresAt } = parse(changed({ triggerSource: `CustomEmailSender_${name}` }), {
        environment: { _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793' },
      })
      assert.deepEqual({ source, known, expiresAt }, { source: name, known: false, expiresAt: undefined })
    }
  })

  test('the request’s type decides the channel, before the trigger’s name', () => {
    assert.equal(parse(changed({}, { type: 'customSMSSenderRequestV1' })).kind, 'sms')
  })

  test('without a type, the trigger’s name decides', () => {
    assert.equal(parse(changed({ triggerSource: 'CustomSMSSender_SignUp' }, { type: null })).kind, 'sms')
  })
})

describe('what AWS may leave out, set to null, add or move', () => {
  test('a null or missing code is no code, and then the key follows request, source and event id', () => {
    for (const code of [null, undefined, '']) assert.equal(parse(changed({}, { code })).code, undefined)
    const { key } = parse(takeover)
    assert.match(key, /^[0-9a-f]{64}$/)
    assert.equal(parse(takeover).key, key)
    assert.notEqual(parse(takeover, { requestId: 'other' }).key, key)
    assert.notEqual(parse({ ...takeover, triggerSource: 'CustomSMSSender_AccountTakeOverNotification' }).key, undefined)
    const attributes = { ...takeover.request.userAttributes, EVENT_ID: 'other' }
    assert.notEqual(parse({ ...takeover, request: { ...takeover.request, userAttributes: attributes } }).key, key)
  })

  test('null, missing and empty clientMetadata read alike', () => {
    for (const clientMetadata of [null, undefined, {}, 'text', []]) {
      assert.deepEqual(parse(changed({}, { clientMetadata })).clientMetadata, {})
    }
    assert.deepEqual(parse(changed({}, { clientMetadata: { brand: 'acme', no: null } })).clientMetadata, {
      brand: 'acme',
    })
  })

  test('no app client is no clientId', () => {
    for (const callerContext of [null, undefined, {}, { clientId: null }, { clientId: 'CLIENT_ID_NOT_APPLICABLE' }]) {
      assert.ok(!('clientId' in parse(changed({ callerContext }))))
    }
  })

  test('additional members change nothing', () => {
    const event = changed({ response: {}, tenant: { id: 1 } }, { codeParameter: '{####}', userAttributes2: {} })
    const { raw: _, ...more } = parse(event)
    const { raw: __, ...plain } = parse(captured())
    assert.deepEqual(more, plain)
  })

  test('members that moved out of the request are found', () => {
    const { request, ...outer } = captured()
    const { raw: _, ...moved } = parse({ ...outer, ...request })
    const { raw: __, ...plain } = parse(captured())
    assert.deepEqual(moved, plain)
  })

  test('the region is read off the pool where it is missing', () => {
    assert.equal(parse(changed({ region: null })).region, 'eu-west-1')
  })

  test('attributes that are no text become text, and nulls go', () => {
    const userAttributes = { sub: 'x', email_verified: true, age: 7, nickname: null, nested: {} }
    assert.deepEqual(parse(changed({}, { userAttributes })).attributes, { sub: 'x', email_verified: 'true', age: '7' })
    assert.deepEqual(parse(changed({}, { userAttributes: null })).attributes, {})
  })
})

test('a takeover notification tells of the sign-in, and has neither address nor code', () => {
  const { risk, to, code, userName, clientId } = parse(takeover)
  assert.deepEqual(
    { to, code, userName, clientId },
    { to: undefined, code: undefined, userName: 'jane', clientId: undefined },
  )
  assert.deepEqual(risk, {
    action: 'MFA_IF_CONFIGURED',
    ip: '192.0.2.7',
    country: 'Portugal',
    device: 'Opera 74, Linux',
    loginTime: 'Friday, March 19, 2021 02:25 PM UTC',
    linkValid: 'https://auth.example.com/valid',
    linkInvalid: 'https://auth.example.com/invalid',
  })
  assert.ok(!('risk' in parse(captured())))
})

describe('what is no event of a custom sender', () => {
  const refused = (says: RegExp) => (error: unknown) => {
    assert.ok(error instanceof SenderError)
    assert.equal(error.code, 'BadEvent')
    assert.match(error.message, says)
    assert.doesNotMatch(error.message, /@example/)
    return true
  }

  for (const [what, event] of Object.entries({
    nothing: undefined,
    text: 'x',
    'an array': [captured()],
    'an empty object': {},
    'a type of another version': changed({}, { type: 'customEmailSenderRequestV2' }),
    'a trigger’s name without a source': changed({ triggerSource: 'CustomEmailSender' }),
    'a type from a prototype': changed({}, { type: 'constructor' }),
    'an address as a name': changed({ triggerSource: 'user@example.com' }),
  })) {
    test(`${what} is refused`, () => assert.throws(() => parse(event), refused(/no event of a custom sender/)))
  }

  test('the event of another trigger is refused by its name', () => {
    const event = { ...captured(), triggerSource: 'PreSignUp_SignUp', request: { userAttributes: {} } }
    assert.throws(() => parse(event), refused(/PreSignUp_SignUp.*CustomEmailSender/))
  })

  test('an event without a pool is refused', () => {
    assert.throws(() => parse(changed({ userPoolId: null })), refused(/userPoolId/))
  })
})
