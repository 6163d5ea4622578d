import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import {
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteUserPoolCommand,
  DescribeUserPoolCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import * as kept from '../src/storage/collections.ts'
import { type Pools, refusal, startPools } from './compose.ts'

/** More than one batch of the removal. */
const USERS = 60

test('a deleted pool takes its users, their aliases and clients along, and no others', async () => {
  await using pools = await startPools()
  const cognito = pools.cognito()
  const [gone, stays] = [await filledPool(pools, USERS), await filledPool(pools, 3)]
  const { UserPool } = await cognito.send(new DescribeUserPoolCommand({ UserPoolId: gone.UserPoolId }))
  assert.equal(UserPool?.EstimatedNumberOfUsers, USERS)

  await cognito.send(new DeleteUserPoolCommand({ UserPoolId: gone.UserPoolId }))
  await assert.rejects(
    cognito.send(
      new InitiateAuthCommand({
        ClientId: gone.ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'user-0', PASSWORD: 'Correct-h0rse' },
      }),
    ),
    refusal('ResourceNotFoundException', `User pool client ${gone.ClientId} does not exist.`),
  )
  assert.deepEqual(await leftOf(pools, gone.UserPoolId), [])
  const others = await leftOf(pools, stays.UserPoolId)
  assert.equal(others.filter((name) => name === 'users').length, 3)
  assert.equal(
    others.filter((name) => name === 'aliases').length,
    3,
    'a sub each: an e-mail that is not verified is no alias',
  )
})

test('a removal that was cut off goes on at the next start', async () => {
  await using pools = await startPools()
  const { UserPoolId } = await filledPool(pools, USERS)
  // What a process leaves that died after it took the pool away, before it removed anything else.
  await pools.store.transaction(async (tx) => {
    const pool = await tx.get(kept.pools, [UserPoolId])
    assert.ok(pool)
    tx.delete(kept.pools, [UserPoolId])
    tx.put(kept.departingPools, [UserPoolId], pool)
  })
  assert.notDeepEqual(await leftOf(pools, UserPoolId), [])
  pools.start()
  while ((await leftOf(pools, UserPoolId)).length > 0) await turn()
})

async function filledPool(pools: Pools, users: number): Promise<{ UserPoolId: string; ClientId: string | undefined }> {
  const cognito = pools.cognito()
  const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'p', AliasAttributes: ['email'] }))
  const UserPoolId = UserPool?.Id ?? ''
  const { UserPoolClient } = await cognito.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'web' }))
  const ClientId = UserPoolClient?.ClientId
  const signUp = (_: unknown, i: number) =>
    cognito.send(
      new SignUpCommand({
        ClientId,
        Username: `user-${i}`,
        Password: 'Correct-h0rse',
        UserAttributes: [{ Name: 'email', Value: `user-${i}@example.com` }],
      }),
    )
  await Promise.all(Array.from({ length: users }, signUp))
  return { UserPoolId, ClientId }
}

/** The collection of every document that still belongs to the pool. */
async function leftOf(pools: Pools, poolId: string): Promise<string[]> {
  const left: string[] = []
  for (const collection of kept.poolCollections) {
    const { docs, keys } = await pools.store.find(collection, { limit: 1000 })
    docs.forEach((doc, i) => {
      if (keys[i]?.includes(poolId) || JSON.stringify(doc).includes(poolId)) left.push(collection.name)
    })
  }
  return left
}
