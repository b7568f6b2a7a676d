import { z } from 'zod'

export const SessionId = z.uuid()
export const WorkshopId = z.uuid()
export const MailId = z.uuid()

/** Made by the client, once per wish; sent again as often as needed. */
export const CommandId = z.uuid()

/** Six digits, as spoken in the room. */
export const JoinCode = z.string().regex(/^\d{6}$/)
