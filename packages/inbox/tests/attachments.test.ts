import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { readMail } from '@herald/inbox'
import { openPlace, serveApi } from './place.ts'

const pdf = { name: 'Rechnung für Jürgen".pdf', contentType: 'application/pdf', content: Buffer.from('%PDF planted') }
const logo = {
  name: 'logo.png',
  contentType: 'image/png',
  content: Buffer.from([137, 80, 78, 71]),
  contentId: 'logo@herald',
  inline: true,
}

describe('attachments', () => {
  test('are listed with a message, in order', async (t) => {
    const { inbox, deliver } = await openPlace(t)
    const id = await deliver({
      text: 'x',
      attachments: [pdf, logo, { contentType: 'nonsense', content: Buffer.of(1) }],
    })
    assert.deepEqual((await inbox.get(id))?.attachments, [
      { name: pdf.name, contentType: 'application/pdf', size: 12, kept: true },
      { name: 'logo.png', contentType: 'image/png', size: 4, contentId: 'logo@herald', inline: true, kept: true },
      { name: 'attachment-3', contentType: 'application/octet-stream', size: 1, kept: true },
    ])
  })

  test('fill the message that caused them', async (t) => {
    const { inbox, queue, deliver } = await openPlace(t)
    const id = await queue()
    await deliver({ traceRoot: id, text: '123456', attachments: [pdf] })
    assert.equal((await inbox.attachment(id, 0))?.content?.toString(), '%PDF planted')
    assert.equal(await inbox.attachment(id, 1), undefined)
  })

  test('come as downloads that are never a page of this origin', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    const page = { name: '../evil\r\n.html', contentType: 'text/html', content: Buffer.from('<script>1</script>') }
    const id = await place.deliver({ text: 'x', attachments: [pdf, page] })
    const first = await fetch(`${api}/messages/${id}/attachments/0`)
    assert.equal(first.status, 200)
    assert.equal(first.headers.get('content-type'), 'application/pdf')
    assert.equal(
      first.headers.get('content-disposition'),
      `attachment; filename="Rechnung f_r J_rgen_.pdf"; filename*=UTF-8''Rechnung%20f%C3%BCr%20J%C3%BCrgen%22.pdf`,
    )
    assert.equal(await first.text(), '%PDF planted')
    const second = await fetch(`${api}/messages/${id}/attachments/1`)
    assert.equal(second.headers.get('content-security-policy'), "sandbox; default-src 'none'")
    assert.equal(second.headers.get('x-content-type-options'), 'nosniff')
    assert.match(
      second.headers.get('content-disposition') ?? '',
      /^attachment; filename=".._evil__.html"; filename\*=UTF-8''.._evil%0D%0A.html$/,
    )
    for (const path of ['2', '-1', 'x', '00001', '0/x'])
      assert.equal((await fetch(`${api}/messages/${id}/attachments/${path}`)).status, 404, path)
  })

  test('show as pictures where the HTML names them', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    const html = '<img src="cid:logo@herald"><img src=\'cid:logo%40herald\'><img src="cid:other"><img src="cid:%">'
    const script = { contentType: 'text/html', content: Buffer.from('x'), contentId: 'other' }
    const id = await place.deliver({ html, attachments: [logo, script] })
    const data = 'data:image/png;base64,iVBORw=='
    assert.equal(
      await (await fetch(`${api}/messages/${id}/html`)).text(),
      `<base target="_blank"><img src="${data}"><img src='${data}'><img src="cid:other"><img src="cid:%">`,
    )
  })

  test('beyond 40 MB of one message are named and not kept', async (t) => {
    const place = await openPlace(t)
    const api = await serveApi(t, place)
    const large = { name: 'large.bin', contentType: 'application/x-large', content: Buffer.alloc(40 * 1024 * 1024 + 1) }
    const id = await place.deliver({ text: 'x', attachments: [large, pdf] })
    assert.deepEqual(
      (await place.inbox.get(id))?.attachments?.map(({ kept }) => kept),
      [false, true],
    )
    const response = await fetch(`${api}/messages/${id}/attachments/0`)
    assert.equal(response.status, 404)
    assert.match(((await response.json()) as { error: string }).error, /too large to be kept \(41943041 bytes\)/)
  })

  test('rest sealed, and go with their message', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'inbox-'))
    t.after(() => rm(folder, { recursive: true, force: true }))
    const { store, inbox, deliver } = await openPlace(t, { folder })
    const id = await deliver({ text: 'x', attachments: [{ ...pdf, name: 'planted.pdf' }] })
    await store.transaction(() => {})
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))
    assert.ok(!Buffer.concat(files).toString('latin1').includes('planted'))
    await inbox.clear()
    assert.equal(await inbox.attachment(id, 0), undefined)
  })

  test('push out the oldest messages when all of them are too much', async (t) => {
    const { inbox, deliver, told } = await openPlace(t, { retention: { attachmentBytes: 100 } })
    const file = { contentType: 'text/plain', content: Buffer.alloc(60) }
    const first = await deliver({ text: 'first', attachments: [file] })
    const second = await deliver({ text: 'second', attachments: [file] })
    while (await inbox.get(first))
      await told(
        () => true,
        () => deliver({ text: 'small' }),
      )
    assert.ok(await inbox.get(second))
  })
})

describe('a mail', () => {
  test('gives its files, decoded, whatever their nesting and encoding', async () => {
    const lines = [
      'From: us@example.com',
      'To: jane@example.com',
      'Subject: =?iso-8859-1?Q?Gr=FC=DFe?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=o',
      '',
      '--o',
      'Content-Type: multipart/related; boundary=i',
      '',
      '--i',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<img src="cid:logo">',
      '--i',
      'Content-Type: image/png; name=logo.png',
      'Content-ID: <logo>',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw==',
      '--i--',
      '--o',
      'Content-Type: text/csv; charset=iso-8859-1',
      "Content-Disposition: attachment; filename*=UTF-8''%C3%BCber.csv",
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'a=3Bb',
      '--o--',
      '',
    ]
    const mail = await readMail(Buffer.from(lines.join('\r\n')))
    assert.equal(mail?.subject, 'Grüße')
    assert.match(mail.html ?? '', /cid:logo/)
    const [image, table] = mail.attachments ?? []
    assert.deepEqual(
      [image?.name, image?.contentType, image?.contentId, image?.inline],
      ['logo.png', 'image/png', 'logo', true],
    )
    assert.deepEqual([...(image?.content ?? [])], [137, 80, 78, 71])
    assert.deepEqual([table?.name, table?.contentType, table?.inline], ['über.csv', 'text/csv', undefined])
    assert.equal(
      Buffer.from(table?.content ?? [])
        .toString()
        .trim(),
      'a;b',
    )
  })

  test('is none when it has no headers', async () => {
    assert.equal(await readMail(Buffer.from('')), undefined)
  })
})
