/** Style sheets are imported for their effect; the bundler writes them beside the page. */
declare module '*.css'
