import type { Plugin } from 'vite'
import { firstFrames } from './src/join/first-frames.tsx'

const empty = '<div id="root"></div>'

/** Writes the page of the code into index.html, as its component draws it: there is no second drawing to keep. */
export const firstFrame: Plugin = {
  name: 'first-frame',
  apply: 'build',
  transformIndexHtml: async (html) => {
    if (!html.includes(empty)) throw new Error('index.html has no empty #root')
    const frames = await firstFrames()
    return html.replace(empty, () => `<div id="root">${frames}</div>`)
  },
}
