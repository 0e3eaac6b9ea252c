package io.moneyprinter.engines;

import io.moneyprinter.engines.ServerProcess.NotReady;
import io.moneyprinter.engines.ServerProcess.StopStep;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A server that listens on a port of 127.0.0.1, in a folder that is locked for it. */
final class EngineServer implements AutoCloseable {
  private static final int PORT_TRIES = 5;

  private final ServerProcess process;
  private final FolderLock lock;
  private final int port;
  private final List<StopStep> stopSteps;

  private EngineServer(ServerProcess process, FolderLock lock, int port, List<StopStep> stopSteps) {
    this.process = process;
    this.lock = lock;
    this.port = port;
    this.stopSteps = stopSteps;
  }

  /** The command line of a server that is to listen on a port. */
  @FunctionalInterface
  interface CommandLine {
    List<String> on(int port) throws IOException;
  }

  /**
   * What is to be started.
   *
   * @param name of the engine, for messages
   * @param port 0 for any that is free
   * @param ready how the line ends with which it says that it listens
   * @param startLimit how long it may take until then
   * @param stopSteps how it is asked to end, the gentlest first
   */
  record Plan(
      String name,
      Path folder,
      int port,
      CommandLine command,
      String ready,
      Duration startLimit,
      List<StopStep> stopSteps) {}

  /**
   * Starts it and waits until it listens. Where any port will do, another one is tried when
   * somebody was quicker to take it.
   *
   * @param lock of the folder; released when the server is closed, and not when this fails
   * @throws EngineException it cannot be started; nothing is left running
   */
  static EngineServer start(Plan plan, FolderLock lock) {
    for (int attempt = 1; ; attempt++) {
      int port = plan.port() == 0 ? Loopback.freePort() : plan.port();
      try {
        ServerProcess process =
            ServerProcess.start(
                plan.name(),
                plan.command().on(port),
                plan.folder(),
                line -> line.endsWith(plan.ready()),
                plan.startLimit());
        return new EngineServer(process, lock, port, plan.stopSteps());
      } catch (NotReady e) {
        boolean portLost = plan.port() == 0 && e.getMessage().contains("Address already in use");
        if (!portLost || attempt == PORT_TRIES) {
          throw Diagnosis.of(
              plan.name(), "could not start on port " + port, e.getMessage(), plan.folder());
        }
      } catch (IOException e) {
        throw Folders.failure("Could not start " + plan.name(), plan.folder(), e);
      }
    }
  }

  int port() {
    return port;
  }

  boolean running() {
    return process.running();
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.stop(stopSteps);
    lock.close();
  }
}
