import type { ContentRefusal, FileVariant } from '@humuus/files'

/** A file that was made, not yet where files are kept. `path` on this machine, `ext` without a dot. */
export interface PreparedVariant extends Omit<FileVariant, 'key' | 'size' | 'digest'> {
  readonly path: string
  readonly ext: string
}

export type Prepared = { readonly ok: true; readonly variants: readonly PreparedVariant[] } | ContentRefusal

/** What is to be prepared: `path` of the original, `ext` of its format, `folder` for what is made. */
export interface Original {
  readonly path: string
  readonly ext: string
  readonly folder: string
}

/** The content is refused; caught where preparing began. */
export class Unreadable extends Error {
  constructor(readonly refusal: ContentRefusal) {
    super(refusal.code)
  }
}
