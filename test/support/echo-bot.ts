// The bot of node/README.md: it says again whatever it is told. What came while it was away it answers when it is back: read is what it answered.
import { createPeer, isMiyuError } from 'miyu';

const [folder = './bot', server = ''] = process.argv.slice(2);
const peer = await createPeer({ folder, server, listen: ['/ip4/127.0.0.1/tcp/0'] });
process.on('SIGTERM', () => void peer.stop().then(() => process.exit()));

let turn: Promise<unknown> = Promise.resolve();
const inTurn = (work: () => Promise<unknown>): void => {
  turn = turn.then(work).catch((error: unknown) => {
    console.error(isMiyuError(error) ? error.code : error);
  });
};
peer.onEvent(({ event }) => {
  if (event.type === 'friend' && event.change === 'incoming') inTurn(() => peer.accept(event.friend));
  if (event.type === 'message' && event.message.direction === 'in') inTurn(() => answer(event.friend));
});

const password = process.env['BOT_PASSWORD'] ?? '';
if (peer.status().state === 'no-account') await peer.register({ name: 'echo', password });
else await peer.login({ password });
for (const { account } of peer.requests()) inTurn(() => peer.accept(account));
for (const { account } of peer.friends()) inTurn(() => answer(account));
console.log(peer.status().name);

async function answer(friend: string): Promise<void> {
  const { firstUnread } = peer.friend(friend);
  if (firstUnread === null) return;
  for (const { direction, position, text } of peer.history({ with: friend, after: firstUnread - 1, limit: 100 })) {
    if (direction === 'in') await peer.send({ to: friend, text, replyTo: position });
    await peer.markRead({ with: friend, upTo: position });
  }
  await answer(friend);
}
