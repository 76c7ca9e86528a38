/** Hidden first argument of the process that holds the keys; only a supervisor starts it, with a channel to itself. */
export const DAEMON_ARGUMENT = '--daemon';
