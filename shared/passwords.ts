/**
 * What makes a password acceptable, after NIST SP 800-63B §3.1.1.2: length counts, composition rules do not; what an
 * attacker tries first is refused; Unicode is welcome and normalised, so that two keyboards give the same bytes.
 *
 * The password opens a vault on this machine and is never sent, so guessing is bounded by argon2id and by who holds the
 * file; the list below is what a patient guesser would try in the first minutes.
 */

export type PasswordFault = 'password-too-short' | 'password-too-common' | 'password-characters' | 'password-mismatch';

/** In code points. */
export const MIN_PASSWORD_LENGTH = 8;
/** In code points: far above any passphrase (NIST asks for 64 at least); a bound, since argon2id reads all of it. */
export const MAX_PASSWORD_LENGTH = 256;

/** The form whose UTF-8 bytes are derived from: NFKC, as SP 800-63B recommends. */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

/**
 * The first rule that a new password breaks, or undefined where it is good. `repeated` is what the person typed the
 * second time. Only for new passwords: whoever unlocks gives what was once accepted.
 */
export function findPasswordFault(
  password: string,
  context: { readonly name?: string; readonly repeated?: string } = {},
): PasswordFault | undefined {
  if (context.repeated !== undefined && context.repeated !== password) return 'password-mismatch';
  const normal = normalisePassword(password);
  // Control characters, unpaired surrogates, and code points that are no characters: nobody types them twice alike.
  if (/[\p{Cc}\p{Cs}\p{Cn}]/u.test(normal)) return 'password-characters';
  const length = Array.from(normal).length;
  if (length < MIN_PASSWORD_LENGTH) return 'password-too-short';
  if (length > MAX_PASSWORD_LENGTH) return 'password-characters';
  if (isCommon(normal, context.name)) return 'password-too-common';
  return undefined;
}

/**
 * Words that lead every published list of leaked passwords, and the usual Chinese ones in pinyin and digits. Each stands for all
 * its spellings: case, "p@ssw0rd", and digits or signs before or after it.
 */
const WORDS = new Set(
  `password passwort passw pass passphrase parole motdepasse contrasena senha wachtwoord mima wodemima
  qwerty qwertyuiop qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvbnm qazwsx qazwsxedc qwer qweasd qweasdzxc zaqwsx
  iloveyou ilovey ilove loveyou loveme lovely lover love forever always princess prince princesa angel angels baby
  babygirl babyboy sweetheart honey sweety cutie beautiful gorgeous
  admin administrator root user guest test testing tester login logon welcome letmein default changeme changeit
  secret secrets access master system server computer internet windows linux ubuntu google facebook twitter
  instagram youtube amazon apple iphone samsung android microsoft whatsapp telegram signal wechat weixin alipay
  taobao baidu tencent huawei xiaomi miyu messenger
  dragon monkey shadow sunshine football baseball basketball soccer hockey tennis golf golfer rugby
  superman batman spiderman ironman starwars pokemon pikachu naruto minecraft fortnite roblox warcraft
  michael michelle jordan jennifer jessica daniel andrew anthony ashley charlie thomas robert george william joshua
  matthew nicole hannah amanda samantha maria martin maggie buster tigger tiger ginger pepper cookie cookies chocolate
  banana orange cherry flower butterfly rainbow diamond silver golden gold summer winter spring autumn monday friday
  sunday january december hunter ranger killer gangster hacker matrix merlin phoenix falcon eagle eagles wolf wolves
  lion lions panther cowboy cowboys yankees steelers liverpool chelsea arsenal barcelona juventus realmadrid
  mustang ferrari porsche mercedes corvette harley yamaha honda toyota
  freedom trustno trustnoone whatever nothing something mypassword mypass newpassword oldpassword temp temporary
  blink helloworld hello hellohello goodbye hallo bonjour hola friend friends family mother father jesus christ god
  heaven blessed church peace happy smile music guitar dance dancer
  fuck fuckyou fucker asshole bitch pussy sexy sexsex bigdick
  london paris berlin newyork america canada china beijing shanghai taiwan hongkong russia moscow germany france
  woaini woaiwo woaibaba woaimama woaiwojia woshishui nihao nihaoma wangyut laopo laogong baobei baobao tiantian
  xiaoxiao aini ainiyou woshini meimei gege didi mama baba zhangwei wangwei lihua liuyang wangfang zhongguo
  beijinghuanying huanying caonima shabi diaosi zhuzhu mingming xiaoming tianshi`.split(/\s+/),
);

/** Digits that people choose as they stand, beside runs and repetitions, which are found by rule. */
const NUMBERS = new Set(
  `5201314 1314520 52013140 13145201 520520 521521 5211314 1314521 7758521 7758258 584520 5845201314 1234512345 12341234
  123123123 121212 12121212 123321 1233211 123321123 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc zaq12wsx q1w2e3r4
  147258369 159753 1597530 147852369 741852963 789456123 11223344 1122334455 112233 10203040 100200300 20002000
  19871987 19881988 19891989 19901990 20082008 696969 131313 159357 987654321 01234567 0123456789 9876543210 3141592
  31415926 27182818 a1b2c3d4 abc123 abcd1234 a123456 a12345678 a123456789 qq123456 aa123456 123456aa 123456abc
  w123456 z123456 123qwe 123qweasd qwe123 asd123 zxc123 q123456 woaini520 woaini1314 code112233 110110110 119119119`.split(
    /\s+/,
  ),
);

/** Rows of keyboards, the alphabet and the digits, along which lazy fingers run. */
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  '!@#$%^&*()_+',
].flatMap((run) => [run, Array.from(run).reverse().join('')]);

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function isCommon(password: string, name: string | undefined): boolean {
  const plain = password.toLowerCase();
  if (name !== undefined && name !== '' && stripEnds(plain) === stripEnds(normalisePassword(name).toLowerCase())) {
    return true;
  }
  if (NUMBERS.has(plain) || WORDS.has(plain)) return true;
  if (isRun(plain) || isRepetition(plain)) return true;
  // "P@ssw0rd!2024": the word in its middle, as it stands and with its disguise taken off.
  const middle = stripEnds(plain);
  if (WORDS.has(middle) || NUMBERS.has(middle)) return true;
  const bare = Array.from(plain)
    .map((letter) => LEET[letter] ?? letter)
    .join('');
  return WORDS.has(bare) || WORDS.has(stripEnds(bare)) || WORDS.has(unleet(middle));
}

const unleet = (text: string): string =>
  Array.from(text)
    .map((letter) => LEET[letter] ?? letter)
    .join('');

/** Without the digits and signs at both ends; the whole where nothing else is in it. */
function stripEnds(text: string): string {
  const stripped = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return stripped === '' ? text : stripped;
}

const isRun = (text: string): boolean => RUNS.some((run) => run.includes(text));

/** One to four characters again and again: "aaaaaaaa", "abab…", "520520520". */
function isRepetition(text: string): boolean {
  const letters = Array.from(text);
  return [1, 2, 3, 4].some((period) => letters.every((letter, at) => letter === letters[at % period]));
}
