import { type Collection, collection } from '@herald/storage'

/** A stored template. Versions 1 and 2 of SES share them, as on AWS. */
export interface TemplateDoc {
  accountId: string
  region: string
  name: string
  subject?: string
  text?: string
  html?: string
  /** Milliseconds since 1970. */
  createdAt: number
}

/** A sender that was set up: an address or a domain, in lower case where it is a domain. */
export interface IdentityDoc {
  accountId: string
  region: string
  identity: string
  createdAt: number
}

const place = (of: { accountId: string; region: string }) => `${of.accountId}/${of.region}`

export const sesTemplates: Collection<TemplateDoc> = collection<TemplateDoc>('ses_templates', {
  columns: { place: { type: 'text', of: place }, name: { type: 'text', of: (doc) => doc.name } },
  indexes: [['place', 'name']],
})

export const sesIdentities: Collection<IdentityDoc> = collection<IdentityDoc>('ses_identities', {
  columns: { place: { type: 'text', of: place }, identity: { type: 'text', of: (doc) => doc.identity } },
  indexes: [['place', 'identity']],
})

/** Everything the local SES stores. */
export const sesCollections = [sesTemplates, sesIdentities] as const
