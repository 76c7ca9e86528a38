/** What a crowd (crowd-process.ts) is told over IPC, and what it answers. */

export type CrowdOrder =
  /** They register and ask somebody to be their friend. */
  | {
      readonly do: 'come';
      readonly folder: string;
      readonly names: readonly string[];
      readonly server: string;
      readonly friend: string;
    }
  /** How many of them have a friend of that name, and see it online. */
  | { readonly do: 'seen'; readonly friend: string };

export type CrowdReply = { readonly result: number } | { readonly error: string };
