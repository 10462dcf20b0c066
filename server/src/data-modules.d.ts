declare module '*.yaml' {
  const data: unknown
  export default data
}

declare module '*.md' {
  const text: string
  export default text
}
