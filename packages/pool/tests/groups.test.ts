import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AdminAddUserToGroupCommand,
  AdminDeleteUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  CreateGroupCommand,
  type CreateGroupCommandInput,
  DeleteGroupCommand,
  DeleteUserPoolCommand,
  GetGroupCommand,
  InitiateAuthCommand,
  ListGroupsCommand,
  ListUsersInGroupCommand,
  UpdateGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { groups, memberships } from '../src/storage/collections.ts'
import { refusal } from './compose.ts'
import { type SignInPlace, signInPlace } from './sign-in-place.ts'

const role = (name: string) => `arn:aws:iam::123456789012:role/${name}`
const notFound = refusal('ResourceNotFoundException', 'Group not found.')

async function place(users: string[] = ['jane']) {
  const signIn = await signInPlace()
  const { cognito, poolId: UserPoolId } = signIn
  for (const user of users) await signIn.addUser(user)
  const of = { UserPoolId }
  return Object.assign(signIn, {
    create: (GroupName: string, more: Partial<CreateGroupCommandInput> = {}) =>
      cognito.send(new CreateGroupCommand({ ...of, GroupName, ...more })),
    add: (Username: string, GroupName: string) =>
      cognito.send(new AdminAddUserToGroupCommand({ ...of, Username, GroupName })),
    remove: (Username: string, GroupName: string) =>
      cognito.send(new AdminRemoveUserFromGroupCommand({ ...of, Username, GroupName })),
    async members(GroupName: string) {
      const { Users } = await cognito.send(new ListUsersInGroupCommand({ ...of, GroupName }))
      return (Users ?? []).map(({ Username }) => Username)
    },
    async groupsOf(Username: string) {
      const { Groups } = await cognito.send(new AdminListGroupsForUserCommand({ ...of, Username }))
      return (Groups ?? []).map(({ GroupName }) => GroupName)
    },
    drop: (GroupName: string) => cognito.send(new DeleteGroupCommand({ ...of, GroupName })),
  })
}

/** What both tokens of a sign-in say of groups and roles. */
async function said(signIn: SignInPlace, username = 'jane') {
  const { AuthenticationResult } = await signIn.signIn(username)
  const claims = (token = '') => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
  const [id, access] = [claims(AuthenticationResult?.IdToken), claims(AuthenticationResult?.AccessToken)]
  return {
    id: id['cognito:groups'],
    access: access['cognito:groups'],
    roles: id['cognito:roles'],
    preferred: id['cognito:preferred_role'],
    accessRoles: access['cognito:roles'] ?? access['cognito:preferred_role'],
  }
}

test('a group is created, answered, changed, listed and deleted', async () => {
  await using pool = await place()
  const { cognito, poolId: UserPoolId } = pool
  const { Group } = await pool.create('staff', { Description: 'All', Precedence: 0, RoleArn: role('staff') })
  const { CreationDate, LastModifiedDate, ...rest } = Group!
  assert.ok(CreationDate && LastModifiedDate)
  assert.deepEqual(rest, {
    GroupName: 'staff',
    UserPoolId,
    Description: 'All',
    Precedence: 0,
    RoleArn: role('staff'),
  })
  await assert.rejects(pool.create('staff'), refusal('GroupExistsException', 'A group with the name already exists.'))
  const get = () => cognito.send(new GetGroupCommand({ UserPoolId, GroupName: 'staff' }))
  assert.deepEqual((await get()).Group, Group)
  pool.pools.clock.advance(1000)
  await cognito.send(new UpdateGroupCommand({ UserPoolId, GroupName: 'staff', Precedence: 7 }))
  const changed = (await get()).Group
  assert.deepEqual([changed?.Precedence, changed?.Description], [7, 'All'])
  assert.ok(changed!.LastModifiedDate! > changed!.CreationDate!)
  for (const name of ['a/b', 'c%2F', 'größe']) await pool.create(name)
  const { Groups, NextToken } = await cognito.send(new ListGroupsCommand({ UserPoolId, Limit: 3 }))
  const { Groups: more } = await cognito.send(new ListGroupsCommand({ UserPoolId, Limit: 3, NextToken }))
  const names = [...(Groups ?? []), ...(more ?? [])].map(({ GroupName }) => GroupName)
  assert.deepEqual(names.sort(), ['a/b', 'c%2F', 'größe', 'staff'])
  await assert.rejects(
    cognito.send(new ListGroupsCommand({ UserPoolId, NextToken: 'nonsense' })),
    (error: Error) => error.name === 'InvalidParameterException',
  )
  await pool.drop('staff')
  await assert.rejects(get(), notFound)
  await assert.rejects(pool.drop('staff'), notFound)
})

test('users join and leave, once or twice', async () => {
  await using pool = await place(['jane', 'john'])
  await pool.create('staff')
  await pool.create('admin', { Precedence: 1 })
  for (let i = 0; i < 2; i++) await pool.add('jane', 'staff')
  await pool.add('jane', 'admin')
  await pool.add('john', 'staff')
  assert.deepEqual(await pool.groupsOf('jane'), ['admin', 'staff'])
  assert.deepEqual((await pool.members('staff')).sort(), ['jane', 'john'])
  for (let i = 0; i < 2; i++) await pool.remove('jane', 'staff')
  assert.deepEqual(await pool.groupsOf('jane'), ['admin'])
  assert.deepEqual(await pool.members('staff'), ['john'])
  await assert.rejects(pool.add('jane', 'other'), notFound)
  await assert.rejects(pool.remove('jane', 'other'), notFound)
  await assert.rejects(pool.members('other'), notFound)
  const nobody = refusal('UserNotFoundException', 'User does not exist.')
  await assert.rejects(pool.add('nobody', 'staff'), nobody)
  await assert.rejects(pool.groupsOf('nobody'), nobody)
})

test('tokens name groups and roles by precedence, a renewed one those of its time', async () => {
  await using pool = await place()
  assert.deepEqual(await said(pool), {
    id: undefined,
    access: undefined,
    roles: undefined,
    preferred: undefined,
    accessRoles: undefined,
  })
  await pool.create('none')
  await pool.create('second', { Precedence: 2, RoleArn: role('second') })
  await pool.create('first', { Precedence: 1, RoleArn: role('first') })
  for (const name of ['none', 'second', 'first']) await pool.add('jane', name)
  const all = ['first', 'second', 'none']
  assert.deepEqual(await said(pool), {
    id: all,
    access: all,
    roles: [role('first'), role('second')],
    preferred: role('first'),
    accessRoles: undefined,
  })
  const RefreshToken = (await pool.signIn('jane')).AuthenticationResult?.RefreshToken ?? ''
  await pool.remove('jane', 'first')
  const renewed = await pool.cognito.send(
    new InitiateAuthCommand({
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      ClientId: pool.clientId,
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    }),
  )
  const body = renewed.AuthenticationResult?.AccessToken?.split('.')[1] ?? ''
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString())
  assert.deepEqual(claims['cognito:groups'], ['second', 'none'])
})

test('of two groups of the same precedence neither role is preferred, unless it is the same', async () => {
  await using pool = await place()
  await pool.create('a', { Precedence: 1, RoleArn: role('a') })
  await pool.create('b', { Precedence: 1, RoleArn: role('b') })
  for (const name of ['a', 'b']) await pool.add('jane', name)
  const differing = await said(pool)
  assert.deepEqual([differing.roles, differing.preferred], [[role('a'), role('b')], undefined])
  await pool.cognito.send(
    new UpdateGroupCommand({ UserPoolId: pool.poolId, GroupName: 'b', Precedence: 1, RoleArn: role('a') }),
  )
  const same = await said(pool)
  assert.deepEqual([same.roles, same.preferred], [[role('a')], role('a')])
})

test('a deleted group lets its users go, more than one piece of work takes; a new one of its name is empty', async () => {
  const users = Array.from({ length: 60 }, (_, i) => `user-${String(i).padStart(2, '0')}`)
  await using pool = await place(users)
  await pool.create('staff')
  await pool.create('other')
  await Promise.all(users.map((user) => pool.add(user, 'staff')))
  await pool.add('user-00', 'other')
  const page = await pool.cognito.send(
    new ListUsersInGroupCommand({ UserPoolId: pool.poolId, GroupName: 'staff', Limit: 50 }),
  )
  const rest = await pool.cognito.send(
    new ListUsersInGroupCommand({ UserPoolId: pool.poolId, GroupName: 'staff', NextToken: page.NextToken }),
  )
  assert.deepEqual([page.Users?.length, rest.Users?.length, rest.NextToken], [50, 10, undefined])
  await pool.drop('staff')
  assert.deepEqual(await pool.groupsOf('user-00'), ['other'])
  await pool.create('staff')
  assert.deepEqual(await pool.members('staff'), [])
  assert.equal((await said(pool, 'user-01')).id, undefined)
})

test('a removal that was cut off is finished before the name is given away again', async () => {
  await using pool = await place()
  await pool.create('staff')
  await pool.add('jane', 'staff')
  // What a process leaves that died after it began to delete the group.
  await pool.pools.store.transaction(async (tx) => {
    const group = (await tx.get(groups, [pool.poolId, 'staff']))!
    tx.put(groups, [pool.poolId, 'staff'], { ...group, departing: true })
  })
  await assert.rejects(pool.members('staff'), notFound)
  await assert.rejects(pool.add('jane', 'staff'), notFound)
  assert.equal((await said(pool)).id, undefined)
  await pool.create('staff')
  assert.deepEqual(await pool.members('staff'), [])
  assert.deepEqual(await pool.groupsOf('jane'), [])
})

test('a user is in at most 100 groups, and pages through them', async () => {
  await using pool = await place()
  const names = Array.from({ length: 101 }, (_, i) => `group-${String(i).padStart(3, '0')}`)
  await Promise.all(names.map((name) => pool.create(name)))
  for (const name of names.slice(0, 100)) await pool.add('jane', name)
  await assert.rejects(pool.add('jane', names[100]!), { name: 'InvalidParameterException' })
  const seen: (string | undefined)[] = []
  let NextToken: string | undefined
  do {
    const page = await pool.cognito.send(
      new AdminListGroupsForUserCommand({ UserPoolId: pool.poolId, Username: 'jane', Limit: 40, NextToken }),
    )
    seen.push(...(page.Groups ?? []).map(({ GroupName }) => GroupName))
    NextToken = page.NextToken
  } while (NextToken)
  assert.deepEqual(seen, names.slice(0, 100))
})

test('deleted users and pools leave no memberships', async () => {
  await using pool = await place(['jane', 'john'])
  await pool.create('staff')
  await pool.add('jane', 'staff')
  await pool.add('john', 'staff')
  const kept = async () => (await pool.pools.store.find(memberships, { limit: 10 })).docs.length
  await pool.cognito.send(new AdminDeleteUserCommand({ UserPoolId: pool.poolId, Username: 'jane' }))
  assert.deepEqual(await pool.members('staff'), ['john'])
  assert.equal(await kept(), 1)
  await pool.cognito.send(new DeleteUserPoolCommand({ UserPoolId: pool.poolId }))
  assert.equal(await kept(), 0)
  assert.equal((await pool.pools.store.find(groups, { limit: 10 })).docs.length, 0)
})
