/** Settings that keep a fresh VS Code from offering things and from asking the network. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
}

/** Replacements for the two native modules that the server cannot start without; building them would take a compiler. */
export const standIns: Readonly<Record<string, string>> = {
  '@vscode/spdlog/index.js': `
const silent = () => {}
const logger = () => new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : silent) })
exports.version = 0
exports.setLevel = exports.setFlushOn = silent
exports.Logger = logger
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async () => logger()
`,
  '@vscode/native-watchdog/index.js': `
exports.start = () => {}
`,
}
