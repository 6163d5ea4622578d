import { CreateEmailIdentity } from './CreateEmailIdentity.ts'
import { CreateEmailTemplate } from './CreateEmailTemplate.ts'
import { DeleteEmailIdentity } from './DeleteEmailIdentity.ts'
import { DeleteEmailTemplate } from './DeleteEmailTemplate.ts'
import { GetAccount } from './GetAccount.ts'
import { GetEmailIdentity } from './GetEmailIdentity.ts'
import { GetEmailTemplate } from './GetEmailTemplate.ts'
import { ListEmailIdentities } from './ListEmailIdentities.ts'
import { ListEmailTemplates } from './ListEmailTemplates.ts'
import { SendBulkEmail } from './SendBulkEmail.ts'
import { SendEmail } from './SendEmail.ts'
import { TestRenderEmailTemplate } from './TestRenderEmailTemplate.ts'
import { UpdateEmailTemplate } from './UpdateEmailTemplate.ts'

/** The operations of SES's second API that are built. */
export const v2Operations = {
  CreateEmailIdentity,
  CreateEmailTemplate,
  DeleteEmailIdentity,
  DeleteEmailTemplate,
  GetAccount,
  GetEmailIdentity,
  GetEmailTemplate,
  ListEmailIdentities,
  ListEmailTemplates,
  SendBulkEmail,
  SendEmail,
  TestRenderEmailTemplate,
  UpdateEmailTemplate,
}
