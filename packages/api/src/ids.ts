import { z } from 'zod'

export const SessionId = z.uuid()
export const WorkshopId = z.uuid()
export const MailId = z.uuid()

/** Chosen by whoever sends the file. */
export const FileId = z.uuid()

/** Made by the client, once per wish; sent again as often as needed. */
export const CommandId = z.uuid()

/** Six digits, as spoken in the room. */
export const JoinCode = z.string().regex(/^\d{6}$/)

/** As a plan names its steps; which there are, only the session knows. */
export const NodeId = z.string().min(1).max(64)
