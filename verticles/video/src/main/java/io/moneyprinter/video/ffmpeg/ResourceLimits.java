package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.video.safety.MediaLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a child process may take. The kernel holds it to address space and size of files
 * (setrlimit(2), Linux); the memory that it really uses is watched by us.
 *
 * <p>A look is bounded by the time it computes, not by the clock: on a busy machine an innocent
 * file has to wait long.
 *
 * <p>At work only the real memory is bounded: an encoder's threads and a GPU's driver reserve many
 * times the addresses they ever use.
 *
 * @param addressSpace bytes; 0 for no bound
 * @param resident bytes of real memory; 0 for no bound
 * @param fileSize bytes of each file it writes
 * @param cpuSeconds of computing; 0 for no bound
 */
record ResourceLimits(long addressSpace, long resident, long fileSize, long cpuSeconds) {
  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
  private static final Path SHELL = Path.of("/bin/sh");
  private static final Path PROCESSES = Path.of("/proc");

  /** What a look prints is read into memory. */
  private static final long LOOK_OUTPUT = 16L << 20;

  /** The unit of {@code ulimit -f} (POSIX). */
  private static final int BLOCK = 512;

  static ResourceLimits of(FfmpegCommand command, MediaLimits limits) {
    return command.untrusted()
        ? new ResourceLimits(
            limits.lookMemory().bytes(), 0, LOOK_OUTPUT, Math.max(1, limits.lookTime().toSeconds()))
        : new ResourceLimits(0, limits.workMemory().bytes(), limits.outputSize().bytes(), 0);
  }

  /** Words in front of the program that make the kernel hold it to this; none but on Linux. */
  List<String> prefix() {
    if (!Files.isDirectory(PROCESSES.resolve("self"))) {
      return List.of();
    }
    return Files.isExecutable(PRLIMIT) ? withPrlimit() : withShell();
  }

  private List<String> withPrlimit() {
    List<String> words = new ArrayList<>(List.of(PRLIMIT.toString(), "--core=0"));
    words.add("--fsize=" + fileSize);
    if (addressSpace > 0) {
      words.add("--as=" + addressSpace);
    }
    if (cpuSeconds > 0) {
      words.add("--cpu=" + cpuSeconds + ":" + (cpuSeconds + 1));
    }
    words.add("--");
    return words;
  }

  /** For systems without util-linux. Only numbers of ours are in the text of the script. */
  List<String> withShell() {
    String memory = addressSpace > 0 ? "ulimit -v " + addressSpace / 1024 + " && " : "";
    String time = cpuSeconds > 0 ? "ulimit -t " + cpuSeconds + " && " : "";
    String script =
        "ulimit -c 0 && ulimit -f " + fileSize / BLOCK + " && " + memory + time + "exec \"$@\"";
    return List.of(SHELL.toString(), "-c", script, "sh");
  }

  /** Bytes of real memory that a process takes at present; 0 when it has ended or is unknown. */
  static long residentOf(long pid) throws IOException {
    try {
      return Files.readAllLines(PROCESSES.resolve(Long.toString(pid)).resolve("status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }
}
