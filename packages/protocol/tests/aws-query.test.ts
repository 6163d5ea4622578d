import assert from 'node:assert/strict'
import { test } from 'node:test'
import { protocolOf, ServiceError, type ServiceName } from '../src/index.ts'
import { parseXml } from '../src/xml.ts'

const query = protocolOf('sns')
const wire = { method: 'POST', path: '/', query: '', headers: {} }
const read = (service: ServiceName, operation: string, body: string) =>
  query.readInput(service, operation, { ...wire, body: Buffer.from(body) })

test('reads lists, maps and structures of a form', () => {
  const body =
    'Action=Publish&Message=a+b%26c&PhoneNumber=%2B15550100' +
    '&MessageAttributes.entry.2.Name=b&MessageAttributes.entry.2.Value.DataType=Binary&MessageAttributes.entry.2.Value.BinaryValue=aGk%3D' +
    '&MessageAttributes.entry.1.Name=__proto__&MessageAttributes.entry.1.Value.DataType=String'
  const input = read('sns', 'Publish', body)
  assert.equal(input.Message, 'a b&c')
  assert.deepEqual(Object.entries(input.MessageAttributes as object), [
    ['__proto__', { DataType: 'String' }],
    ['b', { DataType: 'Binary', BinaryValue: new Uint8Array([104, 105]) }],
  ])
  assert.deepEqual(
    read(
      'ses',
      'SendEmail',
      'Destination.ToAddresses.member.2=b&Destination.ToAddresses.member.10=c&Destination.ToAddresses.member.1=a',
    ),
    { Destination: { ToAddresses: ['a', 'b', 'c'] } },
  )
  assert.deepEqual(read('sts', 'AssumeRole', 'DurationSeconds=900&Tags='), { DurationSeconds: 900, Tags: [] })
})

for (const body of [
  'DurationSeconds=abc',
  'DurationSeconds=',
  'Tags.member.x.Key=a',
  'RoleArn.member.1=a',
  Array.from({ length: 20_001 }, (_, index) => `a${index}=1`).join('&'),
]) {
  test(`refuses ${body.slice(0, 40)}`, () => {
    assert.throws(() => read('sts', 'AssumeRole', body), { code: 'MalformedInput', status: 400 })
  })
}

test('wraps the output as each service does', () => {
  const answer = query.writeOutput('sns', 'ListPhoneNumbersOptedOut', { phoneNumbers: ['<1>', 'a&b'] }, 'r1')
  assert.equal(
    String(answer.body),
    '<?xml version="1.0"?>\n<ListPhoneNumbersOptedOutResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">' +
      '<ListPhoneNumbersOptedOutResult><phoneNumbers><member>&lt;1&gt;</member><member>a&amp;b</member></phoneNumbers>' +
      '</ListPhoneNumbersOptedOutResult><ResponseMetadata><RequestId>r1</RequestId></ResponseMetadata>' +
      '</ListPhoneNumbersOptedOutResponse>\n',
  )
  assert.equal(answer.headers['Content-Type'], 'text/xml')
})

test('what XML cannot carry does not break the answer', () => {
  const answer = query.writeOutput('sns', 'Publish', { MessageId: 'a\u0000b\ud83dc\r' }, 'r1')
  const id = parseXml(String(answer.body)).children[0]?.children[0]
  assert.equal(id?.text, 'a\ufffdb\ufffdc\r')
})

test('an error carries the code of the wire, not the name of the shape', () => {
  const answer = query.writeError('sns', new ServiceError('InvalidParameterException', 'a < b'), 'r1')
  assert.equal(answer.status, 400)
  assert.match(
    String(answer.body),
    /<ErrorResponse xmlns="[^"]+"><Error><Type>Sender<\/Type><Code>InvalidParameter<\/Code><Message>a &lt; b<\/Message><\/Error><RequestId>r1<\/RequestId><\/ErrorResponse>/,
  )
})

test('reads back what it writes', () => {
  const output = {
    Credentials: { AccessKeyId: 'A', SecretAccessKey: 's', SessionToken: 't', Expiration: new Date(1_700_000_000_000) },
  }
  const answer = query.writeOutput('sts', 'AssumeRole', output, 'r')
  assert.deepEqual(query.readOutput('sts', 'AssumeRole', answer), output)
  const attributes = { Attributes: { a: '1', 'b ü': '<>' } }
  const map = query.writeOutput('sns', 'GetTopicAttributes', attributes, 'r')
  assert.deepEqual(query.readOutput('sns', 'GetTopicAttributes', map), attributes)
})

test('only well-formed XML is read', () => {
  for (const text of ['', 'x', '<a>', '</a>', '<a></b>', '<a/><b/>', '<a', '<!DOCTYPE a><a/>']) {
    assert.throws(() => parseXml(text), /well-formed/, text)
  }
})
