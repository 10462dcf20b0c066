/** A hash of a text over 64 bits, as 16 hexadecimal digits, the same everywhere and for ever: to tell things apart, not to hide them. Two lanes of multiplications, mixed at the end as MurmurHash3 does. */
export function hash(text: string): string {
  let [low, high] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x9e3779b1)
    high = Math.imul(high ^ unit, 0x5f356495)
  }
  return mixed(high, low) + mixed(low, high)
}

/** One lane, in which every bit of both has a part, as 8 hexadecimal digits. */
function mixed(lane: number, other: number): string {
  let bits = lane ^ (other >>> 15)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return ((bits ^ (bits >>> 16)) >>> 0).toString(16).padStart(8, '0')
}
