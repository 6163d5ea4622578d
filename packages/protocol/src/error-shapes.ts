import type { ServiceName } from './call.ts'
import { commonStatus } from './common-errors.ts'
import { modelOf } from './model.ts'
import type { ServiceError } from './service-error.ts'
import type { Shape } from './shapes.ts'

/** How an error goes over the wire. */
export interface ErrorForm {
  /** What clients recognise the error by: `InvalidParameter` for the shape InvalidParameterException of SNS. */
  readonly code: string
  /** The shape's name in the model; the code where the model does not describe the error. */
  readonly name: string
  readonly status: number
  /** Whether the fault is the service's and not the caller's. */
  readonly fault: boolean
  /** `message` or `Message`, as the shape has it. */
  readonly messageMember: string
  readonly shape: Shape | undefined
}

/** Finds the wire form of an error by its shape's name or its wire code; errors of no shape take the common table's status. */
export function errorForm(service: ServiceName | undefined, error: ServiceError): ErrorForm {
  const found = service && errorShape(service, error.code)
  if (!found) {
    const status = error.status ?? commonStatus(service, error.code)
    return {
      code: error.code,
      name: error.code,
      status,
      fault: status >= 500,
      messageMember: 'message',
      shape: undefined,
    }
  }
  const { name, shape } = found
  const status = shape.error?.httpStatusCode ?? (shape.fault ? 500 : 400)
  const messageMember = shape.members && Object.hasOwn(shape.members, 'Message') ? 'Message' : 'message'
  return { code: shape.error?.code ?? name, name, status, fault: status >= 500, messageMember, shape }
}

/** The error shape that bears this name, or whose wire code it is. */
export function errorShape(service: ServiceName, code: string): { name: string; shape: Shape } | undefined {
  const { shapes } = modelOf(service)
  const direct = Object.hasOwn(shapes, code) ? shapes[code] : undefined
  if (direct?.exception) return { name: code, shape: direct }
  for (const [name, shape] of Object.entries(shapes)) {
    if (shape.exception && shape.error?.code === code) return { name, shape }
  }
  return undefined
}
