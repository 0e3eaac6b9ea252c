package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.safety.MediaLimits;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs FFmpeg as child processes and ends those that are left when the service closes. */
public final class Ffmpeg {
  private final Vertx vertx;
  private final WorkerPools pools;
  private final DataFolder data;
  private final FfmpegProgram program;
  private final MediaLimits limits;
  private final Set<FfmpegRun> running = ConcurrentHashMap.newKeySet();

  /**
   * @param limits how much memory and disk a child process may take
   */
  public Ffmpeg(
      Vertx vertx, WorkerPools pools, DataFolder data, FfmpegProgram program, MediaLimits limits) {
    this.limits = limits;
    this.vertx = vertx;
    this.pools = pools;
    this.data = data;
    this.program = program;
  }

  public FfmpegProgram program() {
    return program;
  }

  /**
   * Runs a command to its end. Fails with {@code CANCELLED} when the task is, {@code TIMEOUT} after
   * its limit, {@code RESOURCE} when disk or memory gave out, {@code INVALID} for a file from
   * outside that took more than it may, else {@code INTERNAL} with the end of what the program
   * wrote.
   */
  public Future<FfmpegOutput> run(FfmpegCommand command, TaskContext task) {
    ResourceLimits granted = ResourceLimits.of(command, limits);
    FfmpegRun run = new FfmpegRun(vertx, pools, program, command, data, granted);
    running.add(run);
    task.onCancel(run::cancel);
    return run.start().onComplete(done -> running.remove(run));
  }

  /** Runs a command that nobody can cancel. */
  public Future<FfmpegOutput> run(FfmpegCommand command) {
    return run(command, Unwatched.TASK);
  }

  /** How many child processes there are at present. */
  public int processes() {
    return running.size();
  }

  /** Ends whatever still runs. */
  public Future<Void> close() {
    running.forEach(FfmpegRun::cancel);
    return Future.succeededFuture();
  }

  private enum Unwatched implements TaskContext {
    TASK;

    @Override
    public void progress(double fraction) {
      // Nobody watches.
    }

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public void onCancel(Runnable stop) {
      // Never cancelled.
    }
  }
}
