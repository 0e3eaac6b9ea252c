package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One child process from start to end. No thread waits for it: what it prints goes to files, its
 * end comes as a future; only a feed occupies a thread.
 */
final class FfmpegRun {
  private static final long LOOK_MILLIS = 250;
  private static final int PIPE_BUFFER = 1 << 16;

  private final Vertx vertx;
  private final WorkerPools pools;
  private final FfmpegProgram program;
  private final FfmpegCommand command;
  private final DataFolder data;
  private final ResourceLimits limits;
  private final AtomicReference<FailureCode> ended = new AtomicReference<>();
  private volatile Path folder;
  private volatile RunLog log;
  private volatile Process process;

  FfmpegRun(
      Vertx vertx,
      WorkerPools pools,
      FfmpegProgram program,
      FfmpegCommand command,
      DataFolder data,
      ResourceLimits limits) {
    this.vertx = vertx;
    this.pools = pools;
    this.program = program;
    this.command = command;
    this.data = data;
    this.limits = limits;
  }

  Future<FfmpegOutput> start() {
    // A pool thread outlives the process: the kernel would end a child whose starting thread ends.
    return pools
        .run(Pool.ENCODE, this::launch)
        .compose(this::attend)
        .eventually(() -> pools.run(Pool.ENCODE, this::clean));
  }

  void cancel() {
    end(FailureCode.CANCELLED);
  }

  private Process launch() throws IOException {
    folder = data.scratch("ffmpeg");
    log = new RunLog(folder);
    List<String> line = new ArrayList<>(program.tether());
    line.addAll(limits.prefix());
    line.add((command.look() ? program.ffprobe() : program.ffmpeg()).toString());
    if (!command.look() && command.feed() == null) {
      line.add("-nostdin");
    }
    line.addAll(command.arguments());
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.redirectOutput(log.output().toFile()).redirectError(log.errors().toFile());
    ChildEnvironment.prepare(builder.environment(), program, folder, command.untrusted());
    Process started = builder.start();
    process = started;
    if (ended.get() != null) {
      started.destroyForcibly();
    }
    if (command.feed() == null) {
      started.getOutputStream().close();
    }
    return started;
  }

  private Future<FfmpegOutput> attend(Process started) {
    long limit = vertx.setTimer(command.limit().toMillis(), late -> end(FailureCode.TIMEOUT));
    long look = vertx.setPeriodic(LOOK_MILLIS, tick -> look(started));
    Future<Integer> exit =
        Future.fromCompletionStage(started.onExit(), vertx.getOrCreateContext())
            .map(Process::exitValue)
            .onComplete(
                done -> {
                  vertx.cancelTimer(limit);
                  vertx.cancelTimer(look);
                });
    Future<Void> fed = command.feed() == null ? Future.succeededFuture() : feed(started);
    return Future.join(exit, fed)
        .transform(both -> pools.run(Pool.ENCODE, () -> verdict(exit.result(), fed.cause())));
  }

  private Future<Void> feed(Process started) {
    return pools.run(
        Pool.ENCODE,
        () -> {
          try (OutputStream pipe =
              new java.io.BufferedOutputStream(started.getOutputStream(), PIPE_BUFFER)) {
            command.feed().writeTo(pipe);
            return null;
          } catch (RuntimeException e) {
            // The frames cannot be made, so the program would wait for them for ever.
            started.destroyForcibly();
            throw e;
          }
        });
  }

  private FfmpegOutput verdict(int status, Throwable feedFailure) throws IOException {
    if (ended.get() != null) {
      throw RunFailure.ended(ended.get(), command, limits);
    }
    if (feedFailure != null && !(feedFailure instanceof IOException)) {
      throw ServiceFailure.from(feedFailure);
    }
    if (status != 0) {
      throw RunFailure.of(status, command, limits, log.errorTail());
    }
    if (command.onFrame() != null) {
      // A short run may end before anybody looked.
      log.frames().ifPresent(count -> command.onFrame().accept(count));
    }
    return new FfmpegOutput(Files.readString(log.output()), log.errorText());
  }

  private void look(Process started) {
    if (command.onFrame() != null) {
      vertx
          .executeBlocking(log::frames, false)
          .onSuccess(frames -> frames.ifPresent(count -> command.onFrame().accept(count)));
    }
    if (limits.resident() > 0) {
      vertx
          .executeBlocking(() -> ResourceLimits.residentOf(started.pid()), false)
          .onSuccess(
              bytes -> {
                if (bytes > limits.resident()) {
                  end(FailureCode.RESOURCE);
                }
              });
    }
  }

  private void end(FailureCode why) {
    ended.compareAndSet(null, why);
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
    }
  }

  private Void clean() {
    if (folder != null) {
      DataFolder.delete(folder);
    }
    return null;
  }
}
