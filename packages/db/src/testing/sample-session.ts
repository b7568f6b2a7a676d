import { randomUUID } from 'node:crypto'
import type { WorkshopPlan } from '@humuus/workshop-engine'
import type { NewSession } from '../session-store.ts'

/** A plan with nothing in it but what every plan has. */
export const aPlan: WorkshopPlan = {
  format: 'humuus/1',
  title: 'Gewässerschutz im Viertel',
  settings: { maxParticipants: 100, lateJoin: true, showCount: true },
  nodes: [{ id: 'welcome', type: 'slide', data: { markdown: '# Hallo 👋' } }],
}

/** What a new session needs, with what matters to a test put in its place. */
export const aSession = (wish: Partial<NewSession> = {}): NewSession => ({
  workshopId: randomUUID(),
  facilitatorId: randomUUID(),
  plan: aPlan,
  settings: { maxParticipants: 100, lateJoin: true, showCount: true },
  now: Date.now(),
  ...wish,
})
