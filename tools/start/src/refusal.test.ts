import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inRepository } from './repository.mjs'
import { launch } from './testing/launcher.ts'
import { freePort, listener, scratchFolder } from './testing/scratch.ts'

/** What `npm start` prints and ends with in this environment, which has to make it refuse. */
async function refusal(env: Record<string, string>, command = 'start') {
  const launcher = launch(inRepository('tools', 'start', 'src', `${command}.mjs`), env)
  const code = await launcher.ended
  return { code, printed: launcher.printed() }
}

const oneLine = (text: string) => new RegExp(`^humuus: [^\n]*${text}[^\n]*\n$`)

describe('a start that cannot work says why in one line, before anything is installed', () => {
  test.each([
    ['PORT', 'web', 'PORT must be a whole number from 1 to 65535, not "web"'],
    ['HOST', '1.2.3', 'HOST must be an address of this machine'],
    ['LOG_LEVEL', 'all', 'LOG_LEVEL must be one of'],
    ['DATABASE_URL', 'nowhere', 'DATABASE_URL must look like postgresql://'],
    ['REDIS_URL', 'nowhere', 'REDIS_URL must look like redis://'],
    ['SMTP_URL', 'nowhere', 'SMTP_URL must look like smtp://'],
    ['MAIL_FROM', 'nobody', 'MAIL_FROM must look like humuus <'],
  ])('%s=%s', async (name, value, words) => {
    using data = scratchFolder()
    const { code, printed } = await refusal({ HUMUUS_DATA: data.path, [name]: value })
    expect(printed).toMatch(oneLine(words))
    expect(code).toBe(1)
  })

  test('the port is taken', async () => {
    using data = scratchFolder()
    await using other = await listener()
    const { code, printed } = await refusal({ HUMUUS_DATA: data.path, PORT: String(other.port) })
    expect(printed).toMatch(oneLine(`port ${other.port} is taken`))
    expect(code).toBe(1)
  })

  test('the address is not one of this machine', async () => {
    using data = scratchFolder()
    const { code, printed } = await refusal({
      HUMUUS_DATA: data.path,
      HOST: '192.0.2.1',
      PORT: String(await freePort()),
    })
    expect(printed).toMatch(oneLine('HOST 192.0.2.1 is not an address of this machine'))
    expect(code).toBe(1)
  })

  test('the data folder is a file', async () => {
    using data = scratchFolder()
    writeFileSync(`${data.path}/file`, '')
    const { code, printed } = await refusal({ HUMUUS_DATA: `${data.path}/file` })
    expect(printed).toMatch(oneLine('cannot be used \\(it is a file\\)'))
    expect(code).toBe(1)
  })

  test('the data folder would lie below a file', async () => {
    using data = scratchFolder()
    writeFileSync(`${data.path}/file`, '')
    const { code, printed } = await refusal({ HUMUUS_DATA: `${data.path}/file/below` })
    expect(printed).toMatch(oneLine('cannot be used \\(a file is in its way\\)'))
    expect(code).toBe(1)
  })

  test('the data folder cannot be written', async () => {
    using data = scratchFolder()
    mkdirSync(`${data.path}/shut`, { mode: 0o500 })
    // Root may write everywhere, so it becomes nobody (65534) first.
    const module = new URL('./data-folder.mjs', import.meta.url).href
    const code = `import { openDataFolder } from ${JSON.stringify(module)}
      if (process.getuid() === 0) process.setuid(65_534)
      try { openDataFolder(${JSON.stringify(`${data.path}/shut`)}) } catch (error) { console.log(error.message) }`
    writeFileSync(`${data.path}/open.mjs`, code)
    const opener = launch(`${data.path}/open.mjs`, {})
    await opener.ended
    expect(opener.printed()).toMatch(/^the data folder [^\n]+ cannot be used \(no permission\)[^\n]+\n$/)
  })

  test.each([
    ['DATABASE_URL', 'postgresql://ann:secret@127.0.0.1'],
    ['REDIS_URL', 'redis://:secret@127.0.0.1'],
  ])('nothing answers at %s', async (name, url) => {
    using data = scratchFolder()
    const nobody = await freePort()
    const env = { HUMUUS_DATA: data.path, PORT: String(await freePort()), [name]: `${url}:${nobody}` }
    const { code, printed } = await refusal(env)
    expect(printed).toMatch(oneLine(`${name}: nothing answers at 127.0.0.1, port ${nobody}`))
    expect(printed).not.toContain('secret')
    expect(code).toBe(1)
  })

  test('npm run dev refuses in the same way', async () => {
    const { code, printed } = await refusal({ PORT: 'web' }, 'dev')
    expect(printed).toMatch(oneLine('PORT must be'))
    expect(code).toBe(1)
  })
})
