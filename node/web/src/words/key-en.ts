/** A friend's key that is another one: what happened, what it may mean, what to do. */
export const KEY_EN = {
  keyChange: {
    banner: 'Another key was shown for {{name}}. What you write waits here until you have decided.',
    bannerStopped: 'Nothing is sent to {{name}}, as you have decided. What you write waits here.',
    look: 'See and decide',
    waits: 'Waits here: another key was shown for this friend',
    title: 'Is this still {{name}}?',
    lead: 'What you write to {{name}} waits. Nothing was sent to the other key.',
    leadScanned: 'What you write to {{name}} waits until you have decided.',
    how: {
      signature: 'The server gave out something under the account of {{name}} that another key has signed.',
      name: 'The name {{name}} belongs to another account now, with another key.',
      chain: 'The account of {{name}} goes on under other keys.',
      scanned:
        'The code on the screen of {{name}} does not fit: it names another key, of {{name}} or of you, than the one that is known here.',
    },
    means:
      'Either the server, or whoever broke in there, pretends to be {{name}} in order to read along. Or {{name}} has a new identity: the account was deleted, and the name registered anew, by {{name}} or by somebody else.',
    meansScanned:
      'Somebody may stand between the two of you and read along: whoever gave one of you a false key of the other. Or the code was an old one, of before a new identity.',
    todo: 'Ask {{name}} by another way, in person or by phone, and compare the number:',
    number: 'Number with the key of before',
    otherNumber: 'Number with the other key',
    otherNone: 'not shown',
    same: 'Compared: the same',
    sameHint: 'It is still {{name}}: what waits goes out, and {{name}} is verified again.',
    keep: 'Go on without comparing',
    keepHint: 'What waits goes out under the key of before. If that key is the false one, somebody reads along.',
    stop: 'Send nothing for now',
    stopped: 'Nothing is sent to {{name}} until you decide.',
    remove: 'Remove {{name}}…',
    removeHint:
      '{{name}} has a new identity? Remove this one, keep the history if you like, then add {{name}} anew and compare again.',
    gone: 'There is nothing left to decide.',
    done: 'What waited for {{name}} goes out.',
    decide: 'Compare and decide',
    happenedScanned: 'The code on the screen of this friend does not fit the keys that are known here.',
    meansScannedShort: 'Somebody may stand between the two of you, or the code was an old one.',
    meansShort: 'A server pretends to be this friend, or the friend has a new identity.',
    kept: 'Goes on with the key of before.',
  },
} as const;
