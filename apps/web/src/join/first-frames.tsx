import { renderToStaticMarkup } from 'react-dom/server'
import { Router } from 'wouter'
import { speak } from '../i18n/i18n.ts'
import { type Language, languages } from '../i18n/language.ts'
import { StartPage } from './StartPage.tsx'

/**
 * The page of the code as HTML, in each language: what a phone on a slow network sees before the first script has arrived. Styles show
 * the one that first-paint.js chose; React puts the same page in its place.
 */
export async function firstFrames(): Promise<string> {
  const frames: string[] = []
  for (const language of languages) frames.push(await firstFrame(language))
  return frames.join('\n')
}

async function firstFrame(language: Language): Promise<string> {
  await speak(language)
  const page = (
    <Router ssrPath="/">
      <div data-first-frame={language}>
        <StartPage onJoin={() => undefined} />
      </div>
    </Router>
  )
  // Ids of one page differ from those of the other.
  return renderToStaticMarkup(page, { identifierPrefix: language })
}
