import type { Rejection, RejectionCode } from '@humuus/workshop-engine'

const passing: readonly RejectionCode[] = ['unavailable', 'storage_full', 'server_error', 'slow_down']

/** Whether asking again may end differently. `null`: nobody answered. */
export const mayPass = (rejection: Rejection | null): boolean => rejection === null || passing.includes(rejection.code)
