/** The AWS services that a custom sender touches, each also behind a door of its own: `@herald/local-aws/kms` and so on. */
export * from './iam/index.ts'
export * from './kms/index.ts'
export * from './sts/index.ts'
