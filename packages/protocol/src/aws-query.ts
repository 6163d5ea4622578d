import { reading } from './aws-json.ts'
import type { ServiceName } from './call.ts'
import { errorForm } from './error-shapes.ts'
import { formTree, structureFromForm, structureToForm } from './form-values.ts'
import { modelOf, shapeOf } from './model.ts'
import { ServiceError } from './service-error.ts'
import type { Protocol, WireRequest, WireResponse } from './wire.ts'
import { child, escapeXml, parseXml } from './xml.ts'
import { element, structureFromXml, structureToXml } from './xml-values.ts'

/** AWS Query: form fields in, XML out. SNS, version 1 of SES, and STS. */
export const awsQuery: Protocol = {
  readInput(service, operation, request) {
    const model = modelOf(service)
    const { input } = model.operations[operation]!
    if (!input) return {}
    const shape = shapeOf(model, input.shape)
    return reading(service, () => structureFromForm(model, shape, formTree(formFields(request))))
  },

  writeOutput(service, operation, output, requestId) {
    const model = modelOf(service)
    const target = model.operations[operation]!.output
    const content = target ? structureToXml(model, shapeOf(model, target.shape), output) : ''
    const result = target?.resultWrapper ? element(target.resultWrapper, content) : content
    const metadata = element('ResponseMetadata', element('RequestId', requestId))
    return xmlResponse(200, service, `${operation}Response`, result + metadata, requestId)
  },

  writeError(service, error, requestId) {
    const form = errorForm(service, error)
    const members =
      service && form.shape ? structureToXml(modelOf(service), withoutMessage(form.shape), error.members) : ''
    const content =
      element('Type', form.fault ? 'Receiver' : 'Sender') +
      element('Code', escapeXml(form.code)) +
      element('Message', escapeXml(error.message)) +
      members
    const body = element('Error', content) + element('RequestId', requestId)
    return xmlResponse(form.status, service, 'ErrorResponse', body, requestId)
  },

  writeInput(service, operation, input) {
    const model = modelOf(service)
    const target = model.operations[operation]!.input
    const fields = new URLSearchParams({ Action: operation, Version: model.metadata.apiVersion })
    if (target) structureToForm(model, shapeOf(model, target.shape), input, '', fields)
    return {
      method: 'POST',
      path: '/',
      query: '',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: Buffer.from(fields.toString()),
    }
  },

  readOutput(service, operation, response) {
    const model = modelOf(service)
    const { output } = model.operations[operation]!
    if (!output) return {}
    const root = parseXml(response.body.toString('utf8'))
    const result = output.resultWrapper ? child(root, output.resultWrapper) : root
    return result ? structureFromXml(model, shapeOf(model, output.shape), result) : {}
  },

  readError(_service, response) {
    try {
      const error = child(parseXml(response.body.toString('utf8')), 'Error')
      const code = child(error, 'Code')?.text
      if (code) return new ServiceError(code, child(error, 'Message')?.text ?? '', { status: response.status })
    } catch {}
    return new ServiceError(`Http${response.status}`, '', { status: response.status })
  },
}

const withoutMessage = <S extends { members?: object }>({ members = {}, ...shape }: S) => {
  const { message: _, Message: __, ...others } = members as Record<string, never>
  return { ...shape, members: others }
}

/** The fields of a Query request, from its form body or, for GET, its query string. */
export function formFields(request: WireRequest): URLSearchParams {
  return new URLSearchParams(request.method === 'GET' ? request.query : request.body.toString('utf8'))
}

function xmlResponse(
  status: number,
  service: ServiceName | undefined,
  root: string,
  content: string,
  requestId: string,
): WireResponse {
  const namespace = service && modelOf(service).metadata.xmlNamespace
  const open = namespace ? `<${root} xmlns="${namespace}">` : `<${root}>`
  return {
    status,
    headers: { 'Content-Type': 'text/xml', 'x-amzn-RequestId': requestId },
    body: Buffer.from(`<?xml version="1.0"?>\n${open}${content}</${root}>\n`),
  }
}
