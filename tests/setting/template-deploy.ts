import { CreateUserPoolClientCommand, CreateUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider'
import { CreateKeyCommand, EnableKeyRotationCommand } from '@aws-sdk/client-kms'
import {
  AddPermissionCommand,
  CreateFunctionCommand,
  PutFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda'
import { CreateTopicCommand, SubscribeCommand } from '@aws-sdk/client-sns'
import type { Setting } from './herald.ts'
import { getAttOf, inOrder, type Template, type Value } from './template-read.ts'

const accountId = '000000000000'
const region = 'us-east-1'

/** What a resource is called, and its attributes. */
interface Made {
  ref: string
  attributes?: Record<string, string>
}

export interface Stack {
  outputs: Record<string, string>
  /** What Herald does not have: `GivenUp (AWS::SQS::Queue)`. */
  skipped: string[]
  made: Record<string, Made>
}

interface Deployment {
  name: string
  parameters: Record<string, string>
  /** The zip of a function's code, by its `CodeUri`. */
  codeOf(uri: string): Promise<Buffer>
}

// biome-ignore lint/suspicious/noExplicitAny: a template's properties are what the API calls take; the server checks them.
type Properties = any

/** Makes the calls that CloudFormation makes for a template, in its order. @throws {Error} for a circle. */
export async function deployTemplate(setting: Setting, template: Template, deployment: Deployment): Promise<Stack> {
  const made: Record<string, Made> = {}
  const pseudo: Record<string, string> = {
    'AWS::AccountId': accountId,
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::StackName': deployment.name,
  }
  for (const [name, { Default }] of Object.entries(template.Parameters)) {
    const given = deployment.parameters[name] ?? Default
    if (given === undefined) throw new Error(`Parameters: [${name}] must have values`)
    pseudo[name] = given
  }
  const fill = (value: Value) => filled(value, made, pseudo)
  const skipped: string[] = []
  for (const [name, { Type, Properties = {} }] of inOrder(template)) {
    const create = kinds[Type]
    if (create) made[name] = await create(fill(Properties), setting, name, deployment, skipped)
    else skipped.push(`${name} (${Type})`)
    made[name] ??= standIn(name, Type)
  }
  const outputs = Object.entries(template.Outputs).map(([name, { Value }]) => [name, String(fill(Value))])
  return { outputs: Object.fromEntries(outputs), skipped, made }
}

/** A name for what is not made, so that others can speak of it. */
function standIn(name: string, type: string): Made {
  const arns: Record<string, string> = {
    'AWS::IAM::Role': `arn:aws:iam::${accountId}:role/${name}`,
    'AWS::SQS::Queue': `arn:aws:sqs:${region}:${accountId}:${name}`,
  }
  const Arn = arns[type]
  return { ref: name, attributes: { ...(Arn !== undefined && { Arn }), QueueName: name } }
}

type Create = (
  properties: Properties,
  setting: Setting,
  name: string,
  deployment: Deployment,
  skipped: string[],
) => Promise<Made>

const kinds: Record<string, Create> = {
  async 'AWS::KMS::Key'({ KeyPolicy, EnableKeyRotation, ...rest }, { kms }) {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ ...rest, Policy: JSON.stringify(KeyPolicy) }))
    const { KeyId, Arn } = KeyMetadata!
    if (EnableKeyRotation) await kms.send(new EnableKeyRotationCommand({ KeyId }))
    return { ref: KeyId!, attributes: { Arn: Arn! } }
  },

  async 'AWS::Serverless::Function'({ CodeUri, Timeout = 3, ...rest }, { lambda }, name, deployment) {
    const FunctionName = `${deployment.name}-${name}`
    const ZipFile = await deployment.codeOf(CodeUri)
    const input = { ...rest, FunctionName, Timeout, Code: { ZipFile } }
    const { FunctionArn } = await lambda.send(new CreateFunctionCommand(input))
    return { ref: FunctionName, attributes: { Arn: FunctionArn! } }
  },

  async 'AWS::Lambda::Permission'(properties, { lambda }, name) {
    await lambda.send(new AddPermissionCommand({ ...properties, StatementId: name }))
    return { ref: name }
  },

  async 'AWS::Lambda::EventInvokeConfig'(properties, { lambda }, name, _, skipped) {
    const { DestinationConfig, ...rest } = properties
    const toQueue = /:sqs:/.test(DestinationConfig?.OnFailure?.Destination)
    if (toQueue) skipped.push(`the destination of ${name} (AWS::SQS::Queue)`)
    await lambda.send(new PutFunctionEventInvokeConfigCommand(toQueue ? rest : properties))
    return { ref: name }
  },

  async 'AWS::SNS::Topic'({ Subscription = [] }, { sns }, name, deployment) {
    const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: `${deployment.name}-${name}` }))
    for (const subscription of Subscription) await sns.send(new SubscribeCommand({ TopicArn, ...subscription }))
    return { ref: TopicArn!, attributes: { TopicName: `${deployment.name}-${name}` } }
  },

  async 'AWS::Cognito::UserPool'({ UserPoolName, ...rest }, { cognito }) {
    const { UserPool } = await cognito.send(new CreateUserPoolCommand({ ...rest, PoolName: UserPoolName }))
    return { ref: UserPool!.Id!, attributes: { Arn: UserPool!.Arn! } }
  },

  async 'AWS::Cognito::UserPoolClient'(properties, { cognito }) {
    const { UserPoolClient } = await cognito.send(new CreateUserPoolClientCommand(properties))
    return { ref: UserPoolClient!.ClientId! }
  },
}

/** The value with what it speaks of in place. @throws {Error} for a name or an attribute that nothing has. */
function filled(value: Value, made: Record<string, Made>, pseudo: Record<string, string>): Value {
  const find = (name: string, attribute = '') => {
    const found = attribute === '' ? (pseudo[name] ?? made[name]?.ref) : made[name]?.attributes?.[attribute]
    if (found === undefined) throw new Error(`Nothing is called ${name}${attribute && `.${attribute}`}.`)
    return found
  }
  const fill = (inner: Value): Value => {
    if (Array.isArray(inner)) return inner.map(fill)
    if (inner === null || typeof inner !== 'object') return inner
    const [[name, argument] = ['', null], ...others] = Object.entries(inner)
    if (others.length === 0 && name === 'Ref') return find(String(argument))
    if (others.length === 0 && name === 'Fn::GetAtt') return find(...getAttOf(argument))
    if (others.length === 0 && name === 'Fn::Sub') {
      return String(argument).replace(/\$\{([^}]+)\}/g, (_, path: string) => find(...getAttOf(path)))
    }
    if (name.startsWith('Fn::')) throw new Error(`${name} is not read.`)
    return Object.fromEntries(Object.entries(inner).map(([key, entry]) => [key, fill(entry)]))
  }
  return fill(value)
}
