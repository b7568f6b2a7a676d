import { wavOf } from './wav.ts'

/** Enough for speech, and a fifth of the bytes of music. */
const sampleRate = 16_000

/** Whether this page may record: browsers allow it on secure pages only. */
export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && typeof navigator.mediaDevices?.getUserMedia === 'function'

/** A recording that runs. */
export interface Recording {
  /** Ends it; resolves to the file. */
  stop(): Promise<File>
  /** Ends it, and nothing is kept. */
  discard(): void
}

/** Begins to record; rejects where the microphone is not given. */
export async function startRecording(name: string): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream)
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => void parts.push(data))
  recorder.start(1_000)
  const end = () =>
    new Promise<void>((resolve) => {
      recorder.addEventListener('stop', () => resolve(), { once: true })
      if (recorder.state === 'inactive') resolve()
      else recorder.stop()
      for (const track of stream.getTracks()) track.stop()
    })
  return {
    async stop() {
      await end()
      return new File([await asWav(new Blob(parts, { type: recorder.mimeType }))], `${name}.wav`, { type: 'audio/wav' })
    },
    discard: () => void end(),
  }
}

/** Browsers record in containers that others cannot play; every one of them plays WAV. */
async function asWav(recorded: Blob): Promise<Blob> {
  const context = new OfflineAudioContext(1, 1, sampleRate)
  const audio = await context.decodeAudioData(await recorded.arrayBuffer())
  const mono = new OfflineAudioContext(1, Math.max(1, audio.length), sampleRate)
  const source = mono.createBufferSource()
  source.buffer = audio
  source.connect(mono.destination)
  source.start()
  return wavOf((await mono.startRendering()).getChannelData(0), sampleRate)
}
