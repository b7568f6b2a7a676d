import type { SessionEventOf, SessionEventType } from './event.ts'
import type { StoredAction } from './stored-action.ts'

type Naming = {
  [T in SessionEventType]: SessionEventOf<T>['data'] extends { readonly name: string } ? T : never
}[SessionEventType]

type Row<T extends Naming> = Pick<StoredAction, 'userId'> & { readonly actionData: SessionEventOf<T>['data'] }

/** Whose name an event holds: every event with a name in it is here. */
const whose: { readonly [T in Naming]: (row: Row<T>) => string } = {
  joined: ({ userId }) => userId,
  came_back: ({ userId }) => userId,
  renamed: ({ actionData }) => actionData.participantId,
  facilitator_added: ({ actionData }) => actionData.userId,
  forgotten: ({ actionData }) => actionData.userId,
}

/** Types of the rows of a log that hold somebody's name. */
export const namingActions: readonly string[] = Object.keys(whose)

/** The row with this name in place of the person's; the same row where it holds none of theirs, or this one. */
export function renamedInLog(row: StoredAction, userId: string, name: string): StoredAction {
  if (!isNaming(row)) return row
  const owner = whose[row.actionType] as (row: Row<Naming>) => string
  return owner(row) === userId && row.actionData.name !== name
    ? { ...row, actionData: { ...(row.actionData as object), name } }
    : row
}

const isNaming = (row: StoredAction): row is StoredAction & Row<Naming> & { readonly actionType: Naming } =>
  Object.hasOwn(whose, row.actionType)
