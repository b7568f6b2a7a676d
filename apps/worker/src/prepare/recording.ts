import { join } from 'node:path'
import {
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  type InputAudioTrack,
  type InputFormat,
  type InputVideoTrack,
  MP3,
  MP4,
  Mp3OutputFormat,
  Mp4OutputFormat,
  OGG,
  OggOutputFormat,
  Output,
  type OutputFormat,
  QTFF,
  WAVE,
  WavOutputFormat,
} from 'mediabunny'
import type { Original, PreparedVariant } from './prepared.ts'
import { refusal } from './refusal.ts'

interface Wrapping {
  readonly input: readonly InputFormat[]
  readonly output: () => OutputFormat
  readonly type: string
  readonly ext: string
}

// Room for what is found at the end is kept at the beginning: a film begins to play before all of it is there.
const mp4 = () => new Mp4OutputFormat({ fastStart: 'reserve' })

/** What a recording comes in, and what it goes out as. */
const wrappings: Readonly<Record<string, Wrapping>> = {
  mp4: { input: [MP4, QTFF], output: mp4, type: 'video/mp4', ext: 'mp4' },
  mov: { input: [MP4, QTFF], output: mp4, type: 'video/mp4', ext: 'mp4' },
  m4a: { input: [MP4, QTFF], output: mp4, type: 'audio/mp4', ext: 'm4a' },
  mp3: { input: [MP3], output: () => new Mp3OutputFormat(), type: 'audio/mpeg', ext: 'mp3' },
  wav: { input: [WAVE], output: () => new WavOutputFormat(), type: 'audio/wav', ext: 'wav' },
  ogg: { input: [OGG], output: () => new OggOutputFormat(), type: 'audio/ogg', ext: 'ogg' },
}

/**
 * Sound and film, unwrapped and wrapped again: sound and pictures are the same, byte for byte, and nothing else comes along,
 * be it the place, the cover, a name or what a phone measured on the way. Reads and writes piece by piece.
 */
export async function prepareRecording({ path, ext, folder }: Original): Promise<PreparedVariant[]> {
  const wrapping = wrappings[ext]
  if (wrapping === undefined) throw refusal('file_unreadable')
  using input = new Input({ source: new FilePathSource(path), formats: [...wrapping.input] })
  const isFilm = wrapping.type.startsWith('video/')
  const film = await input.getPrimaryVideoTrack()
  const sound = await input.getPrimaryAudioTrack()
  if (isFilm !== (film !== null) || (film ?? sound) === null) throw refusal('file_unreadable')

  const target = join(folder, `full.${wrapping.ext}`)
  const output = new Output({ format: wrapping.output(), target: new FilePathTarget(target) })
  // Sound of a film may begin before its pictures do, and decoders need its beginning.
  const begins = Math.min(0, await input.getFirstTimestamp())
  try {
    await wrap({ film, sound, output, begins })
  } finally {
    // Lets go of the file where that did not come to its end.
    if (output.state !== 'finalized') await output.cancel()
  }
  const size = film && { width: await film.getDisplayWidth(), height: await film.getDisplayHeight() }
  const seconds = Math.round((await input.computeDuration()) * 1_000) / 1_000
  return [{ variant: 'full', path: target, type: wrapping.type, ext: wrapping.ext, seconds, ...size }]
}

interface Parts {
  readonly film: InputVideoTrack | null
  readonly sound: InputAudioTrack | null
  readonly output: Output
  readonly begins: number
}

async function wrap({ film, sound, output, begins }: Parts): Promise<void> {
  const strands = [film && (await filmStrand(film, output)), sound && (await soundStrand(sound, output))].filter(
    (strand) => strand !== null,
  )
  await output.start()
  await twine(strands, begins)
  await output.finalize()
}

/** One track on its way from the original into what is made of it. */
interface Strand {
  readonly packets: AsyncGenerator<EncodedPacket, void>
  add(packet: EncodedPacket, isFirst: boolean): Promise<void>
}

async function filmStrand(track: InputVideoTrack, output: Output): Promise<Strand> {
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()]
  if (codec === null || decoderConfig === null || !output.format.getSupportedVideoCodecs().includes(codec))
    throw refusal('file_unreadable')
  const source = new EncodedVideoPacketSource(codec)
  output.addVideoTrack(source, { rotation: await track.getRotation(), maximumPacketCount: await count(track) })
  return {
    packets: new EncodedPacketSink(track).packets(),
    add: (packet, isFirst) => source.add(packet, isFirst ? { decoderConfig } : undefined),
  }
}

async function soundStrand(track: InputAudioTrack, output: Output): Promise<Strand> {
  const [codec, decoderConfig] = [await track.getCodec(), await track.getDecoderConfig()]
  if (codec === null || decoderConfig === null || !output.format.getSupportedAudioCodecs().includes(codec))
    throw refusal('file_unreadable')
  const source = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(source, { maximumPacketCount: await count(track) })
  return {
    packets: new EncodedPacketSink(track).packets(),
    add: (packet, isFirst) => source.add(packet, isFirst ? { decoderConfig } : undefined),
  }
}

async function count(track: InputVideoTrack | InputAudioTrack): Promise<number> {
  let packets = 0
  for await (const _ of new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true })) packets += 1
  if (packets === 0) throw refusal('file_unreadable')
  return packets
}

/** Side by side in the order of their time, so that neither has to wait in memory for the other. */
async function twine(strands: readonly Strand[], begins: number): Promise<void> {
  const heads = await Promise.all(
    strands.map(async (strand) => ({ strand, isFirst: true, next: await strand.packets.next() })),
  )
  const earliest = () =>
    heads.filter(({ next }) => !next.done).sort((one, other) => timeOf(one.next) - timeOf(other.next))[0]
  for (let head = earliest(); head !== undefined; head = earliest()) {
    const { value: packet } = head.next
    if (!packet) break
    await head.strand.add(packet.clone({ timestamp: packet.timestamp - begins }), head.isFirst)
    head.isFirst = false
    head.next = await head.strand.packets.next()
  }
}

const timeOf = ({ value }: IteratorResult<EncodedPacket, void>): number => value?.timestamp ?? Number.POSITIVE_INFINITY
