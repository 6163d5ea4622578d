export interface RefreshTokenDoc {
  poolId: string
  clientId: string
  userKey: string
  sub: string
  /** Milliseconds since 1970: when the user signed in. */
  authenticatedAt: number
  expiresAt: number
  /** `jti` of the tokens this sign-in began with. */
  originJti: string
  /** Rotated out: good until then (milliseconds), for clients that try again. */
  goodUntil?: number
}

/** A sign-in that nothing may continue. */
export interface EndedSignInDoc {
  poolId: string
  /** Milliseconds since 1970: when the last of its tokens has expired. */
  expiresAt: number
}

/** Two RSA-2048 keys, as every pool publishes: one signs identity tokens, the other access tokens. */
export interface SigningKeysDoc {
  keys: {
    use: 'id' | 'access'
    kid: string
    /** Public JWK members. */
    n: string
    e: string
    /** PKCS#8 PEM sealed with the vault (purpose `signing-key`, context `pool id/kid`). */
    sealedPrivateKey: string
  }[]
}
