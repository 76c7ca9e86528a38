/** What a server's log has shown: what happened, what it may mean, what to do. */
export const ALARMS_EN = {
  alarms: {
    look: 'See what happened',
    title: 'Alarms about servers',
    lead: 'What a server has shown that no honest server shows. Nothing that waits to be sent is lost.',
    none: 'There are none.',
    happened: {
      forked: 'The server has signed two different directories of the same size.',
      'map-mismatch': 'The server has signed two different lists of names for one directory.',
      shrunk: 'The server has signed a directory from which entries are gone.',
      inconsistent: 'The server has rewritten the past of its directory.',
      'foreign-entry': 'The server’s directory has an entry under your name that you did not make.',
      'own-missing': 'An entry of yours is gone from the server’s directory.',
      'set-back': 'The server shows less of this friend than it did before.',
      'two-logs': 'The server shows you and this friend two different directories.',
      unproven:
        'The server has signed something for this friend that it does not prove to be in the directory that you see.',
      'key-changed': 'The server shows another key of this friend than the one you know.',
      lost: 'The disk has spoilt an alarm that was kept here. Whom it stopped is not known any more, so nothing is sent to anybody.',
      'new-log': 'The server has begun its directory’s log anew.',
    },
    means: {
      alarm:
        'Whoever runs the server, or broke in, may be showing false keys in order to read what is written. What you wrote before is sealed under the keys of before.',
      notice:
        'That is normal after a backup was put back; a lying server could do the same. The keys of your friends are the same as before.',
    },
    do: {
      alarm:
        'Compare safety numbers with your friends by another way, in person or by phone. Ask the operator, and show the evidence. Then decide.',
      notice: 'Ask the operator whether a backup was put back. If not, compare safety numbers.',
    },
    meansLost:
      'It may have been one that you had decided already, or one that still kept you from writing to somebody with a false key.',
    doLost:
      'Compare safety numbers with your friends by another way, in person or by phone. What a server shows is told anew when it is seen again. Then go on, and look after the disk.',
    goOn: 'Go on',
    state: {
      open: 'Waits for your decision.',
      stopped: 'Kept stopped.',
      trusted: 'Trusted again.',
      ended: 'The friendship ended.',
    },
    when: 'When',
    server: 'Server',
    friend: 'Friend',
    stops: 'Nothing is sent to',
    stop: 'Keep stopped',
    trust: 'Go on and trust it',
    save: 'Save the evidence',
    saveHint: 'Anybody can check the file with `miyu evidence verify`, without trusting you.',
  },
} as const;
