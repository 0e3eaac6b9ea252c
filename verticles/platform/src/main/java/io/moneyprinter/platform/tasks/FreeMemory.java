package io.moneyprinter.platform.tasks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * How much memory programs started now can have without anything being swapped out, in bytes: what
 * Linux states as {@code MemAvailable} in {@code /proc/meminfo} (proc(5)), and no more than the
 * control group (v2 or v1) has left, files it can give up counted as free; elsewhere what the
 * operating system calls free. The files read are in memory, so reading them does not block.
 */
public final class FreeMemory implements LongSupplier {
  private static final long KIB = 1024;

  private final Path meminfo;
  private final Path groups;

  public FreeMemory() {
    this(Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup"));
  }

  /**
   * @param meminfo as {@code /proc/meminfo}
   * @param groups where the control group of this process is seen
   */
  public FreeMemory(Path meminfo, Path groups) {
    this.meminfo = meminfo;
    this.groups = groups;
  }

  @Override
  public long getAsLong() {
    OptionalLong machine = field(meminfo, "MemAvailable:");
    long free = machine.isPresent() ? machine.getAsLong() * KIB : free();
    OptionalLong group = left("memory.max", "memory.current", "memory.stat", "inactive_file");
    if (group.isEmpty()) {
      group =
          left(
              "memory/memory.limit_in_bytes",
              "memory/memory.usage_in_bytes",
              "memory/memory.stat",
              "total_inactive_file");
    }
    return group.isPresent() ? Math.min(free, group.getAsLong()) : free;
  }

  /**
   * All that the machine has ({@code MemTotal}), and no more than the control group allows, bytes.
   */
  public long whole() {
    OptionalLong machine = field(meminfo, "MemTotal:");
    long all = machine.isPresent() ? machine.getAsLong() * KIB : system().getTotalMemorySize();
    for (String limit : List.of("memory.max", "memory/memory.limit_in_bytes")) {
      OptionalLong most = number(groups.resolve(limit));
      all = most.isPresent() ? Math.min(all, most.getAsLong()) : all;
    }
    return all;
  }

  private static long free() {
    return system().getFreeMemorySize();
  }

  private static OperatingSystemMXBean system() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  }

  /** Empty where there is no limit. */
  private OptionalLong left(String limit, String usage, String stat, String givenUp) {
    OptionalLong most = number(groups.resolve(limit));
    OptionalLong used = number(groups.resolve(usage));
    if (most.isEmpty() || used.isEmpty()) {
      return OptionalLong.empty();
    }
    long files = field(groups.resolve(stat), givenUp).orElse(0);
    return OptionalLong.of(Math.max(0, most.getAsLong() - used.getAsLong() + files));
  }

  /** The only number of a file; empty for {@code max} and where there is no such file. */
  private static OptionalLong number(Path file) {
    List<String> lines = lines(file);
    return lines.isEmpty() ? OptionalLong.empty() : parse(lines.get(0));
  }

  private static OptionalLong field(Path file, String name) {
    for (String line : lines(file)) {
      String[] words = line.trim().split("\\s+");
      if (words.length > 1 && words[0].equals(name)) {
        return parse(words[1]);
      }
    }
    return OptionalLong.empty();
  }

  private static OptionalLong parse(String text) {
    String word = text.trim();
    return word.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(word)) : OptionalLong.empty();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      // Not every container shows its control group; the machine's own figure holds then.
      return List.of();
    }
  }
}
