import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool } from 'pg'
import { catalogAdapter } from './catalog-adapter.ts'

export const schemaFile: URL = new URL('../../prisma/schema.prisma', import.meta.url)

/** All tables and enums are ours: nothing is left out of a comparison. */
export const everything = { externalTables: [], externalEnums: [] }

/**
 * Prisma's schema engine, which compares schemas, as WebAssembly: nothing to download and no program to run. It works
 * on the database at `url` until the block it is used in ends.
 */
export async function openSchemaEngine(url: string): Promise<{ engine: glue.SchemaEngine } & AsyncDisposable> {
  await load()
  const pool = new Pool({ connectionString: url, max: 2 })
  const factory = bindMigrationAwareSqlAdapterFactory(catalogAdapter(pool))
  const schema = await readFile(schemaFile, 'utf8')
  const quiet = () => undefined
  try {
    const engine = await glue.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, quiet, factory)
    const close = async () => {
      engine.free()
      await pool.end()
    }
    return { engine, [Symbol.asyncDispose]: close }
  } catch (error) {
    await pool.end()
    throw error
  }
}

// Node has it; the types for Node leave it to those for browsers.
declare namespace WebAssembly {
  type Module = Readonly<Record<string, unknown>>
  function instantiate(
    binary: Uint8Array,
    imports: Readonly<Record<string, Module>>,
  ): Promise<{ instance: { exports: Module } }>
}

// Without this the engine's panics end in a TypeError that says nothing.
function throwPanic(message: string): never {
  throw new Error(`Prisma's schema engine gave up: ${message}`)
}

let loading: Promise<void> | undefined

/** The package's own entry imports the `.wasm` file as a module, which Node does not do without a flag. */
function load(): Promise<void> {
  loading ??= (async () => {
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: throwPanic } })
    const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const binary = await readFile(script.replace(/\.js$/, '.wasm'))
    const { instance } = await WebAssembly.instantiate(binary, { './schema_engine_bg.js': { ...glue } })
    glue.__wbg_set_wasm(instance.exports)
    const start = instance.exports.__wbindgen_start
    if (typeof start === 'function') start()
  })()
  return loading
}
