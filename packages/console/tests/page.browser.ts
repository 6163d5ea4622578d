import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, join } from 'node:path'
import { after, afterEach, before, beforeEach, describe, test } from 'node:test'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type PageServer, startPageServer } from './page-server.ts'
import { enterSample, invokeSample, mailHtml } from './sample-messages.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome']
const executablePath = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find((path) => existsSync(path))
const skip = executablePath ? false : 'No Chromium is on the PATH, so the page is not tried in a browser.'

const jane = {
  channel: 'email',
  to: 'jane@example.com',
  source: 'CustomEmailSender_SignUp',
  userName: 'jane',
  secret: '482913',
} as const

describe('the page in Chromium', { skip }, () => {
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let server: PageServer
  let troubles: string[]

  before(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
    browser = await chromium.launch({ executablePath: executablePath ?? '', args })
  })
  after(() => browser.close())

  beforeEach(async () => {
    server = await startPageServer()
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.address })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    troubles = []
    page.on('pageerror', (error) => troubles.push(error.message))
    context.on('dialog', (dialog) => {
      troubles.push(`A dialog says ${dialog.message()}`)
      void dialog.dismiss()
    })
    await page.goto(`${server.address}/_herald/`)
    await page.getByText('Live', { exact: true }).waitFor()
  })

  afterEach(async () => {
    await context.close()
    await server.close()
    assert.deepEqual(troubles, [])
  })

  const clipboard = () => page.evaluate<string>('navigator.clipboard.readText()')

  test('says what to do while it is empty', async () => {
    await page.getByText('No messages yet').waitFor()
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByText('Copied').waitFor()
    assert.match(
      await clipboard(),
      /^aws cognito-idp sign-up --region us-east-1 --endpoint-url http:\/\/127\.0\.0\.1:\d+ --client-id/,
    )
  })

  test('shows a message live, its code on demand, and its way', async () => {
    const id = await enterSample(server, jane)
    const row = page.locator('li.row')
    await row.getByText('Queued').waitFor()
    await invokeSample(server, id)
    await row.getByText('Invoking').waitFor()
    const html = mailHtml('jane', jane.secret)
    const mail = { subject: `${jane.secret} is your code`, text: `Code ${jane.secret}`, html, traceRoot: id }
    await server.inbox.captured({ channel: 'email', provider: 'SES v2 SendEmail', to: jane.to, ...mail })
    await row.getByText('Delivered').waitFor()
    assert.ok(!(await page.content()).includes(jane.secret), 'the list does not show the code')
    const chip = row.getByRole('button', { name: 'Show and copy the code' })
    await chip.hover()
    await row.getByText(jane.secret, { exact: true }).waitFor()
    await chip.click()
    await row.getByText('Copied').waitFor()
    assert.equal(await clipboard(), jane.secret)
    await row.locator('a').click()
    const detail = page.getByRole('article')
    await detail.getByText('SES v2 SendEmail').waitFor()
    assert.deepEqual(await detail.locator('.stage').allTextContents(), [
      'API call',
      'Code issued',
      'Queued',
      'Encrypted with KMS',
      'Function invoked',
      'Provider',
    ])
    await page.frameLocator('iframe').getByText('Welcome, jane').waitFor()
    const link = detail.getByRole('link', { name: 'Open link' })
    assert.equal(await link.getAttribute('href'), `https://aurora.example/confirm?user=jane&code=${jane.secret}`)
    await detail.getByRole('tab', { name: 'Text' }).click()
    await detail.getByText(`Code ${jane.secret}`).waitFor()
  })

  test('gives the files of a mail as downloads, and shows the pictures that its HTML names', async () => {
    const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await server.inbox.captured({
      channel: 'email',
      provider: 'SMTP',
      to: jane.to,
      subject: 'Terms',
      html: '<p>See below</p><img src="cid:dot" alt="a dot">',
      attachments: [
        {
          name: 'dot.png',
          contentType: 'image/png',
          content: Buffer.from(dot, 'base64'),
          contentId: 'dot',
          inline: true,
        },
        { name: 'Bedingungen für Käufer.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF') },
      ],
    })
    const row = page.locator('li.row')
    await row.getByTitle('With attachments').waitFor()
    await row.locator('a').click()
    const picture = page.frameLocator('iframe').getByAltText('a dot')
    await picture.waitFor()
    const width = await picture.evaluate(async (element) => {
      const image = element as unknown as { decode(): Promise<void>; naturalWidth: number }
      await image.decode()
      return image.naturalWidth
    })
    assert.equal(width, 1)
    const files = page.getByRole('region', { name: 'Attachments' })
    await files.getByText('image/png, 70 B, part of the HTML').waitFor()
    const downloading = page.waitForEvent('download')
    await files.getByRole('link', { name: 'Bedingungen' }).click()
    assert.equal((await downloading).suggestedFilename(), 'Bedingungen für Käufer.pdf')
  })

  test('works by keyboard', async () => {
    await enterSample(server, { ...jane, to: 'first@example.com', secret: '111111' })
    await enterSample(server, { ...jane, to: 'second@example.com', secret: '222222' })
    await page.locator('li.row').nth(1).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.locator('li.selected').getByText('first@example.com').first().waitFor()
    await page.keyboard.press('c')
    await page.locator('li.selected').getByText('Copied').waitFor()
    assert.equal(await clipboard(), '111111')
    await page.keyboard.press('k')
    await page.locator('li.selected').getByText('second@example.com').first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.page:not(.split)').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('to:first jk')
    await page.getByText('Nothing fits this search.').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('li.row').nth(1).waitFor()
  })

  test('empties, asking once', async () => {
    await enterSample(server, jane)
    await page.locator('li.row').waitFor()
    await page.getByRole('button', { name: 'Clear' }).click()
    await page.getByRole('button', { name: 'Delete all?' }).click()
    await page.getByText('No messages yet').waitFor()
  })

  test('lets a hostile message do nothing', async (t) => {
    let reached = 0
    const elsewhere = createServer((_, res) => {
      reached++
      res.end()
    })
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
    t.after(() => elsewhere.close())
    const away = `http://localhost:${(elsewhere.address() as AddressInfo).port}`
    const attack = '"><img src=x onerror="alert(1)"><script>alert(2)</script>'
    const html = `<base href="${away}/"><meta http-equiv="refresh" content="0;url=${away}/refresh">
<link rel="stylesheet" href="${away}/css"><style>@import "${away}/import"; body { background: url(${away}/background) }</style>
<script>alert(3); parent.document.title = 'taken'; fetch('${away}/fetch')</script><script src="${away}/script"></script>
<img src="${away}/pixel" onerror="alert(4)"><svg onload="alert(5)"></svg><iframe src="${away}/frame"></iframe>
<object data="${away}/object"></object><video src="${away}/video" autoplay></video>
<form action="${away}/form"><button>Send</button></form><a href="javascript:alert(6)">Click</a> <a href="${away}/self" target="_self">Self</a>
<p>Hostile ${attack}</p>`
    const id = await enterSample(server, { ...jane, userName: attack, to: 'jane@example.com' })
    await server.inbox.captured({
      channel: 'email',
      provider: `SES ${attack}`,
      to: `jane@example.com${attack}`,
      from: attack,
      subject: `Hostile ${attack}`,
      text: `javascript:alert(7) ${attack}`,
      html,
      traceRoot: id,
    })
    await page.locator('li.row').getByText('Hostile').waitFor()
    await page.keyboard.press('j')
    const frame = page.frameLocator('iframe')
    await frame.getByText('Hostile').waitFor()
    await frame.getByRole('button', { name: 'Send' }).click()
    await frame.getByText('Click').click()
    await frame.getByText('Self').click()
    for (const tab of ['Text', 'HTML source', 'Rendered'])
      await page.getByRole('tab', { name: tab, exact: true }).click()
    await frame.getByText('Hostile').waitFor()
    assert.equal(await page.title(), 'Herald')
    assert.equal(await page.locator('#page img[src="x"], #page script').count(), 0)
    assert.equal(await page.locator('a[href^="javascript:"]').count(), 0)
    assert.equal(reached, 0)
  })

  test('returns to life when the server does, and shows what came meanwhile', async () => {
    await enterSample(server, jane)
    await page.locator('li.row').waitFor()
    server.cut()
    await enterSample(server, { ...jane, to: 'meanwhile@example.com' })
    await page.getByText('Reconnecting').waitFor()
    await page.getByText('Live', { exact: true }).waitFor()
    await page.getByText('meanwhile@example.com').first().waitFor()
  })
})
