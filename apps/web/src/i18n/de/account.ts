import type { account as english } from '../en/account.ts'
import type { Shape } from '../shape.ts'

export const account = {
  title: 'Einstellungen',
  languageHint: 'Für diesen Browser.',
  themeHint: 'Für diesen Browser. Die Leinwand einer Sitzung behält ihr eigenes.',
} as const satisfies Shape<typeof english>
