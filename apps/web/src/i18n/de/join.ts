import type { join as english } from '../en/join.ts'
import type { Shape } from '../shape.ts'

export const join = {
  title: 'Mitmachen',
  heading: 'Gib den Code ein',
  codeLabel: 'Code, sechs Ziffern',
  hint: 'Sechs Ziffern. Sie stehen vorn auf der Leinwand.',
  lookingUp: 'Der Workshop wird gesucht …',
  host: 'Workshop leiten',
} as const satisfies Shape<typeof english>
