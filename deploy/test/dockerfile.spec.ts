import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startPostgres } from '@humuus/db/embedded'
import { Program, portToKeep } from '@humuus/rig'
import { expect, test } from 'vitest'
import { type Instruction, readDockerfile } from './dockerfile.ts'

const execute = promisify(execFile)

/** It installs and builds all there is, which takes a busy machine some minutes. */
const patienceMs = 900_000

const repository = fileURLToPath(new URL('../..', import.meta.url))
const secret = 'a secret of this test that has more than 32 characters'

/** The steps of the image, each as it would be in its container, in folders of our own instead of those of the system. */
class Container {
  readonly #root: string
  readonly env: Record<string, string> = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', CI: 'true' }
  workdir = '/'

  constructor(root: string) {
    this.#root = root
  }

  /** `/build`, `/app` and `/data` are below our root. */
  here(text: string): string {
    return text.replace(/(?<![\w.])\/(build|app|data)(?=\/|\s|$)/g, `${this.#root}/$1`)
  }

  async run({ verb, rest }: Instruction): Promise<void> {
    if (verb === 'WORKDIR') {
      this.workdir = this.here(rest)
      mkdirSync(this.workdir, { recursive: true })
    }
    if (verb === 'ENV') for (const pair of rest.split(' ')) this.#set(pair)
    if (verb === 'COPY' && rest === '. .') copySources(this.workdir)
    if (verb === 'RUN' && !rest.includes('-o node')) await this.#shell(rest)
  }

  #set(pair: string): void {
    const [name = '', value = ''] = pair.split('=')
    this.env[name] = this.here(value)
  }

  async #shell(command: string): Promise<void> {
    const options = { cwd: this.workdir, env: this.env, maxBuffer: 64e6 }
    await execute('/bin/sh', ['-c', this.here(command)], options).catch(({ stdout, stderr }) => {
      throw new Error(`RUN ${command} failed:\n${stdout}\n${stderr}`)
    })
  }
}

/** What a build context holds: all that is in the repository, or would be. */
function copySources(target: string): void {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
    cwd: repository,
    encoding: 'utf8',
  })
  for (const path of listed.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(target, path)), { recursive: true })
    cpSync(join(repository, path), join(target, path))
  }
}

test('the steps of the Dockerfile, run one after the other in an empty folder, end with a server and a worker that are ready', {
  timeout: patienceMs,
}, async () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'humuus-image-')))
  execFileSync('chmod', ['755', root])
  const postgres = await startPostgres({ dataDir: join(root, 'postgres'), durable: false })
  await using _ = {
    [Symbol.asyncDispose]: async () => {
      await postgres.stop()
      rmSync(root, { recursive: true })
    },
  }
  const [build, final] = readDockerfile(new URL('../Dockerfile', import.meta.url))
  const builder = new Container(root)
  for (const instruction of build?.instructions ?? []) await builder.run(instruction)

  const image = new Container(root)
  mkdirSync(join(root, 'data'))
  for (const instruction of final?.instructions ?? []) await image.run(instruction)
  // What it was built with is not in the image.
  rmSync(join(root, 'build'), { recursive: true })

  const command = (words: string) => JSON.parse(words) as [string, ...string[]]
  const last = final?.instructions.at(-1)
  expect(last?.verb).toBe('CMD')
  const port = String(await portToKeep())
  const env = { ...image.env, DATABASE_URL: postgres.url, INTERNAL_SECRET: secret, HOST: '127.0.0.1', PORT: port }
  const program = (name: string, words: string, more: Record<string, string>) =>
    new Program({
      ...{ name, command: command(words), cwd: image.workdir, log: join(root, `${name}.log`) },
      env: { ...env, ...more },
      check: (announced) => announced,
      onDeath: (how) => expect.unreachable(`${name} died: ${how}`),
    })
  const server = program('server', last?.rest ?? '[]', { AUTH_SECRET: secret })
  const worker = program('worker', '["node", "apps/worker/dist/main.js"]', { SERVER_URL: `http://127.0.0.1:${port}` })
  await using __ = {
    [Symbol.asyncDispose]: async () => {
      await worker.stop()
      await server.stop()
    },
  }
  await server.start()
  await worker.start()
  const page = await fetch(`http://127.0.0.1:${port}/`)
  expect(await page.text()).toContain('<div id="root">')
  const [, healthy = ''] =
    /CMD (\[.+\])$/.exec(final?.instructions.find(({ verb }) => verb === 'HEALTHCHECK')?.rest ?? '') ?? []
  const [node, ...script] = command(healthy)
  execFileSync(node, script, { cwd: image.workdir, env: { ...env, PATH: process.env.PATH ?? '' } })
  const size = Number(execFileSync('du', ['-sm', join(root, 'app')], { encoding: 'utf8' }).split('\t')[0])
  expect(size, 'megabytes of the image besides Node').toBeLessThan(300)
})
