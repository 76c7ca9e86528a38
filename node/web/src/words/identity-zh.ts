/** 扫码核对、名片与证书。 */
import type { Translated } from './translated.ts';
import type { IDENTITY_EN } from './identity-en.ts';

export const IDENTITY_ZH: Translated<typeof IDENTITY_EN> = {
  scan: {
    title: '扫码核对',
    how: '请 {{name}} 扫描此码，您也扫描 {{name}} 在关于您的详情中看到的码。它比安全码包含更多内容。',
    yours: '给 {{name}} 扫描的核对二维码',
    theirs: '扫描 {{name}} 的码',
    camera: '使用摄像头',
    stop: '关闭摄像头',
    picture: '从图片读取',
    view: '摄像头画面',
    holdStill: '请将二维码对准摄像头。',
    refused: '不允许使用摄像头。请在浏览器中允许，或从图片读取。',
    missing: '这里没有可用的摄像头。请改为从图片读取。',
    unread: '这张图片中没有找到二维码。',
    asText: '对方的码（文字）',
    compare: '核对',
    copy: '复制我的码',
    copied: '已复制您的码。',
    match: '一致。{{name}} 已通过核对：没有人夹在你们中间。',
    'other-log':
      '密钥一致，{{name}} 已通过核对。但服务器给你们两人看的目录不同：它在欺骗其中一人。请不要相信它关于其他人的回答。',
    mismatch:
      '不一致：你们中有一方持有对方的虚假密钥。可能有人在窃听。请不要在此发送机密内容，并通过其他途径一起查明原因。',
    'other-person': '这个码不是 {{name}} 的，或不是给您看的。请 {{name}} 打开关于您的详情，并出示那里的码。',
    yourself: '这是您自己的码。请扫描 {{name}} 屏幕上的码。',
    friend: '扫描邀请码',
    noInvite: '这不是邀请码。请对方打开密语的“添加好友”，出示那里的码。',
    ownInvite: '或让对方扫描您的码',
    ownInviteLabel: '您的邀请链接二维码',
  },
};
