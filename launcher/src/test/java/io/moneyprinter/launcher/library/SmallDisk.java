package io.moneyprinter.launcher.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file system of a few kilobytes in memory over a folder, where the user may mount one. */
record SmallDisk(Path folder, boolean mounted) implements AutoCloseable {
  static SmallDisk over(Path folder, int bytes) throws IOException, InterruptedException {
    return new SmallDisk(
        folder, run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString()));
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  @Override
  public void close() {
    try {
      if (mounted && !run("umount", "-l", folder.toString())) {
        throw new IllegalStateException("Still mounted: " + folder);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
