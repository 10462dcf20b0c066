/**
 * Whether a text leaves something for another tool to fill in: `${env:X}`, `{{ .Values.x }}`, `$VAR`, `<NAME>`, `[NAME]`, `%s`, `@NAME@`.
 * `${X:default}` counts too: what holds at run time is not in the file.
 */
export const isPlaceholder = (text: string): boolean =>
  marks.test(text) &&
  (/\$\{[^}]*\}?|\{\{|<[^<>\s]{1,80}>|\[[A-Z][A-Z0-9_]+\]|%\(?[a-z]\w*\)?s|%s/.test(text) ||
    /^(?:\$[A-Za-z_]\w*|\$\([A-Za-z_]\w*\)|@[\w.]+@|%[A-Z_]+%|_{2,}\w+_{2,})$/.test(text.trim()))

/** What each of them begins with. */
const marks = /[$<[{%@_]/
