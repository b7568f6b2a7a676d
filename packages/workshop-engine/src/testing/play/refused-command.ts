import type { Rejection } from '../../rejection.ts'

/** Thrown in place of a returned rejection where a scenario was told to insist. */
export class RefusedCommand extends Error {
  override readonly name = 'RefusedCommand'
  readonly rejection: Rejection

  constructor(rejection: Rejection, command: { readonly type: string }) {
    super(`"${command.type}" was refused: ${rejection.code}`)
    this.rejection = rejection
  }
}
