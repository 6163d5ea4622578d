import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getCountries, getExampleNumber } from 'libphonenumber-js/mobile'
import examples from 'libphonenumber-js/mobile/examples'
import { countryByPrefix } from '../../src/observe/country.ts'
import { container, context, eventOf, service } from '../pipeline/place.ts'

test('a metric is a line in the embedded metric format, by channel and by each other dimension', async () => {
  const texts = await service('texts')
  const place = container({ sms: texts.provider, metrics: 'Acme/Auth' })
  await place.handler(await eventOf('Authentication', '482913', { phone: '+14165550123' }, { kind: 'sms' }), context())
  const [line] = place.metrics('Accepted')
  assert.deepEqual(line, {
    _aws: {
      Timestamp: place.clock.now(),
      CloudWatchMetrics: [
        {
          Namespace: 'Acme/Auth',
          Dimensions: [['channel'], ['channel', 'source'], ['channel', 'country'], ['channel', 'provider']],
          Metrics: [
            { Name: 'Accepted', Unit: 'Count' },
            { Name: 'LatencyMs', Unit: 'Milliseconds' },
          ],
        },
      ],
    },
    channel: 'sms',
    source: 'Authentication',
    country: 'CA',
    provider: 'texts',
    Accepted: 1,
    LatencyMs: 0,
  })
})

test('metrics can be switched off', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider, metrics: false })
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.ok(place.lines.length > 0)
  assert.ok(place.lines.every((line) => !line.includes('_aws')))
})

test('the country by prefix is that of the number, unless its calling code is shared', () => {
  const shared = new Set('GG IM JE VA SJ AX CC CX EH YT BL MF BQ TA'.split(' '))
  const wrong = getCountries().flatMap((country) => {
    const number = getExampleNumber(country, examples)?.number
    return number === undefined || shared.has(country) || countryByPrefix(number) === country
      ? []
      : [`${country} ${number}`]
  })
  assert.deepEqual(wrong, [])
  assert.ok(getCountries().length > 200)
  assert.equal(countryByPrefix('0151 2345'), undefined)
  assert.equal(countryByPrefix('+8812345678901'), undefined)
})
