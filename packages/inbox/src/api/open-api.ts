import { schemas } from './open-api-schemas.ts'

const filters = [
  ['to', 'One recipient, without regard to case.'],
  ['source', 'The trigger source, e.g. CustomEmailSender_SignUp.'],
  ['channel', 'email or sms.'],
  ['userName', ''],
  ['userPoolId', ''],
  ['state', 'queued, invoking, delivered, retrying, abandoned or not-sent.'],
  ['after', 'A message id or an ISO 8601 time: only what is newer.'],
].map(([name, description]) => parameter(name as string, description as string))

/** The description of `/_herald/`, OpenAPI 3.1. */
export function openApi(version: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Herald inbox',
      version,
      description:
        'What user pools sent and captured providers were given. Administrative: off loopback it takes the token.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/_herald' }],
    paths: {
      '/health': {
        get: {
          operationId: 'health',
          summary: 'Whether Herald is ready',
          responses: {
            200: answer('Ready.', object({ status: { type: 'string', const: 'ok' }, version: { type: 'string' } })),
          },
        },
      },
      '/messages': {
        get: {
          operationId: 'listMessages',
          summary: 'Messages, newest first',
          parameters: [
            ...filters,
            parameter('limit', '', { type: 'integer', minimum: 1, maximum: 200, default: 50 }),
            parameter('before', 'The next of an earlier page.'),
          ],
          responses: {
            200: answer('A page.', {
              type: 'object',
              required: ['messages'],
              properties: { messages: { type: 'array', items: ref('Message') }, next: { type: 'string' } },
            }),
            400: error('A filter that cannot be understood.'),
          },
        },
        delete: {
          operationId: 'deleteMessages',
          summary: 'Deletes all messages',
          responses: { 204: { description: 'Deleted.' } },
        },
      },
      '/messages/latest': {
        get: {
          operationId: 'latestMessage',
          summary: 'The newest delivered match; waits for one',
          parameters: [
            ...filters,
            parameter('wait', 'How long to wait for one, at most 60s.', { type: 'string', default: '0s' }),
          ],
          responses: {
            200: answer('The message and what a test wants of it.', ref('Latest')),
            400: error('A filter or wait that cannot be understood.'),
            404: error('None came.'),
          },
        },
      },
      '/messages/{id}': {
        get: {
          operationId: 'getMessage',
          summary: 'One message with its trace',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: { 200: answer('The message.', ref('MessageWithTrace')), 404: error('No such message.') },
        },
      },
      '/messages/{id}/html': {
        get: {
          operationId: 'getMessageHtml',
          summary: 'The HTML of a message, to be shown in a frame: no script runs and nothing is loaded',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          responses: {
            200: { description: 'The HTML.', content: { 'text/html': { schema: { type: 'string' } } } },
            404: error('No such message, or it has no HTML.'),
          },
        },
      },
      '/messages/{id}/attachments/{n}': {
        get: {
          operationId: 'getAttachment',
          summary: 'A file that came with a message, as a download',
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
            { name: 'n', in: 'path', required: true, schema: { type: 'integer', minimum: 0 } },
          ],
          responses: {
            200: { description: 'The file, with its own content type.', content: { '*/*': {} } },
            404: error('No such message or attachment, or it was too large to be kept.'),
          },
        },
      },
      '/events': {
        get: {
          operationId: 'events',
          summary: 'Server-sent events',
          description:
            'Event `message` with a Message for each new or changed one, `cleared` when all were deleted, `reload` when the listener missed more than can be made up for. Last-Event-ID is honoured.',
          parameters: [{ name: 'Last-Event-ID', in: 'header', required: false, schema: { type: 'string' } }],
          responses: {
            200: { description: 'A stream.', content: { 'text/event-stream': { schema: { type: 'string' } } } },
            429: error('Too many listeners.'),
          },
        },
      },
      '/clock': {
        post: {
          operationId: 'moveClock',
          summary: 'Moves what the domain calls time',
          description:
            'Lifetimes, lockouts, retry schedules and expiry; not timeouts of running work. Not kept over a restart.',
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  oneOf: [
                    object({ advance: { type: 'string', examples: ['61m', '1h30m'] } }),
                    object({ set: { type: 'string', format: 'date-time' } }),
                    object({ reset: { type: 'boolean', const: true } }),
                  ],
                },
              },
            },
          },
          responses: {
            200: answer('The new time.', object({ now: { type: 'string', format: 'date-time' } })),
            400: error('A body that does not say exactly one thing.'),
            403: error('Time cannot be moved with a shared database, or off loopback.'),
            413: error('More than 64 KB.'),
            415: error('No application/json.'),
          },
        },
      },
      '/risk': {
        post: {
          operationId: 'setRisk',
          summary: 'Sets the risk that a user’s next sign-in is assessed at',
          description: 'For pools with threat protection, which acts on it as SetRiskConfiguration says.',
          requestBody: { required: true, content: { 'application/json': { schema: nextRisk } } },
          responses: {
            200: answer('What was set.', nextRisk),
            400: error('A body that does not say it.'),
            404: error('There is no such pool, or no such user.'),
            409: error('The pool has no threat protection.'),
            413: error('More than 64 KB.'),
            415: error('No application/json.'),
          },
        },
      },
      '/openapi.json': {
        get: {
          operationId: 'openApi',
          summary: 'This description',
          responses: { 200: answer('OpenAPI 3.1.', { type: 'object' }) },
        },
      },
    },
    components: { schemas },
  }
}

const nextRisk = object({
  userPoolId: { type: 'string' },
  userName: { type: 'string' },
  level: { type: 'string', enum: ['LOW', 'MEDIUM', 'HIGH'] },
})

function parameter(name: string, description: string, schema: object = { type: 'string' }) {
  return { name, in: 'query', required: false, ...(description && { description }), schema }
}

function ref(name: keyof typeof schemas) {
  return { $ref: `#/components/schemas/${name}` }
}

function object(properties: Record<string, object>) {
  return { type: 'object', required: Object.keys(properties), properties, additionalProperties: false }
}

function answer(description: string, schema: object) {
  return { description, content: { 'application/json': { schema } } }
}

function error(description: string) {
  return answer(description, ref('Error'))
}
