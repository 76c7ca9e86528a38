/**
 * How a user's own programs find the way to the page of a running peer: the peer writes its address and a code, which is good
 * once, into files of the profile that only this user can read.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { MiyuError } from '../../shared/errors.ts';
import { writeFileAtomic } from '../../shared/storage/atomic-file.ts';
import { checkFolder, runFolder } from './client-path.ts';

/** Address and code, for programs. */
export const pageFile = (profile: string): string => join(runFolder(profile), 'page.json');
/** Leads a browser to the page: a command line would show the code to every user of the machine, a file's name does not. */
export const pageOpener = (profile: string): string => join(runFolder(profile), 'open.html');

/** The same with somebody's invite, which may hold a token: written by who opens the page with it, gone as soon as the code is used. */
export const inviteOpener = (profile: string): string => join(runFolder(profile), 'open-invite.html');

export const PageEntry = z.object({
  address: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}\/$/),
  code: z.string().regex(/^[\w-]{20,64}$/),
});
export type PageEntry = z.infer<typeof PageEntry>;

export interface PageDoor {
  /** Where the page is; says nothing secret. */
  readonly address: string;
  /** The address with the code in its fragment, which no browser sends anywhere. */
  readonly link: string;
  /** File that leads to the link. */
  readonly opener: string;
}

export const linkOf = ({ address, code }: PageEntry): string => `${address}#code=${code}`;

/** @param invite a link that the peer has read: what stands behind its scheme goes into the fragment as well */
export const withInvite = (link: string, invite: string): string =>
  `${link}&invite=${invite.slice(invite.lastIndexOf('/') + 1)}`;

export const openerOf = (link: string): string => {
  const text = link.replaceAll('&', '&amp;');
  return (
    '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>miyu</title>' +
    `<meta http-equiv="refresh" content="0;url=${text}"><a href="${text}">miyu 密语</a>\n`
  );
};

/** @returns the door with somebody's invite. @throws what writing to the profile throws */
export async function doorWithInvite(profile: string, door: PageDoor, invite: string): Promise<PageDoor> {
  const link = withInvite(door.link, invite);
  const opener = inviteOpener(profile);
  await writeFileAtomic(opener, Buffer.from(openerOf(link)));
  return { ...door, link, opener };
}

/** @throws MiyuError 'page-off' where no peer of this profile serves one, 'api-unauthorized' where it is another user's */
export async function findPage(profile: string): Promise<PageDoor> {
  let text: string;
  try {
    await checkFolder(runFolder(profile));
    text = await readFile(pageFile(profile), 'utf8');
  } catch (cause) {
    if (cause instanceof MiyuError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    throw new MiyuError(code === 'EACCES' || code === 'EPERM' ? 'api-unauthorized' : 'page-off', { cause });
  }
  try {
    const entry = PageEntry.parse(JSON.parse(text));
    return { address: entry.address, link: linkOf(entry), opener: pageOpener(profile) };
  } catch (cause) {
    throw new MiyuError('page-off', { cause });
  }
}
