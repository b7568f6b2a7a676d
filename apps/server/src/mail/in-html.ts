import type { Letter } from '@humuus/api'
import type { Texts, Words } from './words.ts'

/** Day on the element, because some programs drop style sheets; night in one, with more weight. The palette is the web app's. */
const day = {
  paper: '#f7f4ed',
  raised: '#fefcf8',
  ink: '#1c1a16',
  soft: '#595247',
  accent: '#12553d',
  onAccent: '#fefcf8',
}
const night = {
  paper: '#171510',
  raised: '#221f19',
  ink: '#f4efe4',
  soft: '#bdb4a4',
  accent: '#a3d9a5',
  onAccent: '#10261a',
}

const nightSheet = `@media (prefers-color-scheme: dark) {
  .paper { background: ${night.paper} !important; color: ${night.ink} !important }
  .raised { background: ${night.raised} !important; color: ${night.ink} !important }
  .soft { color: ${night.soft} !important }
  .link { color: ${night.accent} !important }
  .button { background: ${night.accent} !important; color: ${night.onAccent} !important }
}`

/** The mail as a page: one column, one button, nothing that is fetched from anywhere. Everything in it is escaped here. */
export function inHtml(words: Words, { copyLink }: Texts, language: Letter['language']): string {
  const { subject, paragraphs, button, otherWay, why, notYou } = words
  const parts = [
    `<h1 style="margin: 0 0 16px; font-size: 22px; line-height: 1.3">${escaped(subject)}</h1>`,
    ...paragraphs.map((text) => `<p style="margin: 0 0 16px">${escaped(text)}</p>`),
    button && `<p style="margin: 24px 0">${anchor(button, 'button', buttonStyle)}</p>`,
    otherWay && `<p style="margin: 0 0 16px">${anchor(otherWay, 'link', `color: ${day.accent}`)}</p>`,
    button && small(`${escaped(copyLink)}<br />${writtenOut(button.link)}`),
  ]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="supported-color-schemes" content="light dark" />
<title>${escaped(subject)}</title>
<style>
${nightSheet}
</style>
</head>
<body class="paper" style="margin: 0; padding: 24px 12px; background: ${day.paper}; color: ${day.ink}; font: 16px/1.5 system-ui, sans-serif">
<div class="raised" style="max-width: 520px; margin: 0 auto; padding: 32px 28px; border-radius: 12px; background: ${day.raised}; color: ${day.ink}">
${parts.filter((part) => part !== null).join('\n')}
</div>
<div style="max-width: 520px; margin: 0 auto; padding: 16px 28px">
${small(escaped(why))}
${small(escaped(notYou))}
</div>
</body>
</html>
`
}

const buttonStyle = `display: inline-block; padding: 12px 24px; border-radius: 8px; background: ${day.accent}; color: ${day.onAccent}; font-weight: 600; text-decoration: none`

const small = (html: string): string =>
  `<p class="soft" style="margin: 0 0 12px; font-size: 14px; color: ${day.soft}">${html}</p>`

const anchor = ({ label, link }: { label: string; link: string }, name: string, style: string): string =>
  `<a class="${name}" href="${escaped(link)}" style="${style}">${escaped(label)}</a>`

const writtenOut = (link: string): string =>
  anchor({ label: link, link }, 'link', `color: ${day.accent}; word-break: break-all`)

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')
