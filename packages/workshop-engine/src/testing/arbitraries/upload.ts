import fc from 'fast-check'
import type { FileNews } from '../../file-news.ts'
import type { UploadCommand, UploadConfig, UploadModeration } from '../../nodes/upload/schema.ts'
import { everybody, fileIdOf } from '../history/move.ts'
import type { NodeArbitraries } from './node-arbitraries.ts'
import { typed, words } from './words.ts'

/** Files that may well be there, now and then one that nobody gave. */
const fileId = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...everybody.flatMap((who) => [fileIdOf(who, 1), fileIdOf(who, 2)])) },
  { weight: 1, arbitrary: fc.constant('nothing') },
)

const fileNews: fc.Arbitrary<FileNews> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<FileNews>({ is: 'received', kind: 'picture' }) },
  {
    weight: 5,
    arbitrary: fc.record({
      is: fc.constant('ready' as const),
      kind: fc.constantFrom('picture', 'picture', 'document'),
      isScanned: fc.boolean(),
      hasPreview: fc.boolean(),
      width: fc.integer({ min: 1, max: 4_000 }),
      height: fc.integer({ min: 1, max: 4_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<FileNews>({ is: 'refused', why: 'file_infected' }) },
  { weight: 1, arbitrary: fc.constant<FileNews>({ is: 'removed' }) },
)

const act: fc.Arbitrary<UploadCommand> = fc.oneof(
  fc.record({ type: fc.constant('caption' as const), fileId, text: fc.oneof(words, typed) }),
  fc.record({ type: fc.constant('vote' as const), fileId, on: fc.constantFrom(true, true, false) }),
)

const moderation: fc.Arbitrary<UploadModeration> = fc.oneof(
  fc.record({ type: fc.constantFrom('show' as const, 'hide' as const), fileId }),
  fc.record({ type: fc.constant('highlight' as const), fileId: fc.option(fileId) }),
)

export const uploadArbitraries: NodeArbitraries<UploadConfig, UploadCommand, UploadModeration> = {
  config: fc.record(
    {
      text: words,
      accepts: fc.subarray(['picture', 'audio', 'video', 'document'] as const, { minLength: 1 }).map((all) => [...all]),
      maxFiles: fc.integer({ min: 1, max: 2 }),
      answerSeconds: fc.integer({ min: 1, max: 60 }),
      moderation: fc.constantFrom('after', 'before'),
      results: fc.constantFrom('live', 'reveal'),
      showNames: fc.boolean(),
      captions: fc.boolean(),
      votes: fc.constantFrom(0, 0, 1, 2),
    },
    { requiredKeys: ['text', 'accepts', 'maxFiles', 'moderation', 'results', 'showNames', 'captions', 'votes'] },
  ),
  act: () => act,
  moderation: () => moderation,
  fileNews,
  twin: (config) => config,
}
