package io.moneyprinter.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Server processes that outlived the JVM that started them. A process counts as ours only if it is
 * a server program <em>and</em> works inside this very folder, which its kernel entry tells;
 * whoever calls holds the folder's lock, so none of them belongs to a living JVM.
 */
final class Leftovers {
  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
  private static final Path PROC = Path.of("/proc");

  private Leftovers() {}

  /** Ends what is left over and works in the folder: down the steps, then by force. */
  static void end(
      String server, Path folder, List<String> programs, List<ServerProcess.StopStep> steps) {
    List<ProcessHandle> left = find(folder, programs);
    if (left.isEmpty()) {
      return;
    }
    LOG.warn(
        "Ending {} left over in {}: {}",
        server,
        folder,
        left.stream().map(ProcessHandle::pid).toList());
    for (ServerProcess.StopStep step : steps) {
      // A child is ended by its parent, in the right order.
      left.stream()
          .filter(process -> process.parent().filter(left::contains).isEmpty())
          .forEach(process -> Signals.send(process, step.signal()));
      if (allEndWithin(left, step)) {
        return;
      }
    }
    left.forEach(ProcessHandle::destroyForcibly);
    if (!allEndWithin(left, new ServerProcess.StopStep("KILL", java.time.Duration.ofSeconds(10)))) {
      throw new EngineException(
          "A former %s (process %s) still works in %s and cannot be ended"
              .formatted(
                  server,
                  left.stream().filter(ProcessHandle::isAlive).map(ProcessHandle::pid).toList(),
                  folder),
          "End that process, then start again");
    }
  }

  static List<ProcessHandle> find(Path folder, List<String> programs) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> worksIn(process, folder) && isOneOf(process, programs))
        .toList();
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    if (!Files.isDirectory(PROC.resolve("self"))) {
      String[] arguments = process.info().arguments().orElse(new String[0]);
      return List.of(arguments).stream()
          .anyMatch(argument -> argument.startsWith(folder.toString()));
    }
    try {
      return Files.readSymbolicLink(PROC.resolve(process.pid() + "/cwd")).startsWith(folder);
    } catch (IOException | SecurityException notOurs) {
      return false; // ended meanwhile, or of another user
    }
  }

  private static boolean isOneOf(ProcessHandle process, List<String> programs) {
    String name = Path.of(process.info().command().orElse("/")).toString();
    return programs.stream()
        .anyMatch(program -> name.substring(name.lastIndexOf('/') + 1).startsWith(program));
  }

  private static boolean allEndWithin(List<ProcessHandle> processes, ServerProcess.StopStep step) {
    long end = System.nanoTime() + step.patience().toNanos();
    try {
      for (ProcessHandle process : processes) {
        process.onExit().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      }
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return processes.stream().noneMatch(ProcessHandle::isAlive);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
