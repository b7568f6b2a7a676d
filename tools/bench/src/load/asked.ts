import { type RequestOptions, request } from 'node:http'
import { HungUp } from '../wire/line.ts'

/** Said to whoever has opened a connection and asks nothing for long, as a load that is late itself does. */
const gaveUp = 408

/** What is answered over HTTP, as JSON. Throws `HungUp` where the server waits no longer. */
export const asked = (options: RequestOptions, body?: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const asking = request(options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('error', reject)
      response.on('data', (piece: string) => {
        text += piece
      })
      response.on('end', () => {
        if (response.statusCode === gaveUp) return reject(new HungUp())
        try {
          resolve(JSON.parse(text))
        } catch (error) {
          reject(error)
        }
      })
    })
    asking.on('error', reject).end(body)
  })
