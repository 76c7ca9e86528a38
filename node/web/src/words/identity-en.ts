/** Comparing by codes, cards and certificates. */
export const IDENTITY_EN = {
  scan: {
    title: 'By QR code',
    how: 'Let {{name}} scan this code, and scan the one that {{name}} sees in their details of you. It covers more than the number does.',
    yours: 'Your verification code for {{name}}, as a QR code',
    theirs: 'Scan the code of {{name}}',
    camera: 'Use the camera',
    stop: 'Stop the camera',
    picture: 'Read from a picture',
    view: 'What the camera sees',
    holdStill: 'Hold the code before the camera.',
    refused: 'The camera may not be used. Allow it in the browser, or read the code from a picture.',
    missing: 'No camera can be used here. Read the code from a picture instead.',
    unread: 'There is no QR code to be seen in this picture.',
    asText: 'Their code as text',
    compare: 'Compare',
    copy: 'Copy mine as text',
    copied: 'Your code is copied.',
    match: 'It fits. {{name}} is verified: nobody stands between you.',
    'other-log':
      'The keys fit, and {{name}} is verified. But the server shows the two of you different directories: it lies to one of you. Do not trust its answers about other people.',
    mismatch:
      'It does not fit: one of you has a false key of the other. Somebody may be reading along. Say nothing secret here, and find out together on another way.',
    'other-person':
      'This code is not of {{name}}, or was not shown to you. {{name}} has to open their details of you, and show the code there.',
    yourself: 'This is your own code. Scan the one on the screen of {{name}}.',
    friend: 'Scan an invite code',
    noInvite: 'This code is no invite. Ask the person for the code beside “Add friend” in their miyu.',
    ownInvite: 'Or let them scan yours',
    ownInviteLabel: 'Your invite link as a QR code',
  },
} as const;
