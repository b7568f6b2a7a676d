import type { FileFormat } from './file-kind.ts'
import type { ContentRefusal } from './file-refusal.ts'

/** What a file is, found in its bytes; or why it is not taken. */
export type Inspection = ({ readonly ok: true } & FileFormat) | ContentRefusal
