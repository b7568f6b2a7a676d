// Runs before anything is drawn: what a person chose earlier (theme, language) is there from the first paint.
// The keys and the rules are those of src/ui/theme.ts and src/i18n/preferred-language.ts.
;(() => {
  const root = document.documentElement
  const read = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const theme = read('humuus.theme')
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme

  const known = ['de', 'en']
  const wished = [read('humuus.language'), ...navigator.languages]
  root.lang = wished.map((tag) => tag?.slice(0, 2).toLowerCase()).find((tag) => known.includes(tag)) ?? 'en'

  // The page of the code stands in the HTML, in each language; others are drawn by their script.
  if (location.pathname === '/') root.dataset.frame = root.lang

  // What this page will ask for once its script runs; the build says where it is.
  const { join = [], [root.lang]: texts = [] } = JSON.parse(
    document.querySelector('meta[name=load-ahead]')?.content ?? '{}',
  )
  const isPhone = /^\/($|s\/)/.test(location.pathname)
  for (const href of isPhone ? [...texts, ...join] : texts) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
  }
})()
