/** The text behind base64; undefined where it is none, or holds anything but a text. */
export function decodeBase64(written: string): string | undefined {
  const letters = written.replace(/\s+/g, '')
  if (letters === '' || letters.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(letters)) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(atob(letters), letter => letter.charCodeAt(0)),
    )
    return /[^\t\n\r\x20-\x7e\u00a0-\uffff]/.test(text) ? undefined : text
  } catch {
    return undefined // bytes that are no text
  }
}
