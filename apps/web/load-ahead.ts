import type { Plugin } from 'vite'

/** What is loaded ahead: the parts of the page of the code, and the texts of each language. */
const parts = { join: ['join', 'JoinPage'], de: ['i18n/de/for-joining.ts'], en: ['i18n/en/for-joining.ts'] }

/**
 * Tells first-paint.js where the parts are that the script would ask for only once it runs: on a slow network that is a whole way
 * there and back before anything is drawn.
 */
export const loadAhead: Plugin = {
  name: 'load-ahead',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) => {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
      const path = (part: string) => {
        const chunk = chunks.find((one) => one.name === part || one.facadeModuleId?.endsWith(`/src/${part}`))
        if (chunk === undefined) throw new Error(`there is no chunk for ${part}`)
        return `/${chunk.fileName}`
      }
      const ahead = Object.entries(parts).map(([what, all]) => [what, all.map(path)])
      const content = JSON.stringify(Object.fromEntries(ahead))
      return [{ tag: 'meta', attrs: { name: 'load-ahead', content }, injectTo: 'head-prepend' }]
    },
  },
}
