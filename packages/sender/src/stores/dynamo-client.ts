/** A DynamoDB client of the AWS SDK, without its types, which may not be installed. */
export interface DynamoClient {
  send: (...args: never) => unknown
}
