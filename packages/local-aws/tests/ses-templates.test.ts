import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  CreateTemplateCommand,
  DeleteTemplateCommand,
  GetTemplateCommand,
  ListTemplatesCommand,
  SendBulkTemplatedEmailCommand,
  SendTemplatedEmailCommand,
  TestRenderTemplateCommand,
  UpdateTemplateCommand,
} from '@aws-sdk/client-ses'
import {
  CreateEmailTemplateCommand,
  DeleteEmailTemplateCommand,
  GetEmailTemplateCommand,
  ListEmailTemplatesCommand,
  SendBulkEmailCommand,
  SendEmailCommand,
  TestRenderEmailTemplateCommand,
  UpdateEmailTemplateCommand,
} from '@aws-sdk/client-sesv2'
import { type CapturedPlace, openCaptured } from './captured-place.ts'

const from = 'us@example.com'
const to = { ToAddresses: ['jane@example.com'] }

const inline = ({ ses }: CapturedPlace, Text: string, data: unknown) =>
  ses.send(
    new SendEmailCommand({
      FromEmailAddress: from,
      Destination: to,
      Content: { Template: { TemplateContent: { Subject: 's', Text }, TemplateData: JSON.stringify(data) } },
    }),
  )

describe('templates', () => {
  test('are shared by both APIs: created, listed, changed, read, deleted', async (t) => {
    const { ses, sesV1 } = await openCaptured(t)
    const v1 = { TemplateName: 'welcome', SubjectPart: 'Hello {{name}}', TextPart: 'Hi' }
    await sesV1.send(new CreateTemplateCommand({ Template: v1 }))
    await assert.rejects(sesV1.send(new CreateTemplateCommand({ Template: v1 })), {
      name: 'AlreadyExistsException',
      message: 'Template welcome already exists for account id 111122223333',
    })
    const v2 = { TemplateName: 'welcome', TemplateContent: { Subject: 'Hey', Html: '<p>' } }
    await assert.rejects(ses.send(new CreateEmailTemplateCommand(v2)), { name: 'AlreadyExistsException' })
    await ses.send(new UpdateEmailTemplateCommand(v2))
    const { Template } = await sesV1.send(new GetTemplateCommand({ TemplateName: 'welcome' }))
    assert.deepEqual(Template, { TemplateName: 'welcome', SubjectPart: 'Hey', HtmlPart: '<p>' })
    await sesV1.send(new UpdateTemplateCommand({ Template: v1 }))
    const { TemplateContent } = await ses.send(new GetEmailTemplateCommand({ TemplateName: 'welcome' }))
    assert.deepEqual(TemplateContent, { Subject: 'Hello {{name}}', Text: 'Hi' })
    await ses.send(new CreateEmailTemplateCommand({ ...v2, TemplateName: 'another' }))
    const first = await ses.send(new ListEmailTemplatesCommand({ PageSize: 1 }))
    assert.deepEqual(first.TemplatesMetadata, [
      { TemplateName: 'another', CreatedTimestamp: new Date('2026-09-01T12:00:00Z') },
    ])
    const second = await ses.send(new ListEmailTemplatesCommand({ PageSize: 1, NextToken: first.NextToken }))
    assert.equal(second.TemplatesMetadata?.[0]?.TemplateName, 'welcome')
    const listed = await sesV1.send(new ListTemplatesCommand({}))
    assert.deepEqual(
      listed.TemplatesMetadata?.map(({ Name }) => Name),
      ['another', 'welcome'],
    )
    await ses.send(new DeleteEmailTemplateCommand({ TemplateName: 'welcome' }))
    await assert.rejects(ses.send(new DeleteEmailTemplateCommand({ TemplateName: 'welcome' })), {
      name: 'NotFoundException',
    })
    await sesV1.send(new DeleteTemplateCommand({ TemplateName: 'welcome' }))
    await assert.rejects(sesV1.send(new GetTemplateCommand({ TemplateName: 'welcome' })), {
      name: 'TemplateDoesNotExistException',
      message: 'Template welcome does not exist',
    })
    await assert.rejects(ses.send(new UpdateEmailTemplateCommand(v2)), { name: 'NotFoundException' })
    await assert.rejects(sesV1.send(new UpdateTemplateCommand({ Template: v1 })), {
      name: 'TemplateDoesNotExistException',
    })
  })

  const cases: [name: string, template: string, data: unknown, text: string][] = [
    ['nested values', '{{a.b.c}}', { a: { b: { c: 'deep' } } }, 'deep'],
    ['no escaping', '{{a}}', { a: '<b>&"' }, '<b>&"'],
    ['conditions', '{{#if a}}yes{{else}}no{{/if}}{{#unless b}}!{{/unless}}', { a: [], b: 0 }, 'no!'],
    ['a condition on what is missing', '{{#if a}}yes{{else}}no{{/if}}', {}, 'no'],
    ['lists', '{{#each l}}{{@index}}={{name}};{{/each}}', { l: [{ name: 'x' }, { name: 'y' }] }, '0=x;1=y;'],
    ['with', '{{#with u}}{{n}}{{/with}}', { u: { n: 1 } }, '1'],
    ['inline partials', '{{#* inline "p"}}<{{n}}>{{/inline}}{{> p n=1}}{{> p n=2}}', {}, '<1><2>'],
    ['comments', 'a{{! not this }}b', {}, 'ab'],
    ['names that objects have by themselves', '{{__proto__}}{{a.constructor}}', { a: {} }, ''],
  ]
  for (const [name, template, data, text] of cases)
    test(`render ${name}`, async (t) => {
      const place = await openCaptured(t)
      await inline(place, template, data)
      assert.equal((await place.inbox.list({})).messages[0]?.text, text)
    })

  const hostile: [name: string, template: string, data: unknown][] = [
    [
      'loops in loops',
      '{{#each a}}{{#each @root.a}}{{#each @root.a}}x{{/each}}{{/each}}{{/each}}',
      { a: Array(200).fill(0) },
    ],
    ['a partial of itself', '{{#*inline "p"}}{{> p}}{{/inline}}{{> p}}', {}],
    [
      'partials that double',
      `${Array.from({ length: 40 }, (_, i) => `{{#*inline "p${i}"}}{{> p${i + 1}}}{{> p${i + 1}}}{{/inline}}`).join('')}{{#*inline "p40"}}x{{/inline}}{{> p0}}`,
      {},
    ],
  ]
  for (const [name, template, data] of hostile)
    test(`do not run forever: ${name}`, async (t) => {
      const place = await openCaptured(t)
      await assert.rejects(inline(place, template, data), {
        name: 'BadRequestException',
        message: 'The template does not come to an end.',
      })
    })

  test('that name what the data lack are accepted, send nothing, and the inbox says why', async (t) => {
    const place = await openCaptured(t)
    const { ses, sesV1, inbox, asSender } = place
    const id = await asSender()
    await ses.send(
      new CreateEmailTemplateCommand({ TemplateName: 't', TemplateContent: { Subject: 's', Text: 'Hi {{name}}' } }),
    )
    const Source = from
    const input = { Source, Destination: to, Template: 't', TemplateData: '{"nam":"Jane"}' }
    const { MessageId } = await sesV1.send(new SendTemplatedEmailCommand(input))
    assert.ok(MessageId)
    const message = await inbox.get(id)
    assert.equal(message?.state, 'queued')
    assert.equal(message?.trace.at(-1)?.outcome, 'failed')
    assert.equal(
      message?.trace.at(-1)?.detail,
      "SES SendTemplatedEmail: Rendering failure: Attribute 'name' is not present in the rendering data.",
    )
    const missing = { name: 'MissingRenderingAttributeException', TemplateName: 't' }
    await assert.rejects(sesV1.send(new TestRenderTemplateCommand({ TemplateName: 't', TemplateData: '{}' })), missing)
    await assert.rejects(sesV1.send(new TestRenderTemplateCommand({ TemplateName: 't', TemplateData: '[' })), {
      name: 'InvalidRenderingParameterException',
    })
    await assert.rejects(ses.send(new TestRenderEmailTemplateCommand({ TemplateName: 't', TemplateData: '{}' })), {
      name: 'BadRequestException',
    })
    await assert.rejects(sesV1.send(new SendTemplatedEmailCommand({ ...input, TemplateData: 'x' })), {
      name: 'InvalidParameterValue',
    })
    const rendered = await sesV1.send(
      new TestRenderTemplateCommand({ TemplateName: 't', TemplateData: '{"name":"Jane"}' }),
    )
    assert.match(rendered.RenderedTemplate ?? '', /Subject: s\r\n/)
    assert.ok(rendered.RenderedTemplate?.includes(Buffer.from('Hi Jane').toString('base64')))
  })

  test('that fail without a cause are a message of their own', async (t) => {
    const place = await openCaptured(t)
    await inline(place, '{{name}}', {})
    const [message] = (await place.inbox.list({})).messages
    assert.deepEqual([message?.state, message?.to, message?.text], ['not-sent', 'jane@example.com', undefined])
  })

  test('go to many at once, each with data of its own', async (t) => {
    const { ses, sesV1, inbox } = await openCaptured(t)
    await ses.send(
      new CreateEmailTemplateCommand({ TemplateName: 't', TemplateContent: { Subject: '{{greeting}} {{name}}' } }),
    )
    const usual = '{"greeting":"Hello","name":"you"}'
    const v2 = await ses.send(
      new SendBulkEmailCommand({
        FromEmailAddress: from,
        DefaultContent: { Template: { TemplateName: 't', TemplateData: usual } },
        BulkEmailEntries: [
          {
            Destination: { ToAddresses: ['a@example.com'] },
            ReplacementEmailContent: { ReplacementTemplate: { ReplacementTemplateData: '{"name":"Ann"}' } },
          },
          { Destination: { ToAddresses: ['b@example.com'] } },
          { Destination: { ToAddresses: ['nobody'] } },
        ],
      }),
    )
    assert.deepEqual(
      v2.BulkEmailEntryResults?.map((result) => [result.Status, result.Error]),
      [
        ['SUCCESS', undefined],
        ['SUCCESS', undefined],
        ['INVALID_PARAMETER', "Missing final '@domain'"],
      ],
    )
    const v1 = await sesV1.send(
      new SendBulkTemplatedEmailCommand({
        Source: from,
        Template: 't',
        DefaultTemplateData: usual,
        Destinations: [
          { Destination: { ToAddresses: ['c@example.com'] }, ReplacementTemplateData: '{"greeting":"Hey"}' },
        ],
      }),
    )
    assert.equal(v1.Status?.[0]?.Status, 'Success')
    const { messages } = await inbox.list({})
    assert.deepEqual(messages.map(({ to, subject }) => `${to} ${subject}`).reverse(), [
      'a@example.com Hello Ann',
      'b@example.com Hello you',
      'c@example.com Hey you',
    ])
  })

  const refused: [name: string, template: object][] = [
    ['a name with a space', { TemplateName: 'a b', SubjectPart: 's' }],
    ['no part', { TemplateName: 'a' }],
    ['a broken template', { TemplateName: 'a', TextPart: '{{#if}' }],
    ['more than 500 KB', { TemplateName: 'a', TextPart: 'x'.repeat(512_001) }],
  ]
  for (const [name, template] of refused)
    test(`refuse ${name}`, async (t) => {
      const { sesV1 } = await openCaptured(t)
      const Template = template as { TemplateName: string }
      await assert.rejects(sesV1.send(new CreateTemplateCommand({ Template })), { name: 'InvalidTemplateException' })
    })
})
