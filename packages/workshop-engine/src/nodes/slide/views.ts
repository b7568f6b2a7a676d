import type { ViewContext } from '../../node-type.ts'
import type { Image } from '../image.ts'
import type { SlideConfig } from './schema.ts'

export interface SlideView {
  readonly headline: string | null
  readonly subheading: string | null
  /** GitHub-flavoured Markdown. */
  readonly text: string | null
  readonly images: readonly Image[]
}

/** A slide has no secrets: everybody sees all of it. */
export function slideView({ config }: ViewContext<SlideConfig, null>): SlideView {
  return {
    headline: config.headline ?? null,
    subheading: config.subheading ?? null,
    text: config.text ?? null,
    images: config.images,
  }
}
