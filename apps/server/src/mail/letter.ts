import type { Letter, LetterContent } from '@humuus/api'
import { unreachable } from '@humuus/workshop-engine'
import { harmlessAddress, harmlessName, plainLink } from './harmless.ts'
import { inHtml } from './in-html.ts'
import { inPlainText } from './in-plain-text.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'
import type { Texts, Words } from './words.ts'

/** A letter in words. */
export interface WrittenLetter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

const languages = { de, en } satisfies Record<Letter['language'], Texts>

/** Puts a letter into words. Names and addresses in it may be anything; a link that is none is a bug and throws. */
export function write(letter: Letter): WrittenLetter {
  const texts = languages[letter.language]
  const words = wordsFor(letter, texts)
  return { subject: words.subject, text: inPlainText(words), html: inHtml(words, texts, letter.language) }
}

function wordsFor(content: LetterContent, { of, somebody }: Texts): Words {
  switch (content.kind) {
    case 'confirm_email':
      return of.confirm_email({ ...content, link: plainLink(content.link) })
    case 'already_registered': {
      const { signInLink, resetLink } = content
      return of.already_registered({
        ...content,
        signInLink: plainLink(signInLink),
        resetLink: plainLink(resetLink),
      })
    }
    case 'reset_password':
      return of.reset_password({ ...content, link: plainLink(content.link) })
    case 'no_account':
      return of.no_account({ ...content, signInLink: plainLink(content.signInLink) })
    case 'email_changed':
      return of.email_changed({ ...content, newEmail: harmlessAddress(content.newEmail) })
    case 'password_changed':
      return of.password_changed({ ...content, resetLink: plainLink(content.resetLink) })
    case 'invitation':
      return of.invitation({ ...content, link: plainLink(content.link), by: harmlessName(content.by) || somebody })
    default:
      return unreachable(content)
  }
}
