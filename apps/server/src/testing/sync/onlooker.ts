import type { Role } from '@humuus/workshop-engine'

/** Who looks on, as the API would find out by their token. */
export interface Onlooker {
  readonly userId: string
  readonly role: Role
}
