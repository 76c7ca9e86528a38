/** English: the list of conversations and the chat. */
export const CHAT_EN = {
  chats: {
    title: 'Chats',
    none: 'No chats yet',
    noneHint: 'Add a friend, and your first chat stands here.',
    choose: 'Choose a chat',
    chooseHint: 'What you write goes straight to your friend, sealed for nobody else.',
  },
} as const;
