/** Why a file itself is not taken. */
export type ContentRefusalCode =
  | 'file_empty'
  /** None of the accepted ones; `found` says what it is, where that is known. */
  | 'file_type'
  /** `name` says something else than `found`. */
  | 'file_mismatch'
  /** It is `type` and `also` something else. */
  | 'file_polyglot'
  /** More than `max` pixels or frames. */
  | 'file_pixels'
  | 'file_unreadable'

export interface ContentRefusal {
  readonly ok: false
  readonly code: ContentRefusalCode
  readonly params: Readonly<Record<string, string | number>>
}

export const refuse = (code: ContentRefusalCode, params: ContentRefusal['params'] = {}): ContentRefusal => ({
  ok: false,
  code,
  params,
})
