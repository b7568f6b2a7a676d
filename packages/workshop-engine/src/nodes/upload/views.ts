import type { FileKind, FileViewer } from '../../file-news.ts'
import type { OwnViewContext, Recap, ViewContext } from '../../node-type.ts'
import { type UploadConfig, uploadLimits } from './schema.ts'
import type { Facts, GivenFile, Wall } from './wall.ts'

type Context = ViewContext<UploadConfig, Wall>
type OwnContext = OwnViewContext<UploadConfig, Wall>

/** A file that hangs on the wall: facts alone, for addresses end and views stay. */
export interface ShownFile {
  readonly id: string
  readonly kind: FileKind
  readonly caption: string
  /** `null` where files hang without names. */
  readonly name: string | null
  /** `null` where there are no votes, or they are not shown yet. */
  readonly votes: number | null
  readonly facts: FileFacts
}

/** What is not known, or makes no sense for this kind, is `null`. */
export interface FileFacts {
  readonly isScanned: boolean
  readonly hasPreview: boolean
  readonly width: number | null
  readonly height: number | null
  readonly seconds: number | null
  readonly pages: number | null
}

const factsOf = ({ isScanned, hasPreview, width, height, seconds, pages }: Facts): FileFacts => ({
  isScanned,
  hasPreview,
  width: width ?? null,
  height: height ?? null,
  seconds: seconds ?? null,
  pages: pages ?? null,
})

const prompt = ({ text, accepts, maxFiles, captions, votes }: UploadConfig) => ({
  text,
  accepts,
  maxFiles,
  captions,
  maxCaption: uploadLimits.captionLength,
  maxVotes: votes,
})

/** What hangs, in the order in which it came there. */
function hanging({ config, state, nameOf }: Context, showVotes: boolean): readonly ShownFile[] {
  return state.hanging
    .valueSeq()
    .flatMap((id) => {
      const file = state.files.get(id)
      return file?.facts ? [{ file, facts: file.facts }] : []
    })
    .map(({ file, facts }) => ({
      id: file.id,
      kind: file.kind,
      caption: file.caption,
      name: config.showNames ? nameOf(file.owner) : null,
      votes: showVotes && config.votes > 0 ? (state.counts.get(file.id) ?? 0) : null,
      facts: factsOf(facts),
    }))
    .toArray()
}

/** Phones see the wall once it is shown, or while they vote; how all voted with the reveal. */
const phonesSee = ({ config, phase }: Context): boolean => phase === 'revealed' || config.votes > 0
const screenSees = ({ config, phase }: Context): boolean => phase === 'revealed' || config.results === 'live'

export const participantView = (context: Context) => ({
  ...prompt(context.config),
  files: phonesSee(context) ? hanging(context, context.phase === 'revealed') : null,
})

export const screenView = (context: Context) => ({
  text: context.config.text,
  accepts: context.config.accepts,
  files: screenSees(context) ? hanging(context, true) : null,
  highlighted: screenSees(context) ? context.state.highlighted : null,
})

type Stage = 'checking' | 'refused' | 'waiting' | 'hidden' | 'shown'

/** Whether the hall may see it: `waiting` for a facilitator, or decided. */
function stageOf({ state }: Pick<Context, 'state'>, file: GivenFile): Stage {
  if (file.why !== null) return 'refused'
  if (file.facts === null) return 'checking'
  if (state.hanging.has(file.id)) return 'shown'
  return file.verdict === null ? 'waiting' : 'hidden'
}

/** The host sees everything that came in, and whose it is, in order of arrival. */
export const hostView = (context: Context) => {
  const { config, state, nameOf } = context
  return {
    ...prompt(config),
    live: config.results === 'live',
    approves: config.moderation === 'before',
    highlighted: state.highlighted,
    files: state.files
      .valueSeq()
      .map((file) => ({
        id: file.id,
        kind: file.kind,
        name: nameOf(file.owner),
        caption: file.caption,
        stage: stageOf(context, file),
        why: file.why,
        votes: config.votes > 0 ? (state.counts.get(file.id) ?? 0) : null,
        facts: file.facts && factsOf(file.facts),
      }))
      .toArray(),
  }
}

/** `checking`: not ready · `kept`: ready, and not shown (yet) · `shown`: others see it. */
type OwnStage = 'checking' | 'refused' | 'kept' | 'shown'

function ownStage(context: OwnContext, file: GivenFile): OwnStage {
  const stage = stageOf(context, file)
  if (stage === 'checking' || stage === 'refused') return stage
  return stage === 'shown' && (screenSees(context) || phonesSee(context)) ? 'shown' : 'kept'
}

/** My files in order of arrival, and what I voted for. */
export const ownView = (context: OwnContext) => ({
  files: mine(context).map((file) => ({
    id: file.id,
    kind: file.kind,
    caption: file.caption,
    stage: ownStage(context, file),
    why: file.why,
    facts: file.facts && factsOf(file.facts),
  })),
  votes: context.state.votes.get(context.participantId)?.toArray() ?? [],
})

/** Each file by its words, else by its kind. */
export function recap(context: OwnContext): Recap {
  const files = mine(context).filter(({ why }) => why === null)
  return {
    prompt: context.config.text,
    answer: files.length > 0 ? files.map(({ caption, kind }) => caption || kind) : null,
    right: null,
    files: files.map(({ id, kind, caption }) => ({ id, kind, caption })),
  }
}

function mine({ state, participantId }: OwnContext): readonly GivenFile[] {
  const ids = state.mine.get(participantId)?.toArray() ?? []
  return ids.flatMap((id) => state.files.get(id) ?? [])
}

/** Hosts see what is ready, people what is theirs, and everybody what hangs once that is shown to them. */
export function seesFile(context: Context, fileId: string, viewer: FileViewer): boolean {
  const file = context.state.files.get(fileId)
  if (!file?.facts) return false
  if (viewer === 'host') return true
  const hangs = context.state.hanging.has(fileId)
  if (viewer === 'screen') return hangs && screenSees(context)
  return file.owner === viewer.participantId || (hangs && phonesSee(context))
}
