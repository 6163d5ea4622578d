import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { startPools } from './compose.ts'

test('a pool’s tags are added, replaced, listed and taken off', async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'p', UserPoolTags: { team: 'a' } }))
  const ResourceArn = UserPool!.Arn!
  const tags = async () => (await cognito.send(new ListTagsForResourceCommand({ ResourceArn }))).Tags
  assert.deepEqual(await tags(), { team: 'a' })
  await cognito.send(new TagResourceCommand({ ResourceArn, Tags: { team: 'b', stage: '' } }))
  assert.deepEqual(await tags(), { team: 'b', stage: '' })
  const described = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: UserPool?.Id }))
  assert.deepEqual(described.UserPool?.UserPoolTags, { team: 'b', stage: '' })
  await cognito.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['team', 'never-there'] }))
  assert.deepEqual(await tags(), { stage: '' })
})

test('tags beyond the limit, of AWS’s own, and of what is no pool are refused', async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'p' }))
  const ResourceArn = UserPool!.Arn!
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`tag-${i}`, 'x']))
  const invalid = { name: 'InvalidParameterException' }
  await assert.rejects(cognito.send(new TagResourceCommand({ ResourceArn, Tags: many })), invalid)
  await assert.rejects(cognito.send(new TagResourceCommand({ ResourceArn, Tags: { 'aws:x': 'y' } })), invalid)
  await assert.rejects(
    cognito.send(new ListTagsForResourceCommand({ ResourceArn: 'arn:aws:sns:eu-west-1:123456789012:topic' })),
    invalid,
  )
  await assert.rejects(cognito.send(new ListTagsForResourceCommand({ ResourceArn: `${ResourceArn}x` })), {
    name: 'ResourceNotFoundException',
  })
  const foreign = ResourceArn.replace('123456789012', '999999999999')
  await assert.rejects(cognito.send(new ListTagsForResourceCommand({ ResourceArn: foreign })), {
    name: 'ResourceNotFoundException',
  })
})
