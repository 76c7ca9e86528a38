/** What the command line says of a friend whose key is another one (words.ts for the rest). */
export const KEY_WORDS = {
  keyUnchanged: {
    en: 'No other key of {name} was shown, or you have decided already.',
    zh: '没有发现 {name} 的另一个密钥，或者您已经作出决定。',
  },
  keyIsOther: { en: 'another key was shown: nothing is sent', zh: '密钥不同，暂停发送' },
  'key-same': {
    en: '{name} is verified, and what waited goes out, sealed under the key of before.',
    zh: '{name} 已核实；等待的消息将以原来的密钥密封发送。',
  },
  'key-keep': {
    en: 'What waited for {name} goes out, sealed under the key of before.',
    zh: '发给 {name} 的等待消息将以原来的密钥密封发送。',
  },
  'key-stop': {
    en: 'Nothing is sent to {name}; what you write waits.',
    zh: '暂不向 {name} 发送；您写的内容会等待。',
  },
} as const;
