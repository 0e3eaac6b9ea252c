package io.moneyprinter.launcher.doctor;

import com.sun.management.OperatingSystemMXBean;
import io.moneyprinter.launcher.node.Services;
import io.moneyprinter.launcher.settings.Installation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be looked at without starting anything. */
public final class MachineChecks {
  private static final int OLDEST_JAVA = 17;
  private static final double LITTLE_MEMORY_GB = 3.5;
  private static final double LITTLE_DISK_GB = 2;
  private static final double GIGA = 1 << 30;

  private final Installation installation;

  public MachineChecks(Installation installation) {
    this.installation = installation;
  }

  public List<Check> run() {
    List<Check> checks = new ArrayList<>();
    checks.add(java());
    checks.add(memory());
    checks.add(data());
    checks.add(port("gateway.http.port", installation.config().gateway().http().port()));
    checks.add(
        port("monitoring.port", installation.config().monitoring().portWith(Services.all())));
    return checks;
  }

  private static Check java() {
    int version = Runtime.version().feature();
    String detail = "Java " + Runtime.version() + " from " + System.getProperty("java.vendor");
    return version >= OLDEST_JAVA
        ? Check.good("Java", detail)
        : Check.bad("Java", detail, "Install a JDK of version 17 or later");
  }

  private static Check memory() {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double total = machine.getTotalMemorySize() / GIGA;
    String detail =
        String.format(
            Locale.ROOT,
            "%.1f GB memory, %d processors",
            total,
            Runtime.getRuntime().availableProcessors());
    return total >= LITTLE_MEMORY_GB
        ? Check.good("Machine", detail)
        : Check.note("Machine", detail, "Set workers.encode=1 to encode one segment at a time");
  }

  private Check data() {
    Path data = installation.data();
    try {
      Files.createDirectories(data);
      Files.delete(Files.createTempFile(data, ".doctor", null));
      double free = Files.getFileStore(data).getUsableSpace() / GIGA;
      String detail = String.format(Locale.ROOT, "%s, %.1f GB free", data, free);
      return free >= LITTLE_DISK_GB
          ? Check.good("Data folder", detail)
          : Check.bad("Data folder", detail, "Free some space, or set data to a larger volume");
    } catch (IOException e) {
      return Check.bad(
          "Data folder",
          data + " cannot be written (" + e.getMessage() + ")",
          "Give yourself permission, or set data to another folder");
    }
  }

  private Check port(String key, int port) {
    if (port == 0) {
      return Check.good("Port", key + " takes any free port");
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return Check.good("Port", port + " (" + key + ") is free");
    } catch (IOException e) {
      return Check.note(
          "Port",
          port + " (" + key + ") is taken",
          "A node may be running already; else choose another: --set " + key + "=" + (port + 1));
    }
  }
}
