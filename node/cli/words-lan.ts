/** What the command line says of the local network. */
export const LAN_WORDS = {
  lanVisible: {
    en: 'People on your local network can see that you are here, and may ask your name. Hide: miyu settings lan.visible off',
    zh: '局域网中的人能看到您在线，并可询问您的名字。如需隐藏：miyu settings lan.visible off',
  },
} as const;
