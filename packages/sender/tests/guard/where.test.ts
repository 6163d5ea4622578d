/** Rules on where a message goes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countries, domains, insteadBy, reserved, validNumbers, when } from '@herald/sender/guard'
import { type NumberTypeName, numberTypes } from '@herald/sender/guard/number-types'
import { judge, messageTo } from './messages.ts'

test('only phones of the countries that are allowed get messages', async () => {
  const rule = countries({ allow: ['DE', 'US'] })
  assert.equal(await judge(rule, messageTo('+4915123456789')), 'allow')
  assert.equal(await judge(rule, messageTo('+12025550123')), 'allow')
  assert.equal(await judge(rule, messageTo('+33612345678')), 'country FR')
  assert.equal(await judge(rule, messageTo('jane@acme.dev')), 'allow')
  assert.equal(await judge(rule, messageTo(undefined)), 'allow')
})

test('countries that share a calling code are told apart, and a number that may be of either is not allowed', async () => {
  assert.equal(await judge(countries({ allow: ['US'] }), messageTo('+18765550123')), 'country JM')
  assert.equal(await judge(countries({ allow: ['RU'] }), messageTo('+77012345678')), 'country KZ')
  assert.equal(await judge(countries({ allow: ['GB'] }), messageTo('+447400123456')), 'allow')
  assert.equal(await judge(countries({ allow: ['GB'] }), messageTo('+442071234567')), 'country uncertain')
  assert.equal(await judge(countries({ deny: ['JE'] }), messageTo('+442071234567')), 'country uncertain')
})

test('satellite and international networks are no country, and can be denied as such', async () => {
  assert.equal(await judge(countries({ allow: ['DE'] }), messageTo('+881612345678')), 'country 001')
  assert.equal(await judge(countries({ deny: ['001'] }), messageTo('+882123456789')), 'country 001')
  assert.equal(await judge(countries({ deny: ['NG'] }), messageTo('+2348031234567')), 'country NG')
  assert.equal(await judge(countries({ deny: ['NG'] }), messageTo('+4915123456789')), 'allow')
  assert.equal(await judge(countries({ allow: ['DE'] }), messageTo('+9990000000')), 'country unknown')
})

test('a country that does not exist is refused when the rule is made, not overlooked', () => {
  assert.throws(() => countries({ allow: ['UK'] }), /"UK".*GB/)
  assert.throws(() => countries({ deny: ['de'] }), TypeError)
  assert.throws(() => countries({}), TypeError)
})

test('numbers that no mobile phone can have are denied', async () => {
  assert.equal(await judge(validNumbers(), messageTo('+4915123456789')), 'allow')
  assert.equal(await judge(validNumbers(), messageTo('+4930123456')), 'not a mobile number')
  assert.equal(await judge(validNumbers({ only: 'possible' }), messageTo('+4930123456')), 'allow')
  assert.equal(await judge(validNumbers({ only: 'possible' }), messageTo('+4912')), 'impossible number')
  assert.equal(await judge(validNumbers(), messageTo('+1')), 'not a number')
  assert.equal(await judge(validNumbers(), messageTo('jane@acme.dev')), 'allow')
})

test('numbers that cost their caller, or are no phone of a person, are denied by their type', async () => {
  const numbers: Record<string, NumberTypeName> = {
    '+499001234567': 'PREMIUM_RATE',
    '+491803123456': 'SHARED_COST',
    '+18002345678': 'TOLL_FREE',
    '+445612345678': 'VOIP',
    '+447012345678': 'PERSONAL_NUMBER',
    '+881612345678': 'SATELLITE',
  }
  for (const [number, type] of Object.entries(numbers)) {
    assert.equal(await judge(numberTypes(), messageTo(number)), `number type ${type}`)
  }
  assert.equal(await judge(numberTypes(), messageTo('+4915123456789')), 'allow')
  assert.equal(await judge(numberTypes({ deny: ['FIXED_LINE'] }), messageTo('+4930123456')), 'number type FIXED_LINE')
  assert.equal(await judge(numberTypes({ deny: ['FIXED_LINE'] }), messageTo('+499001234567')), 'allow')
  assert.throws(() => numberTypes({ deny: ['SATELITE' as 'SATELLITE'] }), /SATELITE/)
})

test('numbers that regulators set aside for fiction never get a message', async () => {
  const fictional = [
    ...['+12025550123', '+14165550199', '+447700900461', '+441632960000', '+442079460999', '+441134960000'],
    ...[
      '+4915228817386',
      '+493023125000',
      '+4917139200',
      '+33639981234',
      '+33199001234',
      '+61491570156',
      '+61255501234',
    ],
    ...['+46701740605', '+468465004', '+353209112345'],
  ]
  const complete = (number: string) =>
    ({ '+4917139200': '+491713920012', '+468465004': '+46846500412' })[number] ?? number
  for (const number of fictional.map(complete)) {
    assert.equal(await judge(reserved(), messageTo(number)), 'reserved number', number)
  }
  for (const number of [
    '+12025550200',
    '+12025551234',
    '+447700901000',
    '+4915123456789',
    '+46701740604',
    '+33639971234',
  ]) {
    assert.equal(await judge(reserved(), messageTo(number)), 'allow', number)
  }
})

test('mail to reserved domains is never sent, however they are written', async () => {
  for (const domain of [
    'example.com',
    'mail.example.org',
    'EXAMPLE.NET',
    'acme.test',
    'acme.invalid',
    'localhost',
    'a.example.',
    'x.localhost',
  ]) {
    assert.equal(await judge(reserved(), messageTo(`jane@${domain}`)), 'reserved domain', domain)
  }
  for (const domain of ['myexample.com', 'example.com.acme.dev', 'test.dev', 'simulator.amazonses.com']) {
    assert.equal(await judge(reserved(), messageTo(`jane@${domain}`)), 'allow', domain)
  }
})

test('domains are denied with those within them, and allowed likewise', async () => {
  const denying = domains({ deny: ['acme.dev', '*.other.dev'] })
  assert.equal(await judge(denying, messageTo('jane@mail.ACME.dev')), 'domain denied')
  assert.equal(await judge(denying, messageTo('jane@x.other.dev')), 'domain denied')
  assert.equal(await judge(denying, messageTo('jane@notacme.dev')), 'allow')
  assert.equal(await judge(denying, messageTo('+4915123456789')), 'allow')
  const allowing = domains({ allow: ['acme.dev'], deny: ['old.acme.dev'] })
  assert.equal(await judge(allowing, messageTo('"odd@name"@acme.dev')), 'allow')
  assert.equal(await judge(allowing, messageTo('jane@old.acme.dev')), 'domain denied')
  assert.equal(await judge(allowing, messageTo('jane@acme.dev.evil.io')), 'domain not allowed')
  assert.throws(() => domains({}), TypeError)
})

test('a list of throw-away domains is loaded once, and again after it failed', async () => {
  let loads = 0
  const rule = domains({
    disposable: async () => {
      loads += 1
      if (loads === 1) throw new Error('not reachable')
      return ['mailinator.dev']
    },
  })
  await assert.rejects(judge(rule, messageTo('jane@mailinator.dev')), /not reachable/)
  assert.equal(await judge(rule, messageTo('jane@mailinator.dev')), 'disposable domain')
  assert.equal(await judge(rule, messageTo('jane@acme.dev')), 'allow')
  assert.equal(loads, 2)
})

test('a rule can be for some messages only, and can ask for another channel where it denies', async () => {
  const invitations = when(({ source }) => source === 'AdminCreateUser', countries({ allow: ['DE'] }))
  assert.equal(await judge(invitations, messageTo('+33612345678')), 'allow')
  assert.equal(await judge(invitations, messageTo('+33612345678', { source: 'AdminCreateUser' })), 'country FR')
  const rule = insteadBy('email', countries({ allow: ['DE'] }))
  const message = messageTo('+33612345678')
  assert.deepEqual(await rule.check(message, undefined as never, { now: 0, channel: 'sms' }), {
    deny: 'country FR',
    fallback: 'email',
  })
  assert.equal(await judge(rule, messageTo('+4915123456789')), 'allow')
})
