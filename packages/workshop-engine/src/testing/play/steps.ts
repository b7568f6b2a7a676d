import type { z } from 'zod'
import type { OpenQuestionConfig } from '../../nodes/open-question/schema.ts'
import type { PollConfig } from '../../nodes/poll/schema.ts'
import type { QuizConfig } from '../../nodes/quiz/schema.ts'
import type { UploadConfig } from '../../nodes/upload/schema.ts'
import type { WhiteboardConfig } from '../../nodes/whiteboard/schema.ts'
import type { WordCloudConfig } from '../../nodes/word-cloud/schema.ts'
import type { NodeDraft } from './plan-draft.ts'

type Some<Schema extends z.ZodType> = Partial<z.input<Schema>>
type Around = Omit<NodeDraft, 'type' | 'data'>

/** Steps for tests that do not care what exactly is asked; `data` replaces what they do care about. */
export const steps = {
  slide: (text = 'Welcome', around: Around = {}): NodeDraft => ({ ...around, type: 'slide', data: { text } }),
  /** The second of three options is right. */
  quiz: (data: Some<typeof QuizConfig> = {}, around: Around = {}): NodeDraft => ({
    ...around,
    type: 'quiz',
    data: { text: '2 + 2?', options: [{ text: '3' }, { text: '4', correct: true }, { text: '5' }], ...data },
  }),
  poll: (data: Some<typeof PollConfig> = {}, around: Around = {}): NodeDraft => ({
    ...around,
    type: 'poll',
    data: { text: 'Tea or coffee?', options: [{ text: 'Tea' }, { text: 'Coffee' }, { text: 'Water' }], ...data },
  }),
  openQuestion: (data: Some<typeof OpenQuestionConfig> = {}, around: Around = {}): NodeDraft => ({
    ...around,
    type: 'open-question',
    data: { text: 'What did you learn?', ...data },
  }),
  wordCloud: (data: Some<typeof WordCloudConfig> = {}, around: Around = {}): NodeDraft => ({
    ...around,
    type: 'word-cloud',
    data: { text: 'One word for today?', ...data },
  }),
  whiteboard: (data: Some<typeof WhiteboardConfig> = {}, around: Around = {}): NodeDraft => ({
    ...around,
    type: 'whiteboard',
    data: { text: 'What would you change?', ...data },
  }),
  upload: (data: Some<typeof UploadConfig> = {}, around: Around = {}): NodeDraft => ({
    ...around,
    type: 'upload',
    data: { text: 'Show what you drew', ...data },
  }),
  countdown: (seconds: number, around: Around = {}): NodeDraft => ({ ...around, type: 'countdown', data: { seconds } }),
  end: (): NodeDraft => ({ type: 'end', data: { headline: 'Thank you' } }),
} as const
