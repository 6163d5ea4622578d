import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ParseOptions } from '@herald/sender'
import { captured, changed, parse } from './captured.ts'

describe('time', () => {
  const trace = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1'
  const issued = 0x5759e988 * 1000
  const at = (source: string, options: Partial<ParseOptions> = {}) =>
    parse(changed({ triggerSource: `CustomEmailSender_${source}` }), {
      environment: { _X_AMZN_TRACE_ID: trace },
      ...options,
    })

  test('a code is as old as the chain of invocations that brought it', () => {
    assert.equal(at('SignUp').issuedAt?.getTime(), issued)
  })

  for (const [source, seconds] of Object.entries({
    SignUp: 86400,
    ResendCode: 86400,
    ForgotPassword: 3600,
    UpdateUserAttribute: 86400,
    VerifyUserAttribute: 86400,
    AdminCreateUser: 7 * 86400,
    Authentication: 180,
  })) {
    test(`a code of ${source} is good for ${seconds} seconds`, () => {
      assert.equal(at(source).expiresAt?.getTime(), issued + seconds * 1000)
    })
  }

  test('a takeover notification does not expire', () => {
    assert.ok(!('expiresAt' in at('AccountTakeOverNotification')))
  })

  test('a pool may have other lifetimes', () => {
    const { expiresAt } = at('Authentication', { lifetimesS: { Authentication: 900 } })
    assert.equal(expiresAt?.getTime(), issued + 900_000)
  })

  test('without a trace, or with another’s header, no time is claimed', () => {
    for (const header of [
      undefined,
      '',
      'Root=1-zz',
      'Self=1-5759e988-bd862e3fe1be46a994272793',
      'Root=2-5759e988-x',
    ]) {
      const parsed = parse(captured(), { environment: { _X_AMZN_TRACE_ID: header } })
      assert.ok(!('issuedAt' in parsed) && !('expiresAt' in parsed))
    }
  })
})

describe('locale', () => {
  const localeOf = (metadata: unknown, attribute: unknown, options: Partial<ParseOptions> = {}) => {
    const request = { clientMetadata: { locale: metadata }, userAttributes: { sub: 'x', locale: attribute } }
    return parse(changed({}, request), options).locale
  }
  const locales = ['en', 'de', 'pt-BR']

  test('the client’s wish goes before the user’s attribute, and that before the default', () => {
    assert.equal(localeOf('de', 'pt-BR', { locales }), 'de')
    assert.equal(localeOf(undefined, 'pt-BR', { locales }), 'pt-BR')
    assert.equal(localeOf(undefined, undefined, { locales, defaultLocale: 'de' }), 'de')
    assert.equal(localeOf(undefined, undefined), 'en')
  })

  test('a wish outside the list is not heeded', () => {
    assert.equal(localeOf('fr', 'de', { locales }), 'de')
    assert.equal(localeOf('../../etc/passwd', '../x', { locales }), 'en')
    assert.equal(localeOf('de', undefined), 'en')
  })

  test('a narrower wish finds the wider locale, in any spelling', () => {
    assert.equal(localeOf('de-CH', undefined, { locales }), 'de')
    assert.equal(localeOf('PT_br', undefined, { locales }), 'pt-BR')
  })

  test('a language that is there for another region only is that one, before the default', () => {
    assert.equal(localeOf('pt', undefined, { locales }), 'pt-BR')
    assert.equal(localeOf(undefined, 'pt-PT', { locales }), 'pt-BR')
    assert.equal(localeOf(undefined, 'pt-PT', { locales: ['pt-BR', 'pt'] }), 'pt')
    assert.equal(localeOf('pt', 'de', { locales }), 'pt-BR')
  })

  test('without a list any well-formed attribute counts', () => {
    assert.equal(localeOf(undefined, 'fr_ca'), 'fr-CA')
    assert.equal(localeOf(undefined, '../../x'), 'en')
  })
})
