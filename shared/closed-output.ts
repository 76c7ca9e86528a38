/** Whoever reads what a program prints may have had enough of it (`| head`, a terminal that is gone): that is its reader's choice, and no crash. */

/** @param then what the program does once nobody reads its standard output */
export function whenOutputCloses(then: () => void): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      if (stream === process.stdout) then();
    });
  }
}
