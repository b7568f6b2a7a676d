import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstFrame } from './first-frame.ts'
import { loadAhead } from './load-ahead.ts'

const joinParts = /\/src\/(join\/(CodeEntry|StartPage)|offline\/|ui\/when-idle)/
const liveParts = /\/src\/live\/(page-client|with-live)\./
const phoneParts =
  /\/src\/(live\/(use-|wake-lock)|identity\/use-|ui\/(PhoneShell|ConnectionLine|Button|ButtonLink|IconButton|TextField|Skeleton|Notice|Timer)\.)/

const server = 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), tailwindcss(), firstFrame, loadAhead],
  resolve: {
    // Workspace packages are read from their sources, as everywhere in development.
    conditions: ['@humuus/source', 'module', 'browser', 'development|production'],
    // The router brings a copy of what React has had for long.
    alias: { 'use-sync-external-store/shim/index.js': 'react' },
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
            // So does the field for the code, which both phone pages have, with all it is made of.
            { name: 'join', test: joinParts },
            // What talks to the server: after the first paint where a code is typed, beside every other page.
            { name: 'live', test: liveParts },
            // And the small parts that everybody who takes part needs.
            { name: 'phone', test: phoneParts },
          ],
        },
      },
    },
  },
})
