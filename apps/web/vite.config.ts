import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const phoneParts =
  /\/src\/(live\/(use-|wake-lock)|identity\/use-|offline\/|i18n\/(use-|rejection-)|join\/CodeEntry|ui\/(PhoneShell|ConnectionLine|Button|ButtonLink|IconButton|Wordmark|LanguageSwitch|TextField|Skeleton|Notice|Timer|use-title)\.)/

const server = 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), tailwindcss()],
  resolve: {
    // Workspace packages are read from their sources, as everywhere in development.
    conditions: ['@humuus/source', 'module', 'browser', 'development|production'],
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '/trpc': { target: server, ws: true },
      '/healthz': { target: server },
    },
  },
  build: {
    outDir: 'dist',
    // The size check reads which chunks a page needs from here.
    manifest: true,
    target: ['es2022', 'safari16.4', 'chrome111', 'firefox128'],
    // A font inside the stylesheet would hold back the first paint.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What every page needs travels as one file: a phone on a slow network pays for each request.
            { name: 'base', tags: ['$initial'], test: (id) => !/main\.tsx$|index\.html$/.test(id) },
            // So do the small parts that both phone pages are made of.
            { name: 'phone', test: phoneParts },
          ],
        },
      },
    },
  },
})
