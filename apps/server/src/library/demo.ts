import type { WorkshopStore } from '@humuus/db'
import { engine } from '@humuus/workshop-engine'
import german from './demo-de.json' with { type: 'json' }
import english from './demo-en.json' with { type: 'json' }

/** Owned by nobody, so everybody's; the ids never change, so that each is there once. */
const demos = {
  '00000000-0000-4000-8000-000000000001': english,
  '00000000-0000-4000-8000-000000000002': german,
} as const

/** Puts the demo workshops into everybody's library, as this version knows them. */
export async function addDemoWorkshops(store: WorkshopStore): Promise<void> {
  for (const [id, file] of Object.entries(demos)) {
    const plan = engine.plan.parse(file)
    await store.keepShared({ id, title: plan.title, plan })
  }
}
