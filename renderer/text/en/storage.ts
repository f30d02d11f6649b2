/** Words about whether a text could be read from this disk. What the status bar says is in `app.ts`. */
export const storage = {
  textContents: {
    unread:
      'This text could not be read from the disk, so what is shown is not all of it. What is typed now is kept in memory and joined with it later. It is tried again by itself; if this stays, save a copy and restart.',
    damaged:
      'A part of this text could not be read and was set aside unchanged. Save a copy of the review and keep it for somebody who can repair it.',
    newer:
      'This text was written with a newer version of Countersign. It can be read here; update Countersign to edit it.',
  },
} as const
