/** Signing in anywhere, and another password. */
export const ANYWHERE_EN = {
  anywhere: {
    signInTitle: 'Sign in by name and password',
    signInLead: 'It works where you have chosen, on your other machine, to sign in anywhere.',
    serverHint: 'The one that your account is at.',
    title: 'Sign in anywhere',
    hint: 'Your server keeps your account sealed, and name and password bring it to any machine. Without it your private key stays on your machines and in key files.',
    warning: 'Whoever owns the server could then try passwords on it: only a long one holds.',
    on: 'Sign in anywhere',
    off: 'Stop signing in anywhere',
    isOn: 'You can sign in anywhere now.',
    isOff: 'Your server is to delete its copy.',
    since: 'The copy is of {{time}}.',
    state: {
      off: 'Off.',
      kept: 'On.',
      pending: 'On; the server has still to be told, which happens by itself.',
      dropping: 'Off; the server has still to delete its copy, which happens by itself.',
      superseded: 'Chosen anew or given up on another machine.',
    },
    changeTitle: 'Another password',
    current: 'Present password',
    next: 'New password',
    repeat: 'New password once more',
    change: 'Change the password',
    changed: 'The password is changed.',
  },
} as const;
