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
})()
