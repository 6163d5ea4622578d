import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseLocale } from '@herald/sender'

test('the first language that is wanted and there is chosen, in the spelling of the list', () => {
  const available = ['en', 'de', 'pt-BR', 'zh-Hans', 'sr-Latn']
  const chosen = (...wanted: (string | undefined)[]) => chooseLocale(wanted, available, 'en')
  assert.equal(chosen('de-CH-1996'), 'de')
  assert.equal(chosen('pt_br'), 'pt-BR')
  assert.equal(chosen('PT'), 'pt-BR')
  assert.equal(chosen('fr', 'de'), 'de')
  assert.equal(chosen('zh-SG'), 'zh-Hans')
  assert.equal(chosen('zh'), 'zh-Hans')
  assert.equal(chosen('zh-HK', 'de'), 'de')
  assert.equal(chosen('zh-Hant'), 'en')
  assert.equal(chosen(undefined, '', '../../etc', '{x}', 'x'.repeat(10_000)), 'en')
  assert.equal(chooseLocale(['de'], [], 'fr'), 'fr')
  assert.equal(chooseLocale(['pt-PT'], ['pt', 'pt-BR'], 'en'), 'pt')
})
