import './ui/base.css'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { onLanguage, spokenLanguage, startI18n } from './i18n/i18n.ts'
import { Pages, preloadPage } from './routes.tsx'

onLanguage(() => {
  document.documentElement.lang = spokenLanguage()
})

// Texts and page travel at the same time; nothing is drawn without words.
const page = preloadPage(location.pathname)
await startI18n()
// The page of the code stands there as HTML already: it is replaced by itself, not by a sign that it is coming.
if ('frame' in document.documentElement.dataset) await page

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
// In one go: what is typed into the HTML while React draws would be lost.
flushSync(() =>
  createRoot(root).render(
    <StrictMode>
      <Pages />
    </StrictMode>,
  ),
)
