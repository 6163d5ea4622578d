/**
 * A custom e-mail and SMS sender for an Amazon Cognito user pool: decrypts the code, and sends it by SES or SNS.
 * It runs unchanged here and on AWS; only KEY_ARN (and FROM) must be set, and its role needs kms:Decrypt on that key.
 */
import { buildClient, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node'
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'

// Cognito encrypts without key commitment, so the policy must allow that.
const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)
const keyring = new KmsKeyringNode({ keyIds: [process.env.KEY_ARN] })
const ses = new SESv2Client()
const sns = new SNSClient()
const from = process.env.FROM ?? 'no-reply@example.com'

export const handler = async (event) => {
  const { code, userAttributes } = event.request
  const secret = code ? await open(code, event.userPoolId) : undefined
  const [trigger, reason] = event.triggerSource.split('_')
  const message = messageFor(reason, { secret, userName: event.userName, attributes: userAttributes })
  if (trigger === 'CustomEmailSender') await sendEmail(userAttributes.email, message)
  else if (trigger === 'CustomSMSSender') await sendSms(userAttributes.phone_number, message)
  else throw new Error(`Not a custom sender's trigger: ${event.triggerSource}`)
}

async function open(code, userPoolId) {
  const { plaintext, messageHeader } = await decrypt(keyring, Buffer.from(code, 'base64'))
  if (messageHeader.encryptionContext['userpool-id'] !== userPoolId)
    throw new Error('The code is of another user pool.')
  return plaintext.toString('utf8')
}

/** Every source that the two triggers have. A reason that is not here is an error, so that no message is lost in silence. */
function messageFor(reason, { secret, userName, attributes }) {
  switch (reason) {
    case 'SignUp':
      return { subject: 'Confirm your account', text: `Welcome! Your confirmation code is ${secret}.` }
    case 'ResendCode':
      return { subject: 'Your new confirmation code', text: `Your new confirmation code is ${secret}.` }
    case 'ForgotPassword':
      return { subject: 'Reset your password', text: `Your code to set a new password is ${secret}.` }
    case 'UpdateUserAttribute':
      return { subject: 'Confirm your new address', text: `Your code to confirm the change is ${secret}.` }
    case 'VerifyUserAttribute':
      return { subject: 'Verify your address', text: `Your verification code is ${secret}.` }
    case 'Authentication':
      return { subject: 'Your sign-in code', text: `Your sign-in code is ${secret}.` }
    case 'AdminCreateUser':
      // A temporary password comes HTML-escaped; a code never needs it.
      return {
        subject: 'Your account is ready',
        text: `Your user name is ${userName} and your temporary password is: ${unescaped(secret)}`,
      }
    case 'AccountTakeOverNotification':
      return {
        subject: 'Unusual sign-in',
        text: `Somebody signed in as ${attributes.USER_NAME} from ${attributes.IP_ADDRESS} on ${attributes.LOGIN_TIME}.`,
      }
    default:
      throw new Error(`Unknown reason: ${reason}`)
  }
}

/** One pass, so that `&amp;lt;` becomes `&lt;`. */
function unescaped(text) {
  const characters = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters[entity])
}

async function sendEmail(to, { subject, text }) {
  // An account-takeover event carries no address: a real sender looks the user up with AdminGetUser.
  if (!to) throw new Error('The event has no e-mail address.')
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: text } } } },
    }),
  )
}

async function sendSms(to, { text }) {
  if (!to) throw new Error('The event has no phone number.')
  await sns.send(new PublishCommand({ PhoneNumber: to, Message: text }))
}
