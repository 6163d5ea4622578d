/** The page at `/_herald/`: what is sent, live, with its codes and its way. */
export { type ConsoleOptions, type ConsoleRoute, consoleRoutes } from './console-routes.ts'
