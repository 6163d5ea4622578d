import type { TestContext } from 'node:test'
import { type FakeService, startFakeService } from './fake-service.ts'

/** A fake service that closes with the test, however that ends. */
export async function openFakeService(t: TestContext): Promise<FakeService> {
  const service = await startFakeService()
  t.after(() => service.close())
  return service
}
