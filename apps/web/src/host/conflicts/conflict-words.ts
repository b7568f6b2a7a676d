import type { ConflictCard } from '@humuus/workshop-engine'
import type { Translate } from '../../i18n/use-translation.ts'

interface VersionWords {
  readonly says: string
  /** What somebody wrote, word for word. */
  readonly quote: string | null
}

/** A conflict in words: what it is about, both versions, and what each choice does. */
export interface ConflictWords {
  readonly title: string
  readonly theirs: VersionWords
  readonly mine: VersionWords
  readonly keep: string
  readonly take: string
}

export function conflictWords({ kind, step, theirs, mine }: ConflictCard, t: Translate<'console'>): ConflictWords {
  const first = theirs.by || t('somebody')
  const second = mine.by || t('somebody')
  const said = (says: string, quote: string | null = null): VersionWords => ({ says, quote })
  switch (kind) {
    case 'course':
      return {
        title: t('twoWays', { step }),
        theirs: said(t('wentTo', { name: first, step: theirs.what ?? '' })),
        mine: said(
          mine.what === null ? t('wantedToFinish', { name: second }) : t('wantedTo', { name: second, step: mine.what }),
        ),
        keep: t('stayHere'),
        take: mine.what === null ? t('finishNow') : t('goTo', { step: mine.what }),
      }
    case 'changed':
      return {
        title: t('twoTexts', { step }),
        theirs: said(t('wroteFirst', { name: first }), theirs.what),
        mine:
          mine.what === null
            ? said(t('wantedToRemove', { name: second }))
            : said(t('wroteThen', { name: second }), mine.what),
        keep: t('keepFirst'),
        take: mine.what === null ? t('removeNote') : t('takeSecond'),
      }
    case 'gone':
      return {
        title: t('noteGone', { step }),
        theirs: said(t('removedNote', { name: first })),
        mine: said(t('wroteThen', { name: second }), mine.what),
        keep: t('leaveOff'),
        take: t('putNoteBack'),
      }
    case 'card':
      return {
        title: t('cardForRemoved', { step }),
        theirs: said(t('tookOut', { name: first })),
        mine: said(t('wantedToUse', { name: second }), mine.what),
        keep: t('leaveOut'),
        take: t('putStepBack'),
      }
  }
}
