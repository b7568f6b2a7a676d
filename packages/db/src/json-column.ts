import type { JsonValue } from '@humuus/workshop-engine'
import type { Prisma } from './generated/client.ts'
import { storableJson } from './storable.ts'

/** A plain object as a `jsonb` column takes it. Throws `UnstorableText` for text that PostgreSQL cannot hold. */
export const toColumn = (value: object): Prisma.InputJsonObject => JSON.parse(storableJson(value))

/** What a `jsonb` column holds; Prisma's own type allows undefined members, which JSON has not. */
export const fromColumn = (value: Prisma.JsonValue): JsonValue => value as JsonValue
