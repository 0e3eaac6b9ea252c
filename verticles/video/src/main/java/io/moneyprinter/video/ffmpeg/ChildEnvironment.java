package io.moneyprinter.video.ffmpeg;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The environment variables of a child process: only those it needs. Keys of services and proxies
 * to the network are not its business.
 */
final class ChildEnvironment {
  private static final Set<String> KEPT = Set.of("PATH", "LANG", "TZ", "SYSTEMROOT", "WINDIR");

  /** Where drivers of graphics cards are told what to use. */
  private static final Set<String> DRIVERS =
      Set.of(
          "LC_", "LD_", "DYLD_", "CUDA_", "NVIDIA_", "LIBVA_", "VDPAU_", "VK_", "MESA_", "ONEVPL_");

  private ChildEnvironment() {}

  /**
   * @param environment is changed
   * @param folder its own, for temporary files
   * @param frugal whether it has to do with little address space
   */
  static void prepare(
      Map<String, String> environment, FfmpegProgram program, Path folder, boolean frugal) {
    environment.keySet().removeIf(name -> !needed(name.toUpperCase(Locale.ROOT)));
    environment.putAll(program.environment());
    for (String name : new String[] {"HOME", "TMPDIR", "TMP", "TEMP"}) {
      environment.put(name, folder.toString());
    }
    if (frugal) {
      // Otherwise the C library reserves 64 MB of addresses for each thread.
      environment.put("MALLOC_ARENA_MAX", "1");
    }
  }

  private static boolean needed(String name) {
    return KEPT.contains(name) || DRIVERS.stream().anyMatch(name::startsWith);
  }
}
