const style = `
  body { font: 10pt/1.4 system-ui, sans-serif; margin: 2em auto; max-width: 60em; color: #111 }
  table { border-collapse: collapse; width: 100% }
  th, td { border: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top }
  th { background: #eee; width: 14em; font-weight: 600 }
  small { color: #555 }
  .missing { font-weight: 600 }
  section { break-inside: avoid-page; margin-top: 2em }
  #only:checked ~ section div:not(.missing), #only:checked ~ section tr:not(:has(.missing)) { display: none }
  @media print { #only, [for=only] { display: none } }
  @page { margin: 1.5cm }
`

/** A page of HTML that prints: no script, nothing from elsewhere; `body` stands below the title. */
export const page = (language: string, title: string, body: string): string =>
  `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<title>${escapeHtml(title)}</title>\n<style>${style}</style>\n</head>\n<body>\n<h1>${escapeHtml(title)}</h1>\n${body}\n</body>\n</html>\n`

/** A text as the content of an element, or as the value of an attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    character => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character] ?? character,
  )
