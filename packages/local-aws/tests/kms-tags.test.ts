import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  DescribeKeyCommand,
  ListResourceTagsCommand,
  ScheduleKeyDeletionCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateKeyDescriptionCommand,
} from '@aws-sdk/client-kms'
import { sharePlace } from './kms-place.ts'

const at = sharePlace()
const { newKey } = at

const tagsOf = async (KeyId: string) => (await at.alice.send(new ListResourceTagsCommand({ KeyId }))).Tags
const tag = (TagKey: string, TagValue = '') => ({ TagKey, TagValue })

test('tags are added, changed and taken away', async () => {
  const KeyId = await newKey({ Tags: [tag('team', 'auth')] })
  await at.alice.send(new TagResourceCommand({ KeyId, Tags: [tag('stage', 'test'), tag('team', 'mail')] }))
  assert.deepEqual(await tagsOf(KeyId), [tag('team', 'mail'), tag('stage', 'test')])
  await at.alice.send(new UntagResourceCommand({ KeyId, TagKeys: ['team', 'absent'] }))
  assert.deepEqual(await tagsOf(KeyId), [tag('stage', 'test')])
})

test('tags are listed page by page', async () => {
  const KeyId = await newKey({ Tags: ['a', 'b', 'c'].map((name) => tag(name)) })
  const first = await at.alice.send(new ListResourceTagsCommand({ KeyId, Limit: 2 }))
  assert.deepEqual([first.Tags, first.Truncated], [[tag('a'), tag('b')], true])
  const Marker = first.NextMarker
  const last = await at.alice.send(new ListResourceTagsCommand({ KeyId, Limit: 2, Marker }))
  assert.deepEqual([last.Tags, last.Truncated, last.NextMarker], [[tag('c')], false, undefined])
  await assert.rejects(at.alice.send(new ListResourceTagsCommand({ KeyId, Marker: 'invented' })), {
    name: 'InvalidMarkerException',
  })
})

test('a refused tag changes nothing', async () => {
  const KeyId = await newKey({ Tags: Array.from({ length: 50 }, (_, index) => tag(`t${index}`)) })
  for (const Tags of [[tag('one more')], [tag('aws:x')], [tag('t1', 'x'), tag('t1', 'y')], [tag('t1', '<')]]) {
    await assert.rejects(at.alice.send(new TagResourceCommand({ KeyId, Tags })), { name: 'TagException' })
  }
  const tags = await tagsOf(KeyId)
  assert.deepEqual([tags!.length, tags![1]], [50, tag('t1')])
})

test('a description is changed, and a key that waits for its end keeps what it has', async () => {
  const KeyId = await newKey({ Description: 'before' })
  await at.alice.send(new UpdateKeyDescriptionCommand({ KeyId, Description: 'after' }))
  await at.alice.send(new ScheduleKeyDeletionCommand({ KeyId }))
  const pending = { name: 'KMSInvalidStateException', message: `${KeyId} is pending deletion.` }
  await assert.rejects(at.alice.send(new UpdateKeyDescriptionCommand({ KeyId, Description: 'late' })), pending)
  await assert.rejects(at.alice.send(new TagResourceCommand({ KeyId, Tags: [tag('a')] })), pending)
  await assert.rejects(at.alice.send(new UntagResourceCommand({ KeyId, TagKeys: ['a'] })), pending)
  assert.equal((await at.alice.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata!.Description, 'after')
})
