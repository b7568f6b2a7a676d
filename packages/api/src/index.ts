export {
  type AccountRejection,
  type AccountRejectionCode,
  type ApiRejection,
  accountRejectionCodes,
} from './account-rejection.ts'
export type { CommandResult } from './command-result.ts'
export type * from './context.ts'
export { callDirectly, type DirectCall, directView, isDirectCall, watchDirectly } from './direct-calls.ts'
export { type FileRejection, type FileRejectionCode, fileRejectionCodes } from './file-rejection.ts'
export { actingAs } from './guard.ts'
export { housekeepingTasks } from './housekeeping-port.ts'
export type { Letter, LetterContent } from './letter.ts'
export { ServerReport, WorkerReport } from './program-report.ts'
export { refusal, rejectionFor, rejectionIn } from './refusal.ts'
export { type Procedure, procedureRights, type Role, roles, viewRights } from './rights.ts'
export { type AppRouter, appRouter } from './root.ts'
export { type SignInTrouble, signInTroubles } from './sign-in-trouble.ts'
export { createCallerFactory } from './trpc.ts'
export * from './wire.ts'
