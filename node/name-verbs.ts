/** What a person does about being found: another name, and links that bring others here. */
import { inviteLink, inviteView, openInvites, revokeInvite } from './flows/invite.ts';
import type { Peer, PeerStatus } from './flows/peer.ts';
import { renameOwn } from './flows/rename.ts';
import { IdentityVerbs } from './identity-verbs.ts';

type Verbs = 'rename' | 'readInvite' | 'invite' | 'invites' | 'revokeInvite';

const WAITING = { timeoutMs: 20_000 };

export abstract class NameVerbs extends IdentityVerbs implements Pick<Peer, Verbs> {
  protected abstract inTurn<T>(work: () => Promise<T>): Promise<T>;
  abstract status(): PeerStatus;
  /** What this program was started with. */
  protected abstract readonly defaultServer: string | undefined;

  rename({ name }: Parameters<Peer['rename']>[0]): Promise<PeerStatus> {
    return this.inTurn(async () => {
      const { flows, anywhere } = this.need();
      await renameOwn(flows, name, WAITING);
      // The copy by which the person signs in anywhere is looked up by the name.
      anywhere.changed();
      const status = this.status();
      this.tell({ type: 'state', state: status.state, missing: status.missing });
      return status;
    });
  }

  readInvite({ link }: Parameters<Peer['readInvite']>[0] = {}): ReturnType<Peer['readInvite']> {
    return inviteView(link ?? this.defaultServer ?? '');
  }

  async invite({ forNew = false, direct = true }: Parameters<Peer['invite']>[0] = {}): ReturnType<Peer['invite']> {
    return await inviteLink(this.need().flows, forNew, direct);
  }

  async invites(): ReturnType<Peer['invites']> {
    return await openInvites(this.need().flows);
  }

  async revokeInvite({ id }: Parameters<Peer['revokeInvite']>[0]): Promise<void> {
    await revokeInvite(this.need().flows, id);
  }
}
