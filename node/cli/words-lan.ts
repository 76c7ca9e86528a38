/** What the command line says of the local network. */
export const LAN_WORDS = {
  lanVisible: {
    en: 'People on your local network can see that you are here, and may ask your name. Hide: miyu settings lan.visible off',
    zh: '局域网中的人能看到您在线，并可询问您的名字。如需隐藏：miyu settings lan.visible off',
  },
  lanHidden: {
    en: 'You are hidden: nobody on this network sees you. Show yourself: miyu settings lan.visible on',
    zh: '您已隐藏：此网络中没有人能看到您。如需显示：miyu settings lan.visible on',
  },
  lanOff: {
    en: 'This peer takes no part in the local network (--no-lan).',
    zh: '此节点不参与局域网发现（--no-lan）。',
  },
  nearbyPerson: { en: '{name} · {relation} · {account}', zh: '{name} · {relation} · {account}' },
  nearbyElsewhere: { en: '  another server: {fingerprint}', zh: '  另一台服务器：{fingerprint}' },
  nearbyNobody: { en: 'Nobody else is near, or they hide.', zh: '附近没有其他人，或对方已隐藏。' },
  nearbySilent: {
    en: '{count} more devices have not said who they are.',
    zh: '另有 {count} 台设备尚未说明身份。',
  },
  nearbyAdd: {
    en: 'Ask one of them: miyu friends add ACCOUNT. A name is what its bearer says: compare numbers (miyu verify).',
    zh: '请求加为好友：miyu friends add 账号ID。名字由对方自己声明，请核对安全码（miyu verify）。',
  },
  nearbyServer: { en: '{name} · {what} · {address}', zh: '{name} · {what} · {address}' },
  nearbyFingerprint: { en: '  fingerprint: {fingerprint}', zh: '  指纹：{fingerprint}' },
  nearbyNoServer: { en: 'No server announces itself here.', zh: '此处没有服务器。' },
  'registration-open': { en: 'open to everybody', zh: '人人可注册' },
  'registration-token': { en: 'by invitation', zh: '需要邀请' },
  'registration-closed': { en: 'takes nobody', zh: '不接受注册' },
  'registration-unknown': { en: 'does not answer', zh: '没有回应' },
  serverOurs: { en: 'yours', zh: '您的服务器' },
  serverNoName: { en: '(no name)', zh: '（无名称）' },
} as const;
