package io.moneyprinter.engines;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server as a child process. One daemon thread starts it, reads its words and waits for its end:
 * the kernel ties the signal "your parent died" to the <em>thread</em> that started a process, so
 * that thread must live as long as the process.
 */
final class ServerProcess {
  private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  /** The server ended, or did not become ready in time; the message holds its last words. */
  static final class NotReady extends Exception {
    private static final long serialVersionUID = 1L;

    NotReady(String lastWords) {
      super(lastWords);
    }
  }

  /** One rung of the way down: a signal and how long to wait before the next. */
  record StopStep(String signal, Duration patience) {}

  private final String name;
  private final Predicate<String> readyLine;
  private final ServerLog log;
  private final CompletableFuture<Process> started = new CompletableFuture<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private volatile boolean stopping;

  private ServerProcess(String name, Predicate<String> readyLine, Path logFile) {
    this.name = name;
    this.readyLine = readyLine;
    this.log = new ServerLog(logFile);
  }

  /**
   * Starts a server and waits until it says that it is ready.
   *
   * @param readyLine recognises the line by which the server says so
   * @throws NotReady it ended or did not become ready within the limit; it is not running any more
   */
  static ServerProcess start(
      String name, List<String> command, Path folder, Predicate<String> readyLine, Duration limit)
      throws NotReady, IOException {
    ServerProcess server = new ServerProcess(name, readyLine, folder.resolve("server.log"));
    Thread keeper = new Thread(() -> server.keep(command, folder), "keeper of " + name);
    keeper.setDaemon(true);
    keeper.start();
    try {
      server.ready.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return server;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new NotReady(server.log.tail());
    } catch (TimeoutException e) {
      server.kill();
      throw new NotReady(server.log.tail() + "\n(not ready after " + limit.toSeconds() + " s)");
    } catch (InterruptedException e) {
      server.kill();
      Thread.currentThread().interrupt();
      throw new NotReady("(the start was interrupted)");
    }
  }

  private void keep(List<String> command, Path folder) {
    try (log) {
      Process process = Launch.builder(command, folder).start();
      started.complete(process);
      process.getOutputStream().close();
      process.onExit().thenAcceptAsync(this::exited);
      try (BufferedReader words = process.inputReader(StandardCharsets.UTF_8)) {
        for (String line; (line = words.readLine()) != null; ) {
          log.append(line);
          if (!ready.isDone() && readyLine.test(line)) {
            ready.complete(null);
          }
        }
      }
      ended.complete(process.waitFor());
    } catch (IOException e) {
      started.completeExceptionally(e);
      ready.completeExceptionally(e);
      LOG.debug("Reading from {} ended", name, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void exited(Process process) {
    // The reader may still be behind with the last words; children of the server may hold the pipe
    // open longer.
    ended
        .completeOnTimeout(process.exitValue(), LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    if (!ready.completeExceptionally(new NotReady(log.tail())) && !stopping) {
      LOG.error(
          "{} ended by itself with exit code {}; its last words:\n{}",
          name,
          process.exitValue(),
          log.tail());
    }
  }

  boolean running() {
    return started.isDone() && !started.isCompletedExceptionally() && started.join().isAlive();
  }

  long pid() {
    return started.join().pid();
  }

  /** Goes down the steps until the process has ended; the last resort is to kill it. */
  void stop(List<StopStep> steps) {
    stopping = true;
    Process process = started.join();
    for (StopStep step : steps) {
      if (!process.isAlive()) {
        return;
      }
      Signals.send(process.toHandle(), step.signal());
      if (endsWithin(process, step.patience())) {
        return;
      }
      LOG.warn(
          "{} is still running {} s after SIG{}", name, step.patience().toSeconds(), step.signal());
    }
    kill();
  }

  private void kill() {
    stopping = true;
    started.thenAccept(
        process -> {
          process.destroyForcibly();
          endsWithin(process, Duration.ofSeconds(10));
        });
  }

  private static boolean endsWithin(Process process, Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
