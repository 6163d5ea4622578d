import type { PublishCommandInput, PublishCommandOutput, SNSClient } from '@aws-sdk/client-sns'
import type { Outcome, SendContext } from '../provider.ts'
import { type AwsError, type AwsOptions, acceptedAs, callAws, clientSettings, loadSdk } from './aws-call.ts'
import type { Meaning } from './outcome-of-code.ts'

/** What sends `Publish`, with a client that is made at the first message. */
export type Publish = (input: PublishCommandInput, context: SendContext) => Promise<Outcome>

/**
 * @param judge what an error means where its name and status do not tell.
 */
export function publisher(options: AwsOptions, judge: (error: AwsError) => Meaning | undefined): Publish {
  let client: SNSClient | undefined
  return async (input, context) => {
    const sdk = await loadSdk('@aws-sdk/client-sns', () => import('@aws-sdk/client-sns'))
    client ??= new sdk.SNSClient(clientSettings(options))
    const sns = client
    const accepted = ({ MessageId }: PublishCommandOutput) => acceptedAs(MessageId)
    return callAws(new sdk.PublishCommand(input), (...one) => sns.send(...one), context, accepted, judge)
  }
}

/** Members of a message's attributes; those that are undefined are left out. */
export function stringAttributes(values: Record<string, string | undefined>) {
  const present = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return Object.fromEntries(present.map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]))
}
