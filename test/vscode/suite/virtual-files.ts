import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as vscode from 'vscode'

/** Serves a folder as one that no disk holds, as github.dev does: the editor alone reaches its files. */
export function serveVirtually(root: string): vscode.Disposable {
  const pathOf = ({ path }: vscode.Uri): string => join(root, ...path.split('/'))
  const changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>()
  const tell = (type: vscode.FileChangeType, uri: vscode.Uri): void => changes.fire([{ type, uri }])
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changes.event,
    watch: () => new vscode.Disposable(() => undefined),
    async stat(uri) {
      const found = await present(uri, stat(pathOf(uri)))
      const type = found.isDirectory() ? vscode.FileType.Directory : vscode.FileType.File
      return { type, ctime: found.ctimeMs, mtime: found.mtimeMs, size: found.size }
    },
    async readDirectory(uri) {
      const entries = await present(uri, readdir(pathOf(uri), { withFileTypes: true }))
      return entries.map(entry => [entry.name, entry.isDirectory() ? vscode.FileType.Directory : vscode.FileType.File])
    },
    async createDirectory(uri) {
      await mkdir(pathOf(uri), { recursive: true })
      tell(vscode.FileChangeType.Created, uri)
    },
    readFile: uri => present(uri, readFile(pathOf(uri))),
    async writeFile(uri, content) {
      const isNew = await stat(pathOf(uri)).then(
        () => false,
        () => true,
      )
      await writeFile(pathOf(uri), content)
      tell(isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri)
    },
    async delete(uri) {
      await present(uri, rm(pathOf(uri), { recursive: true }))
      tell(vscode.FileChangeType.Deleted, uri)
    },
    async rename(from, to) {
      await present(from, rename(pathOf(from), pathOf(to)))
      tell(vscode.FileChangeType.Deleted, from)
      tell(vscode.FileChangeType.Created, to)
    },
  }
  return vscode.workspace.registerFileSystemProvider('vscode-vfs', provider)
}

const present = <T>(uri: vscode.Uri, answer: Promise<T>): Promise<T> =>
  answer.catch(() => {
    throw vscode.FileSystemError.FileNotFound(uri)
  })
