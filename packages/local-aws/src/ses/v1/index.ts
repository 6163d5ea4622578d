import { CreateTemplate } from './CreateTemplate.ts'
import { DeleteIdentity } from './DeleteIdentity.ts'
import { DeleteTemplate } from './DeleteTemplate.ts'
import { GetAccountSendingEnabled } from './GetAccountSendingEnabled.ts'
import { GetIdentityVerificationAttributes } from './GetIdentityVerificationAttributes.ts'
import { GetSendQuota } from './GetSendQuota.ts'
import { GetTemplate } from './GetTemplate.ts'
import { ListIdentities } from './ListIdentities.ts'
import { ListTemplates } from './ListTemplates.ts'
import { SendBulkTemplatedEmail } from './SendBulkTemplatedEmail.ts'
import { SendEmail } from './SendEmail.ts'
import { SendRawEmail } from './SendRawEmail.ts'
import { SendTemplatedEmail } from './SendTemplatedEmail.ts'
import { TestRenderTemplate } from './TestRenderTemplate.ts'
import { UpdateTemplate } from './UpdateTemplate.ts'
import { VerifyDomainIdentity } from './VerifyDomainIdentity.ts'
import { VerifyEmailIdentity } from './VerifyEmailIdentity.ts'

/** The operations of SES's first API that are built. */
export const v1Operations = {
  CreateTemplate,
  DeleteIdentity,
  DeleteTemplate,
  GetAccountSendingEnabled,
  GetIdentityVerificationAttributes,
  GetSendQuota,
  GetTemplate,
  ListIdentities,
  ListTemplates,
  SendBulkTemplatedEmail,
  SendEmail,
  SendRawEmail,
  SendTemplatedEmail,
  TestRenderTemplate,
  UpdateTemplate,
  VerifyDomainIdentity,
  VerifyEmailIdentity,
}
