/** Mail by SMTP, captured: it lands in the inbox and goes nowhere else. */
export { type SelfSigned, selfSigned } from './certificate.ts'
export { createSmtpCapture, type SmtpCapture, type SmtpCaptureOptions } from './create-smtp-capture.ts'
