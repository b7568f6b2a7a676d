import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startI18n } from './i18n/i18n.ts'
import { Pages, preloadPage } from './routes.tsx'

// Texts and page travel at the same time; nothing is drawn without words.
preloadPage(location.pathname)
await startI18n()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <Pages />
  </StrictMode>,
)
