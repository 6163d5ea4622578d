export { createGateway, serverOptions } from './create-gateway.ts'
export type { FaultContext, GatewayOptions, Route, RouteCall } from './gateway-options.ts'
export { refuseTunnel } from './refuse-tunnel.ts'
