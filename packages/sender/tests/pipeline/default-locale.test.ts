import assert from 'node:assert/strict'
import { test } from 'node:test'
import { builtInTemplates, html, type Options, type Templates, templates } from '@herald/sender'
import { liquidTexts } from '@herald/sender/liquid'
import { container, context, eventOf, service } from './place.ts'

const files = {
  'email/default.en.liquid': '---\nsubject: Hello\n---\n{{ code }}',
  'email/default.de.liquid': '---\nsubject: Hallo\n---\n{{ code }}',
  'email/default.fr.liquid': '---\nsubject: Bonjour\n---\n{{ code }}',
}
const german: Record<string, Templates> = {
  'the built-in templates': builtInTemplates({ defaultLocale: 'de' }),
  'a folder': liquidTexts(files, { defaultLocale: 'de' }),
  'templates in code over the built-in ones': templates({}, { otherwise: builtInTemplates({ defaultLocale: 'de' }) }),
}

/** The locale in which a user without one is written to. */
async function localeWith(options: Options): Promise<string> {
  const mail = await service('mail')
  const locales: string[] = []
  const given = options.templates!
  const noting: Templates = {
    ...(given.locales && { locales: given.locales }),
    ...(given.defaultLocale && { defaultLocale: given.defaultLocale }),
    render(message, channel, locale) {
      locales.push(locale)
      return given.render(message, channel, locale)
    },
  }
  const place = container({ ...options, email: mail.provider, templates: noting })
  await place.handler(await eventOf('SignUp', '482913'), context())
  assert.equal(mail.seen.length, 1)
  return locales.join()
}

for (const [what, given] of Object.entries(german)) {
  test(`a user without a language has the default of ${what}, unless the option says another`, async () => {
    assert.equal(await localeWith({ templates: given }), 'de')
    assert.equal(await localeWith({ templates: given, defaultLocale: 'fr' }), 'fr')
  })
}

test('where nobody says anything it is English', async () => {
  assert.equal(await localeWith({ templates: builtInTemplates() }), 'en')
  assert.equal(await localeWith({ templates: { render: async () => ({ subject: 'x', text: 'x' }) } }), 'en')
})

test('a user found for a notification, without a language, has the default of the templates', async () => {
  const mail = await service('mail')
  const event = await eventOf('AccountTakeOverNotification', null)
  const { email: _, ...userAttributes } = event.request.userAttributes
  const place = container({
    email: mail.provider,
    templates: templates(
      { default: { email: ({ locale }) => ({ subject: locale, html: html`x` }) } },
      { otherwise: german['a folder']! },
    ),
    lookUpUser: async () => ({ email: 'jane.doe@mail.acme.dev' }),
  })
  await place.handler({ ...event, request: { ...event.request, userAttributes } }, context())
  assert.equal(mail.posts()[0]!.subject, 'de')
})

test('a language that the templates have for another region is the user’s', async () => {
  const mail = await service('mail')
  const place = container({ email: mail.provider })
  for (const locale of ['pt-PT', 'pt', 'de-CH']) {
    await place.handler(await eventOf('SignUp', '482913', { attributes: { locale } }), context())
  }
  await place.handler(await eventOf('SignUp', '482913', {}, { clientMetadata: { locale: 'pt_PT' } }), context())
  const languages = mail.posts().map(({ html: page }) => /lang="([^"]+)"/.exec(page!)![1])
  assert.deepEqual(languages, ['pt-BR', 'pt-BR', 'de', 'pt-BR'])
})
