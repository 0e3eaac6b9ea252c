package io.moneyprinter.launcher.benchmark;

/**
 * What a piece of work took.
 *
 * @param cpu processor seconds of this process and all the child processes it waited for
 * @param own processor seconds of this process alone
 * @param wall seconds by the clock
 * @param peakProcess most resident memory of one child process, bytes
 * @param peakChildren most resident memory of all child processes together, bytes
 * @param peakOwn most resident memory of this process, bytes
 */
record Effort(
    double cpu, double own, double wall, long peakProcess, long peakChildren, long peakOwn) {
  Effort and(Effort next) {
    return new Effort(
        cpu + next.cpu,
        own + next.own,
        wall + next.wall,
        Math.max(peakProcess, next.peakProcess),
        Math.max(peakChildren, next.peakChildren),
        Math.max(peakOwn, next.peakOwn));
  }
}
