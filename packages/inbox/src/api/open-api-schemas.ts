const text = { type: 'string' }
const time = { type: 'string', format: 'date-time' }

/** The shapes that `/_herald/` answers with. */
export const schemas = {
  Message: {
    type: 'object',
    description:
      'One for each thing that a sender delivered, and one for each pool message for which nothing was delivered (yet).',
    required: ['id', 'at', 'state', 'channel', 'to'],
    properties: {
      id: {
        ...text,
        description: 'The root of the trace that follows the message through its function to its provider.',
      },
      at: time,
      state: { type: 'string', enum: ['queued', 'invoking', 'delivered', 'retrying', 'abandoned', 'not-sent'] },
      channel: { type: 'string', enum: ['email', 'sms'] },
      to: { ...text, description: 'Several recipients are joined by ", ".' },
      from: text,
      subject: text,
      text,
      html: text,
      attachments: { type: 'array', items: { $ref: '#/components/schemas/Attachment' } },
      trigger: { $ref: '#/components/schemas/Trigger' },
    },
  },
  Attachment: {
    type: 'object',
    description: 'A file that came with a mail. Its content is at /messages/{id}/attachments/{n}, n its place from 0.',
    required: ['name', 'contentType', 'size', 'kept'],
    properties: {
      name: text,
      contentType: { ...text, examples: ['application/pdf'] },
      size: { type: 'integer', description: 'Bytes.' },
      contentId: { ...text, description: 'What the HTML calls it by in cid: addresses.' },
      inline: { type: 'boolean', const: true, description: 'Part of the HTML rather than a file to be saved.' },
      kept: { type: 'boolean', description: 'False where it was too large to be kept.' },
    },
  },
  Trigger: {
    type: 'object',
    description: 'There when a message of a user pool caused it.',
    required: ['source', 'userPoolId', 'userName'],
    properties: {
      source: { ...text, examples: ['CustomEmailSender_SignUp'] },
      userPoolId: text,
      userName: text,
      clientId: text,
      code: {
        ...text,
        description:
          'The code or temporary password: until delivery as it was issued, afterwards as the delivered body shows it.',
      },
    },
  },
  MessageWithTrace: {
    allOf: [
      { $ref: '#/components/schemas/Message' },
      {
        type: 'object',
        required: ['trace'],
        properties: { trace: { type: 'array', items: { $ref: '#/components/schemas/TraceStep' } } },
      },
    ],
  },
  TraceStep: {
    type: 'object',
    required: ['at', 'stage', 'outcome'],
    properties: {
      at: time,
      stage: {
        ...text,
        description:
          'Usually in this order: api-call, code-issued, queued, encrypt, invoke, function, provider; then code-used, code-expired or superseded.',
      },
      outcome: { ...text, description: 'One word: ok, failed, retrying, abandoned …' },
      detail: text,
    },
  },
  Latest: {
    type: 'object',
    required: ['message'],
    properties: {
      message: { $ref: '#/components/schemas/Message' },
      code: { ...text, description: 'The code; for a message that no pool caused, the first number of 4 to 8 digits.' },
      link: { ...text, description: 'The first http or https address in the text, else in the HTML.' },
      text: { ...text, description: 'The text; of a message in HTML only, what a reader sees.' },
    },
  },
  Error: { type: 'object', required: ['error'], properties: { error: text } },
}
