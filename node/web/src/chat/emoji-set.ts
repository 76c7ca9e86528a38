/** The emoji that the picker offers, each with words by which it is found: English | Chinese. */

export interface Emoji {
  readonly emoji: string;
  readonly words: string;
}

export const GROUPS = ['people', 'nature', 'food', 'things', 'signs'] as const;
export type EmojiGroup = (typeof GROUPS)[number];

/** What answers most messages. */
export const QUICK: readonly string[] = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

const WRITTEN: Readonly<Record<EmojiGroup, string>> = {
  people: `
😀 grin happy | 笑 开心
😄 smile laugh happy | 大笑 开心
😁 beaming grin teeth | 嘻嘻 露齿
😂 tears of joy laugh lol | 笑哭 哈哈
🤣 rolling laugh rofl | 笑翻
😊 blush smile | 微笑 害羞
🙂 slight smile | 微笑
🙃 upside down irony | 倒脸 无奈
😉 wink | 眨眼
😍 heart eyes love | 爱 花痴
🥰 in love hearts | 喜爱 幸福
😘 kiss | 亲亲 飞吻
😋 yummy tasty | 好吃 馋
😜 tongue joke crazy | 吐舌 调皮
🤗 hug | 拥抱
🤭 giggle oops | 捂嘴 偷笑
🤫 hush secret quiet | 嘘 秘密 安静
🤔 think hmm | 思考 想
🤨 doubt eyebrow | 怀疑
😐 neutral | 平静 无语
😶 speechless no mouth | 沉默
🙄 eye roll | 白眼
😏 smirk | 得意 坏笑
😌 relieved calm | 安心 松口气
😴 sleep tired | 睡 困
🤤 drool | 流口水
😷 mask ill | 口罩 生病
🤒 fever ill | 发烧 生病
🤯 mind blown | 震惊 爆炸
🥳 party birthday celebrate | 庆祝 生日 派对
😎 cool sunglasses | 酷 墨镜
🤓 nerd glasses | 书呆子 眼镜
😕 confused | 困惑
😟 worried | 担心
😮 surprised wow open mouth | 惊讶 哇
😳 flushed embarrassed | 脸红 尴尬
🥺 please pleading | 求求 可怜
😢 cry sad tear | 哭 难过 泪
😭 sob loud cry | 大哭
😱 scream fear | 尖叫 害怕
😅 sweat relief | 汗 尴尬
😓 sweat tired | 汗 累
😤 huff proud | 哼 生气
😡 angry rage | 愤怒 生气
🤬 swear angry | 骂 生气
😇 angel innocent | 天使 无辜
🤡 clown | 小丑
👻 ghost | 鬼
💀 skull dead | 骷髅
🤖 robot | 机器人
👍 thumbs up yes good ok like | 赞 好 点赞
👎 thumbs down no bad | 踩 不好
👌 ok perfect | 好的 没问题
✌️ victory peace | 胜利 耶
🤞 fingers crossed luck | 祈愿 好运
🤝 handshake deal | 握手 成交
👏 clap applause bravo | 鼓掌
🙌 raised hands hooray | 欢呼
🙏 pray thanks please | 谢谢 拜托 祈祷
💪 strong muscle | 加油 强 肌肉
👋 wave hello bye | 你好 再见 挥手
✋ stop hand five | 停 手
👉 point right | 指 右
👈 point left | 指 左
👆 point up | 指 上
👇 point down | 指 下
👀 eyes look | 看 眼睛
🧠 brain clever | 大脑 聪明
🤷 shrug dunno | 耸肩 不知道
🤦 facepalm | 捂脸
🙋 raise hand me | 举手
💃 dance woman | 跳舞
🏃 run hurry | 跑步 快
👶 baby | 婴儿 宝宝
👨‍👩‍👧 family | 家庭 一家`,
  nature: `
🐶 dog | 狗
🐱 cat | 猫
🐭 mouse | 老鼠
🐰 rabbit | 兔子
🦊 fox | 狐狸
🐻 bear | 熊
🐼 panda | 熊猫
🐯 tiger | 老虎
🦁 lion | 狮子
🐮 cow | 牛
🐷 pig | 猪
🐵 monkey | 猴子
🙈 see no evil monkey | 不看 猴子
🐔 chicken | 鸡
🐧 penguin | 企鹅
🐦 bird | 鸟
🦉 owl | 猫头鹰
🐴 horse | 马
🦄 unicorn | 独角兽
🐝 bee | 蜜蜂
🦋 butterfly | 蝴蝶
🐌 snail slow | 蜗牛 慢
🐢 turtle slow | 乌龟 慢
🐍 snake | 蛇
🐉 dragon | 龙
🐟 fish | 鱼
🐳 whale | 鲸鱼
🐑 sheep | 羊
🌸 cherry blossom flower | 樱花 花
🌹 rose flower | 玫瑰 花
🌻 sunflower | 向日葵
🌱 seedling plant | 幼苗 植物
🌲 tree evergreen | 树
🎋 bamboo | 竹子
🍀 clover luck | 四叶草 好运
🍁 maple leaf autumn | 枫叶 秋天
🌞 sun | 太阳
🌙 moon night | 月亮 晚上
⭐ star | 星星
🌈 rainbow | 彩虹
☁️ cloud | 云
🌧️ rain | 雨
⛄ snowman winter | 雪人 冬天
❄️ snow cold | 雪 冷
⚡ lightning fast | 闪电 快
🔥 fire hot | 火 热
🌊 wave sea | 海浪 海`,
  food: `
🍎 apple | 苹果
🍊 orange mandarin | 橘子
🍋 lemon | 柠檬
🍌 banana | 香蕉
🍉 watermelon | 西瓜
🍇 grapes | 葡萄
🍓 strawberry | 草莓
🍒 cherry | 樱桃
🍑 peach | 桃子
🥑 avocado | 牛油果
🍅 tomato | 番茄
🌽 corn | 玉米
🥕 carrot | 胡萝卜
🌶️ chili hot | 辣椒 辣
🍞 bread | 面包
🧀 cheese | 奶酪
🥚 egg | 鸡蛋
🍔 burger | 汉堡
🍟 fries | 薯条
🍕 pizza | 披萨
🥟 dumpling | 饺子
🍜 noodles | 面条
🍚 rice | 米饭
🍣 sushi | 寿司
🍲 hot pot stew | 火锅
🥮 moon cake | 月饼
🍦 ice cream | 冰淇淋
🎂 cake birthday | 蛋糕 生日
🍪 cookie | 饼干
🍫 chocolate | 巧克力
🍬 candy sweet | 糖
☕ coffee | 咖啡
🍵 tea | 茶
🧋 bubble tea | 奶茶
🍺 beer | 啤酒
🍻 cheers beers | 干杯
🍷 wine | 红酒
🥂 toast champagne | 碰杯 香槟
🥢 chopsticks | 筷子`,
  things: `
🎉 party tada congratulations | 庆祝 恭喜
🎁 gift present | 礼物
🎈 balloon | 气球
🏮 lantern | 灯笼
🧧 red envelope | 红包
🧨 firecracker | 鞭炮
🏆 trophy win | 奖杯 冠军
🥇 gold medal first | 金牌 第一
⚽ football soccer | 足球
🏀 basketball | 篮球
🏓 table tennis | 乒乓球
🎮 game | 游戏
🎲 dice | 骰子
🀄 mahjong | 麻将
🎵 music note | 音乐
🎸 guitar | 吉他
🎬 film movie | 电影
📷 camera photo | 相机 照片
📱 phone | 手机
💻 laptop computer | 电脑
⌨️ keyboard | 键盘
📚 books study | 书 学习
✏️ pencil write | 铅笔 写
📝 note memo | 笔记
📎 paper clip | 回形针
📌 pin | 图钉
📅 calendar date | 日历 日期
⏰ alarm clock time | 闹钟 时间
⌛ hourglass wait | 沙漏 等
💡 idea light bulb | 主意 灯泡
🔑 key | 钥匙
🔒 lock secret | 锁 秘密
💰 money | 钱
🛒 shopping | 购物
🚗 car | 汽车
🚌 bus | 公交
🚇 metro subway | 地铁
🚄 train | 高铁 火车
🚲 bicycle | 自行车
✈️ plane travel | 飞机 旅行
🚀 rocket | 火箭
🏠 home house | 家 房子
🏫 school | 学校
🏥 hospital | 医院
🏖️ beach holiday | 海滩 度假
⛰️ mountain | 山
🗺️ map | 地图
🌏 earth world | 地球 世界`,
  signs: `
❤️ heart love red | 爱 红心
🧡 heart orange | 橙心
💛 heart yellow | 黄心
💚 heart green | 绿心
💙 heart blue | 蓝心
💜 heart purple | 紫心
🖤 heart black | 黑心
🤍 heart white | 白心
💔 broken heart | 心碎
💕 two hearts love | 爱心
💯 hundred perfect | 一百 满分
✅ done check yes | 完成 对
✔️ check yes | 对
❌ no cross wrong | 错 不
❗ exclamation important | 感叹 重要
❓ question | 问题 疑问
⚠️ warning | 警告
🚫 forbidden no | 禁止
💤 sleep zzz | 睡觉
💬 chat speech | 聊天
💭 thought | 想法
🔔 bell | 铃 提醒
🔕 mute | 静音
✨ sparkles | 闪亮
💥 boom | 爆炸
💦 splash sweat | 水 汗
➕ plus | 加
➖ minus | 减
➡️ right arrow | 右 箭头
⬅️ left arrow | 左 箭头
⬆️ up arrow | 上 箭头
⬇️ down arrow | 下 箭头
🔴 red circle | 红
🟢 green circle | 绿
🔵 blue circle | 蓝
🆗 ok | 好
🇨🇳 china flag | 中国 国旗
🏳️ white flag | 白旗`,
};

const read = (written: string): Emoji[] =>
  written
    .trim()
    .split('\n')
    .map((line) => {
      const blank = line.indexOf(' ');
      return { emoji: line.slice(0, blank), words: line.slice(blank + 1) };
    });

export const EMOJI: Readonly<Record<EmojiGroup, readonly Emoji[]>> = {
  people: read(WRITTEN.people),
  nature: read(WRITTEN.nature),
  food: read(WRITTEN.food),
  things: read(WRITTEN.things),
  signs: read(WRITTEN.signs),
};

/** Those whose words have all of what is sought; the emoji itself is found too. */
export function findEmoji(sought: string): Emoji[] {
  const parts = sought
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part !== '');
  return GROUPS.flatMap((group) => EMOJI[group]).filter((one) =>
    parts.every((part) => one.words.includes(part) || one.emoji === part),
  );
}

/** In one language, the first word or words: what a screen reader says, and the pointer shows. */
export function nameOf({ words }: Emoji, chinese: boolean): string {
  const [english = '', han = ''] = words.split(' | ');
  return chinese ? (han.split(' ')[0] ?? han) : english;
}
