package io.moneyprinter.monitoring.agent;

import com.sun.management.OperatingSystemMXBean;
import io.moneyprinter.codecs.monitoring.NodeLoad;
import io.moneyprinter.codecs.monitoring.NodeMachine;
import io.moneyprinter.platform.tasks.FreeMemory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the node runs on and how busy that is. Reads files, so it is asked on a worker thread. */
public final class Machine {
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final FreeMemory memory = new FreeMemory();
  private final Path data;

  /**
   * @param data where the node keeps its data
   */
  Machine(Path data) {
    this.data = data;
  }

  NodeLoad load() {
    Runtime runtime = Runtime.getRuntime();
    long free = -1;
    long total = -1;
    try {
      FileStore disk = Files.getFileStore(data);
      free = disk.getUsableSpace();
      total = disk.getTotalSpace();
    } catch (IOException unreadable) {
      // A folder that is not there yet, or any more: shown as unknown, and the health checks tell.
      free = -1;
    }
    return new NodeLoad(
        share(system.getProcessCpuLoad()),
        share(system.getCpuLoad()),
        runtime.availableProcessors(),
        runtime.totalMemory() - runtime.freeMemory(),
        runtime.maxMemory(),
        memory.getAsLong(),
        memory.whole(),
        free,
        total);
  }

  private static double share(double value) {
    return Double.isNaN(value) ? -1 : value;
  }

  NodeMachine describe() {
    return new NodeMachine(
        hostName(),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        System.getProperty("java.version") + " " + System.getProperty("java.vendor"),
        ProcessHandle.current().pid());
  }

  /** The machine's own name; asking for it may block. */
  public static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
