export { lambdaCollections } from './collections.ts'
export { createLambda, type Lambda } from './create-lambda.ts'
export type { Concurrency, LambdaOptions, LambdaRoute } from './lambda-options.ts'
export type { Mount } from './mounted/mount.ts'
