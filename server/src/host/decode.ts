import { remembering } from '../text/remembering.ts'

/** The text of a file's bytes: UTF-16 where its byte order mark says so, else UTF-8; the mark itself is no part of it, as in editors. */
export const decodeText = (bytes: Uint8Array): string => decoderOf(encodingOf(bytes)).decode(bytes)

const decoderOf = remembering(encoding => new TextDecoder(encoding))

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
