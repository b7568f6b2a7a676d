import type { Hosting } from './hosting.ts'
import { type Device, enterName } from './people.ts'

/** Ann comes in with this device, the workshop starts, and she sees its first step. */
export async function atThePoll(hosting: Hosting, device: Device): Promise<void> {
  await enterName(device, 'Ann')
  await hosting.command({ type: 'start' })
  await device.page.getByRole('heading', { name: 'How are you?' }).waitFor()
}
