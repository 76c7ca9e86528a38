/** Emoji by words that one can type: `:heart`, `:爱心`. A face in a terminal has no picker; any other emoji can be pasted. */

/** What answers most messages. */
export const QUICK: readonly string[] = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

const WORDS = `
👍 thumbsup yes 赞
👎 thumbsdown no 踩
❤️ heart love 爱心
💔 brokenheart 心碎
😂 joy laugh 笑哭
🤣 rofl 笑翻
😀 grin 开心
😊 smile 微笑
🙂 slightsmile 浅笑
😉 wink 眨眼
😍 hearteyes 花痴
😘 kiss 亲亲
🤗 hug 抱抱
🤔 think 思考
😐 neutral 平静
🙄 eyeroll 白眼
😴 sleep 困
😎 cool 酷
😮 wow 惊讶
😱 scream 惊恐
😢 sad 难过
😭 cry 大哭
😡 angry 生气
😅 sweat 流汗
🙏 pray thanks 谢谢
👏 clap 鼓掌
🙌 hooray 欢呼
👋 wave 挥手
👌 ok 好的
💪 strong 加油
🤝 handshake 握手
🎉 party 庆祝
🎂 cake 蛋糕
🎁 gift 礼物
🌹 rose 玫瑰
🔥 fire 火
⭐ star 星星
☀️ sun 太阳
🌙 moon 月亮
☕ coffee 咖啡
🍵 tea 茶
🍺 beer 啤酒
✅ done 完成
❌ cross 错
❓ question 疑问
❗ bang 注意
💯 hundred 满分
👀 eyes 看看
`;

const BY_WORD: ReadonlyMap<string, string> = new Map(
  WORDS.trim()
    .split('\n')
    .flatMap((line) => {
      const [emoji = '', ...words] = line.split(' ');
      return words.map((word): [string, string] => [word, emoji]);
    }),
);

/** Emoji with a word that begins like this. Where it is one whole word, that alone. */
export function emojiFor(beginning: string): readonly string[] {
  const sought = beginning.toLowerCase();
  const whole = BY_WORD.get(sought);
  if (whole !== undefined) return [whole];
  return [...new Set([...BY_WORD].filter(([word]) => word.startsWith(sought)).map(([, emoji]) => emoji))];
}
