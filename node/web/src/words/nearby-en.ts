/** People and servers on the local network. */
export const NEARBY_EN = {
  nearby: {
    title: 'People nearby',
    hint: 'On your local network. Names are their own word: compare safety numbers before you trust one.',
    add: 'Add',
    addOne: 'Add {{name}} as a friend',
    asked: 'Your friend request is on its way to {{name}}.',
    waiting: 'asked',
    asksYou: 'asks you',
    answer: 'Answer',
    otherHome: 'lives at another server',
    servers: 'Servers on your network',
    serversHint:
      'Take one only if its owner confirms the fingerprint. Take none and you register where this program was started.',
    serverUnnamed: 'A server without a name',
    serverOpen: 'anybody may register',
    serverToken: 'asks for an invite link',
    serverClosed: 'takes nobody new',
    serverAt: 'At {{address}}',
    take: 'Register here',
    taken: 'Chosen',
    visible: 'Be seen on the local network',
    visibleHint:
      'People on the same network see your name and may ask to be your friend. Off: your machine announces nothing and answers nobody it does not know; you see them all the same.',
    off: 'miyu was started without the local network.',
  },
} as const;
