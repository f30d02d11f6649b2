/** One per screen: a fault of ours in one part leaves the rest of the window working, and says so in plain words. */
import { Component, type ReactNode } from 'react'
import { useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

export interface ErrorBoundaryProps {
  /** Saves a copy of what is open, where there is something to save. */
  onSaveCopy?: (() => void) | undefined
  children: ReactNode
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return <Fault onTryAgain={() => this.setState({ hasFailed: false })} onSaveCopy={this.props.onSaveCopy} />
  }
}

function Fault({ onTryAgain, onSaveCopy }: { onTryAgain: () => void; onSaveCopy: (() => void) | undefined }) {
  const text = useText().app
  return (
    <div role="alert">
      <EmptyState
        title={text.fault.title}
        actions={
          <>
            <Button kind="primary" onPress={onTryAgain}>
              {text.fault.tryAgain}
            </Button>
            {onSaveCopy && <Button onPress={onSaveCopy}>{text.status.saveCopy}</Button>}
          </>
        }
      >
        {text.fault.words}
      </EmptyState>
    </div>
  )
}
