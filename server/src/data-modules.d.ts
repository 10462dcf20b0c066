declare module '*.yaml' {
  /** Reads the data anew with each call: who needs them again keeps what he makes of them. */
  const data: () => unknown
  export default data
}

declare module '*.md' {
  const text: string
  export default text
}

declare module '*.wasm' {
  const bytes: Uint8Array
  export default bytes
}
