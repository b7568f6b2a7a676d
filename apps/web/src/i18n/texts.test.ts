import { describe, expect, test } from 'vitest'
import { fileRefusals as deFileRefusals } from './de/file-refusals.ts'
import * as deAccounts from './de/for-accounts.ts'
import * as deDesk from './de/for-desks.ts'
import * as deJoining from './de/for-joining.ts'
import * as dePhone from './de/for-phones.ts'
import { styles as deStyles } from './de/styles.ts'
import { upload as deUpload } from './de/upload.ts'
import { whiteboard as deWhiteboard } from './de/whiteboard.ts'
import { wordCloud as deWordCloud } from './de/word-cloud.ts'
import { fileRefusals as enFileRefusals } from './en/file-refusals.ts'
import * as enAccounts from './en/for-accounts.ts'
import * as enDesk from './en/for-desks.ts'
import * as enJoining from './en/for-joining.ts'
import * as enPhone from './en/for-phones.ts'
import { styles as enStyles } from './en/styles.ts'
import { upload as enUpload } from './en/upload.ts'
import { whiteboard as enWhiteboard } from './en/whiteboard.ts'
import { wordCloud as enWordCloud } from './en/word-cloud.ts'

type Flat = Readonly<Record<string, string>>

const english: Readonly<Record<string, Flat>> = {
  ...enJoining,
  ...enPhone,
  ...enDesk,
  ...enAccounts,
  fileRefusals: enFileRefusals,
  styles: enStyles,
  upload: enUpload,
  whiteboard: enWhiteboard,
  wordCloud: enWordCloud,
}
const german: Readonly<Record<string, Flat>> = {
  ...deJoining,
  ...dePhone,
  ...deDesk,
  ...deAccounts,
  fileRefusals: deFileRefusals,
  styles: deStyles,
  upload: deUpload,
  whiteboard: deWhiteboard,
  wordCloud: deWordCloud,
}

const blanks = (text: string): string[] => [...text.matchAll(/\{\{\w+\}\}/g)].map((match) => match[0]).sort()

describe.each(Object.entries(english))('the texts of "%s"', (area, texts) => {
  test('have the same blanks to fill in both languages', () => {
    for (const [key, text] of Object.entries(texts)) {
      expect({ key, blanks: blanks(german[area]?.[key] ?? '') }).toEqual({ key, blanks: blanks(text) })
    }
  })

  test('have both forms wherever something is counted', () => {
    const one = Object.keys(texts).filter((key) => key.endsWith('_one'))
    expect(Object.keys(texts).filter((key) => key.endsWith('_other'))).toEqual(
      one.map((key) => key.replace(/_one$/, '_other')),
    )
  })

  test('say "du" in German, never the formal address', () => {
    for (const text of Object.values(german[area] ?? {}))
      expect(text).not.toMatch(/(?<![.:!?] )\b(Ihnen|Ihre?[mnrs]?)\b|\bSie (können|haben|sind)\b/)
  })

  test('are quoted and spaced as each language does it', () => {
    for (const text of Object.values(texts)) expect(text).not.toMatch(/"|\.\.\./)
    for (const text of Object.values(german[area] ?? {})) expect(text).not.toMatch(/["“”](?=\S*[“”])|\.\.\.|\S…/)
  })
})
