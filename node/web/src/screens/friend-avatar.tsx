import type { ReactElement } from 'react';
import { Avatar } from '../parts/avatar.tsx';
import type { Friend } from '../peer/methods.ts';
import { usePicture } from '../peer/pictures.ts';

interface Props {
  readonly friend: Pick<Friend, 'name' | 'account' | 'card'>;
  readonly size?: 'small' | 'normal' | 'large';
  readonly presence?: 'online' | 'away';
}

/** A friend’s picture where the card has one, else the letters of the name. */
export function FriendAvatar({ friend, ...rest }: Props): ReactElement {
  const picture = usePicture(friend.account, friend.card?.picture);
  return (
    <Avatar name={friend.name} account={friend.account} {...(picture === undefined ? {} : { picture })} {...rest} />
  );
}
