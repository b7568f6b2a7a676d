// Stands in for the server where the launcher is tested alone: keeps to the same agreements and notes what happens to it.
import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'

const {
  DATABASE_URL,
  SMTP_URL,
  MAIL_FROM,
  HOST,
  PORT,
  HUMUUS_DATA,
  AUTH_SECRET,
  INTERNAL_SECRET,
  LOG_LEVEL,
  WEB_DIR,
  STUBBORN,
  PUBLIC_URL,
  OIDC_CLIENT_SECRET,
} = process.env
const note = (/** @type {string} */ line) => appendFileSync(`${HUMUUS_DATA}/journal`, `${line}\n`)

createServer((request, response) => {
  if (request.url === '/die') process.exit(7)
  const told = {
    DATABASE_URL,
    SMTP_URL,
    MAIL_FROM,
    HOST,
    PORT,
    AUTH_SECRET,
    INTERNAL_SECRET,
    LOG_LEVEL,
    WEB_DIR,
    PUBLIC_URL,
    OIDC_CLIENT_SECRET,
  }
  response.end(JSON.stringify({ pid: process.pid, told }))
}).listen(Number(PORT), HOST, () => {
  note('server ready')
  process.send?.({ ready: true })
})

const leave = (/** @type {string} */ why) => () => {
  note(`server ${why}`)
  if (!STUBBORN) process.exit(0)
}
process.on('SIGTERM', leave('stopped'))
process.on('disconnect', leave('left alone'))
