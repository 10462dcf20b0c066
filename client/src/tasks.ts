import * as vscode from 'vscode'

/** The program that ships with the extension, started as Node. */
const program = (context: vscode.ExtensionContext): string => context.asAbsolutePath('dist/kafka-review.cjs')
const asNode = { env: { ELECTRON_RUN_AS_NODE: '1', NO_COLOR: '1' } }

/** Registers what runs the command line: a task for each folder, and its tools for assistants where the editor takes any. */
export function registerProgram(context: vscode.ExtensionContext): void {
  const check = (folder: vscode.WorkspaceFolder): vscode.Task => {
    const run = new vscode.ProcessExecution(process.execPath, [program(context), 'check', '.'], {
      ...asNode,
      cwd: folder.uri.fsPath,
    })
    const task = new vscode.Task({ type: 'kafka-review' }, folder, 'check', 'Kafka Review', run, '$kafka-review')
    task.group = vscode.TaskGroup.Test
    return task
  }
  context.subscriptions.push(
    vscode.tasks.registerTaskProvider('kafka-review', {
      provideTasks: () => (vscode.workspace.workspaceFolders ?? []).map(check),
      resolveTask: ({ scope }) => (typeof scope === 'object' ? check(scope) : undefined),
    }),
    ...toolsForAssistants(context),
  )
}

/** What newer editors have for servers of the Model Context Protocol. */
interface McpApi {
  readonly lm?: {
    registerMcpServerDefinitionProvider?(
      id: string,
      provider: { provideMcpServerDefinitions(): object[] },
    ): vscode.Disposable
  }
  readonly McpStdioServerDefinition?: new (
    label: string,
    command: string,
    args: string[],
    env: Record<string, string>,
    version: string,
  ) => object
}

function toolsForAssistants(context: vscode.ExtensionContext): vscode.Disposable[] {
  const { lm, McpStdioServerDefinition: Definition } = vscode as unknown as McpApi
  if (!lm?.registerMcpServerDefinitionProvider || !Definition) return []
  const { version } = context.extension.packageJSON as { version: string }
  const folders = (): string[] => (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath)
  return [
    lm.registerMcpServerDefinitionProvider('kafkaReview.tools', {
      provideMcpServerDefinitions: () =>
        folders().length === 0
          ? []
          : [
              new Definition(
                'Kafka Review',
                process.execPath,
                [program(context), 'mcp', ...folders()],
                asNode.env,
                version,
              ),
            ],
    }),
  ]
}
