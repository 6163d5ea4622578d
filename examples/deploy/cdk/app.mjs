import { App } from 'aws-cdk-lib'
import { SenderStack } from './sender-stack.mjs'

const app = new App()
new SenderStack(app, process.env.STACK_NAME ?? 'auth', {
  senderFrom: process.env.SENDER_FROM ?? 'Acme <no-reply@example.com>',
  alarmEmail: process.env.ALARM_EMAIL ?? 'ops@example.com',
  code: '../dist',
})
