import { CreateEmailIdentityCommand, CreateEmailTemplateCommand } from '@aws-sdk/client-sesv2'
import type { ServiceName } from '@herald/protocol'
import type { Setting } from '../setting/herald.ts'

const TEMPLATE = 'fuzz'
const EmailIdentity = 'jane@example.com'

/** A template and an identity; they may be there already. */
export async function mailResources({ ses }: Setting): Promise<void> {
  const TemplateContent = { Subject: 'Hello', Text: 'Hello {{name}}' }
  const commands = [
    ses.send(new CreateEmailTemplateCommand({ TemplateName: TEMPLATE, TemplateContent })),
    ses.send(new CreateEmailIdentityCommand({ EmailIdentity })),
  ]
  for (const done of await Promise.allSettled(commands)) {
    if (done.status === 'rejected' && done.reason.name !== 'AlreadyExistsException') throw done.reason
  }
}

const to = { Destination: { ToAddresses: [EmailIdentity] } }
const mail = { Subject: { Data: 'Hello' }, Body: { Text: { Data: 'Hello' } } }
const bytes = Buffer.from('From: app@example.com\r\nSubject: Hello\r\n\r\nHello')
const data = '{"name":"Jane"}'

const recipes: Partial<Record<ServiceName, Record<string, Record<string, unknown>[]>>> = {
  sts: { AssumeRole: [{ RoleArn: 'arn:aws:iam::000000000000:role/x', RoleSessionName: 'fuzz' }] },
  sesv2: {
    SendEmail: [
      { FromEmailAddress: 'app@example.com', ...to, Content: { Simple: mail } },
      { FromEmailAddress: 'app@example.com', ...to, Content: { Raw: { Data: bytes } } },
    ],
    CreateEmailIdentity: [{ EmailIdentity: 'new@example.com' }],
    GetEmailIdentity: [{ EmailIdentity }],
    DeleteEmailIdentity: [{ EmailIdentity }],
    GetEmailTemplate: [{ TemplateName: TEMPLATE }],
    DeleteEmailTemplate: [{ TemplateName: TEMPLATE }],
    UpdateEmailTemplate: [{ TemplateName: TEMPLATE, TemplateContent: { Subject: 'Hi', Html: '<p>{{name}}' } }],
    TestRenderEmailTemplate: [{ TemplateName: TEMPLATE, TemplateData: data }],
    SendBulkEmail: [
      {
        FromEmailAddress: 'app@example.com',
        DefaultContent: { Template: { TemplateName: TEMPLATE, TemplateData: data } },
        BulkEmailEntries: [to],
      },
    ],
  },
  ses: {
    SendEmail: [{ Source: 'app@example.com', ...to, Message: mail }],
    SendRawEmail: [{ Source: 'app@example.com', Destinations: [EmailIdentity], RawMessage: { Data: bytes } }],
    SendTemplatedEmail: [{ Source: 'app@example.com', ...to, Template: TEMPLATE, TemplateData: data }],
    SendBulkTemplatedEmail: [
      { Source: 'app@example.com', Template: TEMPLATE, DefaultTemplateData: data, Destinations: [to] },
    ],
    GetTemplate: [{ TemplateName: TEMPLATE }],
    ListTemplates: [{}, { MaxItems: 5 }],
    UpdateTemplate: [{ Template: { TemplateName: TEMPLATE, SubjectPart: 'Hi', TextPart: 'Hi {{name}}' } }],
    TestRenderTemplate: [{ TemplateName: TEMPLATE, TemplateData: data }],
    VerifyEmailIdentity: [{ EmailAddress: EmailIdentity }],
    VerifyDomainIdentity: [{ Domain: 'example.com' }],
  },
}

/** Inputs that lead deep into what sends and what says who is calling. */
export const mailRecipes = (service: ServiceName): Record<string, Record<string, unknown>[]> => recipes[service] ?? {}
