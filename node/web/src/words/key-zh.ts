import type { KEY_EN } from './key-en.ts';
import type { Translated } from './translated.ts';

export const KEY_ZH: Translated<typeof KEY_EN> = {
  keyChange: {
    banner: '出现了 {{name}} 的另一个密钥。在您作出决定之前，您写的内容会在此等待。',
    bannerStopped: '按您的决定，暂不向 {{name}} 发送。您写的内容会在此等待。',
    look: '查看并决定',
    waits: '在此等待：出现了这位好友的另一个密钥',
    title: '这还是 {{name}} 吗？',
    lead: '您写给 {{name}} 的内容会等待。没有任何内容发给另一个密钥。',
    leadScanned: '在您作出决定之前，您写给 {{name}} 的内容会等待。',
    how: {
      signature: '服务器在 {{name}} 的账号下给出了由另一个密钥签名的内容。',
      name: '用户名 {{name}} 现在属于另一个账号，密钥也不同。',
      chain: '{{name}} 的账号改用了别的密钥。',
      scanned: '{{name}} 屏幕上的码不一致：其中 {{name}} 或您的密钥与本机所知的不同。',
    },
    means:
      '可能是服务器（或入侵者）在冒充 {{name}}，以便读取消息；也可能是 {{name}} 换了新的身份：原账号已删除，用户名由 {{name}} 或他人重新注册。',
    meansScanned:
      '可能有人夹在你们中间窃听：有人把对方的虚假密钥给了你们中的一方。也可能这个码是旧的，属于换新身份之前。',
    todo: '请通过其他途径（见面或电话）询问 {{name}}，并核对这组数字：',
    number: '原密钥的安全码',
    otherNumber: '另一个密钥的安全码',
    otherNone: '未给出',
    same: '已核对，一致',
    sameHint: '仍是 {{name}} 本人：等待的消息会发出，{{name}} 重新标记为已核实。',
    keep: '不核对，继续',
    keepHint: '等待的消息将以原来的密钥发出。如果原来的密钥才是假的，就会有人读到。',
    stop: '暂不发送',
    stopped: '在您作出决定之前，不会向 {{name}} 发送。',
    remove: '移除 {{name}}…',
    removeHint: '{{name}} 换了新身份？请移除此好友（可保留聊天记录），再重新添加 {{name}} 并重新核对。',
    gone: '没有需要决定的事项。',
    done: '发给 {{name}} 的等待消息正在发出。',
    decide: '核对并决定',
    happenedScanned: '这位好友屏幕上的码与本机所知的密钥不一致。',
    meansScannedShort: '可能有人夹在你们中间，或这个码是旧的。',
    meansShort: '服务器在冒充这位好友，或好友换了新的身份。',
    kept: '继续使用原来的密钥。',
  },
};
