/** The kinds of meetings that bodies hold; an event for others is no meeting. */
export const meetingKinds = ['working-group-meeting', 'review-meeting', 'body-meeting'] as const
