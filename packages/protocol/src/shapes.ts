/** What a model says about an operation's data: the members used here of AWS's published API descriptions. */
export interface Shape {
  readonly type:
    | 'structure'
    | 'list'
    | 'map'
    | 'string'
    | 'boolean'
    | 'integer'
    | 'long'
    | 'float'
    | 'double'
    | 'timestamp'
    | 'blob'
  readonly members?: Readonly<Record<string, MemberShape>>
  readonly required?: readonly string[]
  readonly member?: MemberShape
  readonly key?: MemberShape
  readonly value?: MemberShape
  readonly flattened?: boolean
  readonly enum?: readonly string[]
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly sensitive?: boolean
  readonly timestampFormat?: TimestampFormat
  /** Any JSON: the model does not describe what is inside. */
  readonly document?: boolean
  /** Answers of this shape are streams of events, which no operation built here uses. */
  readonly eventstream?: boolean
  /** The member whose value is the whole body (REST). */
  readonly payload?: string
  readonly exception?: boolean
  readonly fault?: boolean
  readonly error?: { readonly code?: string; readonly httpStatusCode?: number; readonly senderFault?: boolean }
}

/** A member of a structure, list or map: which shape it has, and where and how it is written. */
export interface MemberShape {
  readonly shape: string
  readonly location?: 'uri' | 'querystring' | 'header' | 'headers' | 'statusCode'
  readonly locationName?: string
  readonly flattened?: boolean
  readonly timestampFormat?: TimestampFormat
}

export type TimestampFormat = 'unixTimestamp' | 'iso8601' | 'rfc822'

export interface OperationModel {
  readonly name: string
  readonly http: { readonly method: string; readonly requestUri: string; readonly responseCode?: number }
  readonly input?: { readonly shape: string }
  readonly output?: { readonly shape: string; readonly resultWrapper?: string }
  readonly errors?: readonly { readonly shape: string }[]
  /** `none` for operations that anybody may call without a signature. */
  readonly authtype?: string
}

export interface ServiceModel {
  readonly metadata: {
    readonly apiVersion: string
    readonly endpointPrefix: string
    readonly protocol: 'json' | 'query' | 'rest-json'
    readonly jsonVersion?: string
    readonly serviceFullName: string
    readonly serviceAbbreviation?: string
    readonly signingName?: string
    readonly targetPrefix?: string
    readonly xmlNamespace?: string
  }
  readonly operations: Readonly<Record<string, OperationModel>>
  readonly shapes: Readonly<Record<string, Shape>>
}
