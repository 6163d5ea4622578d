/** A credential: itself, or where it lies. A parameter or secret is fetched once and kept for 5 minutes. */
export type Secretish = string | { ssm: string } | { secretsManager: string; key?: string }
