// Stands in for the worker where the launcher is tested alone.
import { appendFileSync } from 'node:fs'

const { SERVER_URL, HUMUUS_DATA, AUTH_SECRET, INTERNAL_SECRET, SMTP_URL, MAIL_FROM, OIDC_CLIENT_SECRET } = process.env
const note = (/** @type {string} */ line) => appendFileSync(`${HUMUUS_DATA}/journal`, `${line}\n`)

const { told } = JSON.parse(await (await fetch(String(SERVER_URL))).text())
const knowsSecret = told.INTERNAL_SECRET === INTERNAL_SECRET && AUTH_SECRET === undefined && !OIDC_CLIENT_SECRET
if (SMTP_URL) note(`worker sends from ${MAIL_FROM} over ${SMTP_URL}`)
note(knowsSecret ? 'worker ready' : 'worker with the wrong secrets')
process.send?.({ ready: true })

setInterval(() => {}, 60_000)
const leave = (/** @type {string} */ why) => () => {
  note(`worker ${why}`)
  process.exit(0)
}
process.on('SIGTERM', leave('stopped'))
process.on('disconnect', leave('left alone'))
