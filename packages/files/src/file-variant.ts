/** `full` is the whole file without what it says about its maker; `screen` and `thumb` are pictures of it. */
export type VariantName = 'thumb' | 'screen' | 'full'

/** What is kept of a file and may be shown. */
export interface FileVariant {
  readonly variant: VariantName
  readonly key: string
  /** As in `Content-Type`. */
  readonly type: string
  /** In bytes. */
  readonly size: number
  /** SHA-256 of its bytes, in hex. */
  readonly digest: string
  /** In pixels. */
  readonly width?: number
  readonly height?: number
  readonly seconds?: number
  readonly pages?: number
}
