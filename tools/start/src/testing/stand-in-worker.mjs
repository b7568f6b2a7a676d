// Stands in for the worker where the launcher is tested alone.
import { appendFileSync } from 'node:fs'

const { SERVER_URL, HUMUUS_DATA, AUTH_SECRET } = process.env
const note = (line) => appendFileSync(`${HUMUUS_DATA}/journal`, `${line}\n`)

const { told } = await (await fetch(SERVER_URL)).json()
const knowsSecret = told.INTERNAL_SECRET === process.env.INTERNAL_SECRET && AUTH_SECRET === undefined
note(knowsSecret ? 'worker ready' : 'worker with the wrong secrets')
process.send({ ready: true })

setInterval(() => {}, 60_000)
const leave = (why) => () => {
  note(`worker ${why}`)
  process.exit(0)
}
process.on('SIGTERM', leave('stopped'))
process.on('disconnect', leave('left alone'))
