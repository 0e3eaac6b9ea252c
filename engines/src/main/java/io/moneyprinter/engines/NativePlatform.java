package io.moneyprinter.engines;

import java.util.List;
import java.util.Locale;

/**
 * One operating system and processor with the resources that carry its servers. A new platform is
 * one more entry.
 *
 * @param name as in messages: {@code linux-x86_64}
 * @param postgres resource of the packed PostgreSQL
 * @param redis resources of Redis, the preferred one first: the next is tried where one does not
 *     run
 */
record NativePlatform(String name, String postgres, List<String> redis) {

  private static final List<NativePlatform> KNOWN =
      List.of(
          // The 32-bit Redis is linked statically: it runs where the 64-bit one misses OpenSSL 3.
          new NativePlatform(
              "linux-x86_64",
              "/postgres-linux-x86_64.txz",
              List.of("/redis-server-6.2.6-v5-linux-amd64", "/redis-server-6.2.7-linux-386")),
          new NativePlatform(
              "linux-aarch64",
              "/postgres-linux-arm_64.txz",
              List.of("/redis-server-6.2.7-linux-arm64")),
          new NativePlatform(
              "macos-x86_64",
              "/postgres-darwin-x86_64.txz",
              List.of("/redis-server-6.2.6-v5-darwin-amd64")),
          new NativePlatform(
              "macos-aarch64",
              "/postgres-darwin-arm_64.txz",
              List.of("/redis-server-6.2.6-v5-darwin-arm64")));

  static NativePlatform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** The entry for what the JVM calls {@code os.name} and {@code os.arch}. */
  static NativePlatform of(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system =
        os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "macos" : os.replace(' ', '-');
    String processor =
        switch (osArch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "aarch64";
          default -> osArch;
        };
    String name = system + "-" + processor;
    return KNOWN.stream()
        .filter(platform -> platform.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new EngineException(
                    "There is no embedded PostgreSQL and Redis for " + name,
                    "Configure an external PostgreSQL and Redis, or run on one of "
                        + String.join(", ", KNOWN.stream().map(NativePlatform::name).toList())));
  }
}
