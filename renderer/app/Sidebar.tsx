/** Where one can go: home, each review, settings. Narrow: a rail of icons that opens over the page. */
import { type Route, writeRoute } from '../commands/routes.ts'
import { useReviews } from '../replica/hooks.ts'
import { useText } from '../text/text.tsx'
import { IconButton } from '../ui/Button.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import './Sidebar.css'

export interface SidebarProps {
  route: Route
  isClosed: boolean
  onToggle: () => void
}

export function Sidebar({ route, isClosed, onToggle }: SidebarProps) {
  const text = useText().app
  const reviews = useReviews()
  const openReview = route.screen === 'findings' || route.screen === 'finding' ? route.review : undefined
  return (
    <nav className={`sidebar${isClosed ? ' sidebar-closed' : ''}`} aria-label={text.frame.places} data-pane>
      <div className="sidebar-head">
        {!isClosed && <span className="sidebar-name">{text.name}</span>}
        <IconButton
          icon="panelLeft"
          label={isClosed ? text.frame.openSidebar : text.frame.closeSidebar}
          aria-expanded={!isClosed}
          placement="right"
          onPress={onToggle}
        />
      </div>
      <Place
        to={{ screen: 'home' }}
        icon="home"
        label={text.frame.home}
        isHere={route.screen === 'home'}
        isClosed={isClosed}
      />
      {!isClosed && reviews !== 'loading' && reviews.length > 0 && (
        <>
          <h2 className="sidebar-label">{text.frame.reviews}</h2>
          <ul className="sidebar-reviews">
            {reviews.map((review) => (
              <li key={review.id}>
                <a
                  className="sidebar-place"
                  href={writeRoute({ screen: 'findings', review: review.id })}
                  aria-current={review.id === openReview ? (route.screen === 'findings' ? 'page' : 'true') : undefined}
                >
                  <span className="sidebar-key">{review.key}</span>
                  <span className="truncate">{review.title}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <span className="sidebar-gap" />
      <Place
        to={{ screen: 'settings' }}
        icon="settings"
        label={text.frame.settings}
        isHere={route.screen === 'settings'}
        isClosed={isClosed}
      />
    </nav>
  )
}

function Place({
  to,
  icon,
  label,
  isHere,
  isClosed,
}: {
  to: Route
  icon: IconName
  label: string
  isHere: boolean
  isClosed: boolean
}) {
  return (
    <a
      className="sidebar-place"
      href={writeRoute(to)}
      aria-current={isHere ? 'page' : undefined}
      title={isClosed ? label : undefined}
    >
      <Icon name={icon} />
      <span className={isClosed ? 'visually-hidden' : 'truncate'}>{label}</span>
    </a>
  )
}
