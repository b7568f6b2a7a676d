import type { StoredAction } from '@humuus/workshop-engine'

/** A log of so many rows in good order, each with a command of its own: `command-1` … */
export const aLog = (rows: number): StoredAction[] =>
  Array.from({ length: rows }, (_, index) => ({
    version: index + 1,
    commandId: `command-${index + 1}`,
    userId: 'ann',
    nodeId: '',
    actionType: 'noted',
    actionData: {},
    at: 1_795_000_000_000 + index,
  }))
