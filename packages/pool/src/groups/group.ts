export interface GroupDoc {
  poolId: string
  name: string
  description?: string
  /** Lower goes first; without one, last. */
  precedence?: number
  roleArn?: string
  /** Milliseconds since 1970. */
  createdAt: number
  modifiedAt: number
  /** It is being deleted: nobody finds it any more, and its members are being let go. */
  departing?: true
}

/** That a user is in a group; the user knows it too (`UserDoc.groups`), and both are written together. */
export interface MembershipDoc {
  poolId: string
  groupName: string
  userKey: string
}
