import type { LetterContent } from '@humuus/api'

/** A link and what stands on it. */
export interface LabelledLink {
  readonly label: string
  readonly link: string
}

/** A mail in words. Nothing here is escaped: it is text. */
export interface Words {
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** What to do, if there is something to do. */
  readonly button: LabelledLink | null
  /** Another way, said in small. */
  readonly otherWay: LabelledLink | null
  /** Why this mail came. */
  readonly why: string
  /** What to do for somebody who had nothing to do with it. */
  readonly notYou: string
}

type Kind = LetterContent['kind']
type ContentOf<Of extends Kind> = Extract<LetterContent, { kind: Of }>

/** All mails of one language. Where one is missing nothing compiles. */
export type Texts = {
  /** Before a link that is written out, for programs that do not show buttons. */
  readonly copyLink: string
  /** In the place of a name that is none. */
  readonly somebody: string
  readonly of: { readonly [Of in Kind]: (content: ContentOf<Of>) => Words }
}
