/** The arrows between packages, a sentence each. They point towards the engine. */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

export default {
  forbidden: [
    rule(
      'no-cycles',
      'Modules do not import each other in a circle; a page that is fetched later may.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    ),
    rule(
      'engine-is-alone',
      'The engine imports none of our packages.',
      { path: '^packages/workshop-engine/' },
      { path: '^(apps|tools|e2e|packages/(?!workshop-engine))' },
    ),
    rule(
      'engine-has-two-libraries',
      'The engine stands on zod and immutable alone (fast-check and vitest in its testing export and its tests).',
      { path: '^packages/workshop-engine/src/(?!testing/)', pathNot: '\\.test\\.ts$' },
      { dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'core'], pathNot: 'node_modules/(zod|immutable)/' },
    ),
    rule(
      'node-types-are-strangers',
      'Node types do not know each other.',
      { path: '^packages/workshop-engine/src/nodes/([^/]+)/' },
      { path: '^packages/workshop-engine/src/nodes/([^/]+)/', pathNot: '^packages/workshop-engine/src/nodes/$1/' },
    ),
    rule(
      'api-knows-ports',
      'The API knows ports, never Prisma, BullMQ or an app.',
      { path: '^packages/api/' },
      { path: '(^(apps|tools|packages/(db|jobs|files))/)|node_modules/(@prisma|prisma|bullmq|ioredis|pg|fastify|ws)/' },
    ),
    rule(
      'db-below-api',
      'The database package knows the engine and no other of our packages.',
      { path: '^packages/db/' },
      { path: '^(apps|tools|e2e|packages/(api|jobs|files))/' },
    ),
    rule(
      'jobs-is-alone',
      'What may be queued is described without the rest of the system.',
      { path: '^packages/jobs/src/', pathNot: '\\.test\\.ts$' },
      { path: '^(apps|tools|e2e|packages/(api|db|files|workshop-engine))/' },
    ),
    rule(
      'files-is-alone',
      'Where bytes are kept and what is in them is known without the rest of the system.',
      { path: '^packages/files/' },
      { path: '^(apps|tools|e2e|packages/(?!files/))' },
    ),
    rule(
      'telemetry-is-alone',
      'How programs let themselves be watched knows nothing of what they do.',
      { path: '^packages/telemetry/' },
      { path: '^(apps|tools|e2e|packages/(?!telemetry))' },
    ),
    rule(
      'apps-are-strangers',
      'No app imports another.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    ),
    rule(
      'web-takes-types',
      'The web app imports the API and the engine as types, plus the wire protocol and the delta.',
      { path: '^apps/web/src/', pathNot: '\\.test\\.tsx?$' },
      {
        path: '^packages/(api|workshop-engine|db|files|jobs)/',
        pathNot: '^packages/(api/src/(wire|live-message)|workshop-engine/src/delta)',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'tests-are-leaves',
      'Nothing but a test imports a test.',
      { pathNot: '\\.(test|spec)\\.tsx?$' },
      { path: '\\.(test|spec)\\.tsx?$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/generated/|\\.d\\.ts$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      conditionNames: ['@humuus/source', 'import', 'types', 'default'],
      exportsFields: ['exports'],
    },
    combinedDependencies: true,
  },
}
