/** What the keyboard does, for the list of it and for whoever obeys. A key after another: pressed one behind the other. */
export const SHORTCUTS = [
  { keys: ['?'], word: 'shortcuts.help' },
  { keys: ['/'], word: 'shortcuts.search' },
  { keys: ['a'], word: 'shortcuts.addFriend' },
  { keys: ['g', 'c'], word: 'shortcuts.chats' },
  { keys: ['g', 'f'], word: 'shortcuts.friends' },
  { keys: ['g', 'r'], word: 'shortcuts.requests' },
  { keys: ['g', 's'], word: 'shortcuts.settings' },
  { keys: ['Shift+F10'], word: 'shortcuts.menu' },
  { keys: ['Esc'], word: 'shortcuts.close' },
  { keys: ['Enter'], word: 'shortcuts.send' },
  { keys: ['Shift+Enter'], word: 'shortcuts.newLine' },
] as const;
