import type { WorkshopEvent } from './event.ts'
import { concernedBy, type NodeCatalog } from './node-catalog.ts'
import type { ParticipantId } from './node-type.ts'

/** Whose own view an event may change: the course changes everybody's, an answer only its author's. */
export function affects(catalog: NodeCatalog, event: WorkshopEvent): 'everyone' | readonly ParticipantId[] {
  switch (event.type) {
    case 'node':
      return concernedBy(catalog, event)
    case 'joined':
    case 'left':
      return [event.by]
    case 'forgotten':
      return [event.data.userId]
    case 'renamed':
    case 'readmitted':
      return [event.data.participantId]
    case 'noted':
    case 'lobby_opened':
    case 'facilitator_added':
    case 'facilitator_removed':
    case 'handed_over':
    case 'presence_changed':
    case 'scoreboard_toggled':
    case 'paused':
    case 'resumed':
    case 'extended':
    case 'step_removed':
    case 'step_restored':
    case 'conflict_raised':
    case 'conflict_decided':
      return []
    default:
      return 'everyone'
  }
}
