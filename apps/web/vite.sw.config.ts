import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { precompressed } from './precompressed.ts'
import { readParcel } from './sw/read-parcel.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The service worker: one file beside the page, built after it, because it has to know what that consists of. */
export default defineConfig({
  publicDir: false,
  // This build is the last one.
  plugins: [precompressed(here('dist'))],
  define: { __PARCEL__: JSON.stringify(readParcel(here('dist'))) },
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: ['es2022', 'safari16.4', 'chrome111', 'firefox128'],
    modulePreload: false,
    rolldownOptions: {
      input: here('sw/sw.ts'),
      output: { entryFileNames: 'sw.js', format: 'iife' },
    },
  },
})
