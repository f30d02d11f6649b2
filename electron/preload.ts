/**
 * Runs in the sandbox before the page and lends it two functions. It passes on only the names of the contract; event objects of Electron
 * never reach the page.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { refuse } from '../shared/base/result.ts'
import { type Host, isEventName, isRequestName } from '../shared/contract.ts'

const host = {
  request: async (name, ...input) => {
    if (!isRequestName(name)) return refuse('requestUnknown')
    return await ipcRenderer.invoke(name, input[0]).catch(() => refuse('hostFailed'))
  },
  on: (name, listen) => {
    if (!isEventName(name)) return () => {}
    const pass = (_: IpcRendererEvent, content: Parameters<typeof listen>[0]) => listen(content)
    ipcRenderer.on(name, pass)
    return () => void ipcRenderer.removeListener(name, pass)
  },
} satisfies Host

contextBridge.exposeInMainWorld('host', host)
