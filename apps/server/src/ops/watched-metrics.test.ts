import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const root = new URL('../../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

/** What docs/metrics.md documents; other tests hold it against running programs. */
const documented = new Map(
  [...read('docs/metrics.md').matchAll(/^\| `([a-z]\w+)`\s*\| (counter|gauge|histogram)\s*\|/gm)].map(
    ([, name = '', type = '']) => [name, type],
  ),
)

/** Metrics in an expression, without what Prometheus adds by itself and the words of its language. */
const metricsIn = (expression: string): string[] =>
  [...expression.matchAll(/\b(humuus|nodejs|process)_\w+/g)].map(([name]) => name)

function isTold(name: string): boolean {
  const base = name.replace(/_(bucket|sum|count)$/, '')
  return documented.has(name) || (base !== name && documented.get(base) === 'histogram')
}

/** A rate of a gauge says nothing, and a counter by itself hardly more. */
function isReadAsItIs(expression: string): boolean {
  const rated = [...expression.matchAll(/(?:rate|increase)\((\w+)/g)].map(([, name = '']) => name)
  return metricsIn(expression).every((name) => {
    const isCount = documented.get(name) === 'counter' || /_bucket$/.test(name)
    return isCount === rated.includes(name)
  })
}

const Alerts = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.object({
          alert: z.string().regex(/^Humuus[A-Z]\w+$/),
          expr: z.string(),
          for: z
            .string()
            .regex(/^\d+[sm]$/)
            .optional(),
          labels: z.object({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.object({ summary: z.string().min(10), description: z.string().min(10) }),
        }),
      ),
    }),
  ),
})

const Dashboard = z.object({
  title: z.string(),
  panels: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
      targets: z.array(z.object({ expr: z.string() })).optional(),
    }),
  ),
})

test('every metric in the alert rules is told by a program, and read as what it is', () => {
  const rules = Alerts.parse(parse(read('deploy/prometheus/alerts.yaml'))).groups.flatMap((group) => group.rules)
  expect(rules.length).toBeGreaterThan(10)
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length)
  for (const { alert, expr } of rules) {
    expect(
      metricsIn(expr).filter((name) => !isTold(name)),
      alert,
    ).toEqual([])
    expect(isReadAsItIs(expr), alert).toBe(true)
    expect(metricsIn(expr).length > 0 || /^up\{/.test(expr), alert).toBe(true)
  }
})

test('every metric on the dashboard is told by a program, and read as what it is', () => {
  const { panels } = Dashboard.parse(JSON.parse(read('deploy/grafana/dashboard.json')))
  const drawn = panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => ({ title, expr })))
  expect(drawn.length).toBeGreaterThan(20)
  for (const { title, expr } of drawn) {
    expect(
      metricsIn(expr).filter((name) => !isTold(name)),
      title,
    ).toEqual([])
    expect(metricsIn(expr).length, title).toBeGreaterThan(0)
    expect(isReadAsItIs(expr), title).toBe(true)
  }
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
})

test('whatever a server or a worker tells of workshops is on the dashboard', () => {
  const dashboard = read('deploy/grafana/dashboard.json')
  const ours = [...documented.keys()].filter((name) => name.startsWith('humuus_'))
  expect(ours.filter((name) => !dashboard.includes(name))).toEqual([])
  expect(ours.length).toBeGreaterThan(20)
})

test('the example finds the rules, and the programs where they are by default', () => {
  const example = z
    .object({
      rule_files: z.tuple([z.literal('alerts.yaml')]),
      scrape_configs: z.array(z.object({ job_name: z.string() })),
    })
    .parse(parse(read('deploy/prometheus/prometheus.yaml')))
  const jobs = example.scrape_configs.map(({ job_name }) => job_name)
  expect(jobs).toEqual(['humuus-server', 'humuus-worker'])
  const named = [...read('deploy/prometheus/alerts.yaml').matchAll(/job="([\w-]+)"/g)].map(([, job]) => job)
  expect(named.filter((job) => !jobs.includes(String(job)))).toEqual([])
})
