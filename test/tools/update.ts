import { spawnSync } from 'node:child_process'

// Rewrites what the tests expect: markers, goldens. Takes mocha's arguments, such as `-g KR301`.
const run = spawnSync('npm', ['run', 'test:unit', '--', 'test/sweeps/*.test.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, UPDATE: '1' },
  shell: process.platform === 'win32',
})
process.exitCode = run.status ?? 1
