/** One live login, the auto-lock, and the end of an account. */
export const LIVE_EN = {
  live: {
    elsewhere: 'Signed in elsewhere at {{time}}.',
    elsewhereAlways: 'Signed in elsewhere.',
    device: 'Device',
    address: 'From the address',
    addressNote: 'Your server saw it, and told nobody but you.',
    unnamed: 'It has no name.',
    unsent: 'What you have not sent yet stays here, and goes out when you sign in here again.',
    idle: 'Nobody has done anything here since {{time}}, so it has locked itself. Messages wait at your server meanwhile.',
    anywhereCarried: 'You are signed in. Signing in anywhere stays on, with the password that you chose it under.',
    autoLock: 'Lock by itself',
    autoLockHint:
      'When nobody has done anything for so long, on this page or at the command line, your keys leave the memory of this machine. Messages that come meanwhile wait at your server.',
    autoLockOff: 'Never',
    minutes_one: 'After {{count}} minute',
    minutes_other: 'After {{count}} minutes',
    hours_one: 'After {{count}} hour',
    hours_other: 'After {{count}} hours',
  },
  deletion: {
    title: 'Delete account',
    hint: 'For good, at your server and on this machine.',
    open: 'Delete account…',
    lead: 'This cannot be undone, and nobody can bring it back.',
    lost: {
      here: 'Your keys, your friends and all your chats on this machine go.',
      server: 'Your server deletes your account, and what waits for you there.',
      friends: 'Your friends are told. What they have of your chats stays with them.',
      name: 'Your name stays nobody’s for a time, then somebody else may take it.',
      files: 'Key files of this account open nothing any more.',
    },
    name: 'Your name, {{name}}',
    nameWrong: 'That is not your name.',
    submit: 'Delete for good',
    done: 'Your account is deleted.',
  },
} as const;
