import type { ALARMS_EN } from './alarms-en.ts';
import type { Translated } from './translated.ts';

export const ALARMS_ZH: Translated<typeof ALARMS_EN> = {
  alarms: {
    look: '查看发生了什么',
    title: '关于服务器的警报',
    lead: '服务器暴露了诚实的服务器不会有的迹象。等待发送的内容不会丢失。',
    none: '没有警报。',
    happened: {
      forked: '服务器为同样大小的两份不同目录签了名。',
      'map-mismatch': '服务器为同一份目录的两份不同名单签了名。',
      shrunk: '服务器签名的目录里，以前的条目消失了。',
      inconsistent: '服务器改写了目录的历史。',
      'foreign-entry': '服务器目录中，您的名下有一条不是您本人添加的记录。',
      'own-missing': '您在服务器目录中的记录消失了。',
      'set-back': '服务器显示的这位好友的记录比以前少。',
      'two-logs': '服务器向您和这位好友展示了两份不同的目录。',
      unproven: '服务器为这位好友签过名，却未能证明它属于您看到的目录。',
      'key-changed': '服务器给出了这位好友的另一个密钥，与您所知的不同。',
      lost: '磁盘损坏了本机保存的一条警报。它停止了对谁的发送已无从得知，因此暂不向任何人发送。',
      'new-log': '服务器重新开始了其目录的日志。',
    },
    means: {
      alarm: '服务器的管理者或入侵者可能在展示虚假的密钥，以便读取消息。您之前写的内容仍由之前的密钥密封。',
      notice: '恢复备份之后这是正常的；说谎的服务器也可能这样做。您好友的密钥没有变化。',
    },
    do: {
      alarm: '请通过其他途径（见面或电话）与好友核对安全码。询问管理者并出示证据。然后作出决定。',
      notice: '请询问管理者是否恢复过备份。如果没有，请与好友核对安全码。',
    },
    meansLost: '它可能是您已经作出决定的一条，也可能仍在阻止您向持有虚假密钥的人发送。',
    doLost:
      '请通过其他途径（见面或电话）与好友核对安全码。服务器暴露的迹象再次出现时会重新告知。然后继续，并请检查磁盘。',
    goOn: '继续',
    state: { open: '等待您的决定。', stopped: '保持停止。', trusted: '已恢复信任。', ended: '好友关系已结束。' },
    when: '时间',
    server: '服务器',
    friend: '好友',
    stops: '暂停发送给',
    stop: '保持停止',
    trust: '继续并信任它',
    save: '保存证据',
    saveHint: '任何人都可以用 `miyu evidence verify` 核验该文件，无需信任您。',
  },
};
