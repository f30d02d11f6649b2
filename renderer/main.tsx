/** Stands in until the window is written. */
import { connectHost } from './host.ts'

const host = await connectHost()
const root = document.querySelector('#root')
if (root !== null) root.textContent = host.ok ? JSON.stringify(await host.value.request('app:about')) : host.refusal.code
if (host.ok) host.value.on('app:flush', () => void host.value.request('app:flushed'))
