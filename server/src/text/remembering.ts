/** Makes a function of a text remember its latest answers, so many at most: the same few texts are asked about again and again. */
export function remembering<T>(answer: (text: string) => T, most = mostKept): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    if (!known.has(text)) {
      if (known.size >= most) known.clear()
      known.set(text, answer(text))
    }
    return known.get(text) as T
  }
}

const mostKept = 500
