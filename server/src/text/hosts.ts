/** The hosts that an address names: URLs, JDBC and MongoDB URLs, connection strings, lists of `host:port`; lower case, without ports. A host with a placeholder in it comes back with the placeholder. */
export function hostsOf(address: string): string[] {
  const text = address.trim()
  const property = /(?:^|;)\s*(?:endpoint|blobendpoint)\s*=\s*([^;]+)/i.exec(text)?.[1]
  if (property !== undefined) return hostsOf(property)
  if (text.includes(',') && (text.match(/:\/\//g) ?? []).length > 1) return text.split(',').flatMap(hostsOf)
  const url = /^(?:jdbc:)?[a-z][\w.+-]*:(?:[a-z]+:)?(?:\/\/|@\/?\/?)(?:[^/?;]*@)?([^/?;\s]+)/i.exec(text)
  const authority = url?.[1] ?? text.replace(/^[^@\s/]*@/, '').split(/[/?;]/)[0] ?? ''
  return authority
    .split(',')
    .map(hostOf)
    .filter(host => host !== '')
}

/** One `host[:port[:more]]`, in brackets where it is an IPv6 address. */
function hostOf(part: string): string {
  const text = part.trim()
  const bare = text.startsWith('[') ? text.slice(1, text.indexOf(']')) : text.replace(/:(?:\d[\w:]*|\$\{[^}]*\})?$/, '')
  return bare.toLowerCase().replace(/\.$/, '')
}

/** The scheme of an address, lower case; undefined where there is none. */
export const schemeOf = (address: string): string | undefined =>
  /^([a-z][\w.+-]*):\/\//i.exec(address.trim())?.[1]?.toLowerCase()

/** Whether a host is this machine. */
export const isLoopback = (host: string): boolean =>
  /^(?:localhost|127(?:\.\d+){3}|::1|0\.0\.0\.0)$|\.localhost$/.test(host)

/** Whether a host lies inside the own network or cluster: no dot, a private address, or a name that only resolves inside. */
export const isInside = (host: string): boolean =>
  isLoopback(host) ||
  /^(?:[a-z0-9_-]+|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|f[cd][0-9a-f]{2}:[0-9a-f:]*|fe80:[0-9a-f:]*)$/.test(
    host,
  ) ||
  /\.(?:svc|local|internal|lan|home|corp|intranet|localdomain|home\.arpa|cluster|kafka|default|docker|consul)$|\.svc\./.test(
    host,
  ) ||
  // A service and its namespace: the names of the internet end in letters only.
  /\.(?!xn--)[a-z0-9]+(?:-[a-z0-9]+)+$/.test(host)

/** An address as it may be shown: without a user, a password or a query. */
export const withoutCredentials = (address: string): string =>
  address.replace(/\/\/[^/\s,]*@/g, '//').replace(/[?;][^\s,]*/g, '')
