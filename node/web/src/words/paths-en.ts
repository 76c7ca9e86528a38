/** By which way a friend is reached, and what was tried where there is none. */
export const PATHS_EN = {
  paths: {
    name: {
      lan: 'local network',
      direct: 'direct',
      relayed: 'relayed',
      mailbox: 'mailbox',
      unreachable: 'no way',
    },
    means: {
      lan: 'Straight over your local network, from machine to machine.',
      direct: 'Straight from machine to machine, over the internet.',
      relayed: 'Through a server that passes it on and cannot read it, for neither machine is reached directly.',
      mailbox: 'There is no link to their device. What you write waits sealed in the mailbox at their server.',
      unreachable:
        'There is no link to their device, and their server does not answer. What you write waits on this machine.',
    },
    why: 'Why there is no link',
    never: 'Not looked for yet.',
    queued: 'Others are being dialled first.',
    seeking: 'Being looked for since {{time}}…',
    failed: 'Looked for at {{time}}, in vain.',
    times: '{{failures}} times in a row.',
    next: 'Next try at {{time}}.',
    place: {
      known: 'Last addresses',
      lan: 'Nearby (local network)',
      directory: 'Directory of their server',
      dht: 'Distributed directory (DHT)',
      relay: 'Relay',
    },
    tried: {
      trying: 'being tried…',
      nothing: 'no address known',
      'nothing-new': 'no other address',
      failed: 'no answer that helps. {{reason}}',
      'not-reached': 'dialled in vain: {{addresses}}. {{reason}}',
      'not-dialled': 'not dialled, for they lead nowhere from here: {{addresses}}',
      unasked: 'not asked: the time was over',
    },
    nobody: 'Nobody answered there.',
  },
} as const;
