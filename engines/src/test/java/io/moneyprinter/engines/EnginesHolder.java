package io.moneyprinter.engines;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A program for a JVM of its own: starts both engines, says where they are, and holds them until
 * its input ends.
 */
public final class EnginesHolder {
  private EnginesHolder() {}

  /**
   * @param arguments the folder for the engines, the cache, and "immortal" for engines that outlive
   *     this JVM
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Path cache = Path.of(arguments[1]);
    SystemTools tools = SystemTools.found();
    if (arguments.length > 2) {
      tools = new SystemTools(tools.setsid(), Optional.empty(), tools.unshare());
    }
    try (EmbeddedPostgres postgres =
            EmbeddedPostgres.start(
                EmbeddedPostgresOptions.in(folder.resolve("postgres"), cache), tools);
        EmbeddedRedis redis =
            EmbeddedRedis.start(EmbeddedRedisOptions.in(folder.resolve("redis"), cache), tools)) {
      System.out.printf(
          "HOLDING %s %s %s %s %d %d%n",
          postgres.jdbcUri(),
          postgres.password(),
          redis.port(),
          redis.password(),
          postgres.pid(),
          redis.pid());
      while (System.in.read() >= 0) {
        // until the input is closed
      }
    } catch (EngineException e) {
      System.out.println("REFUSED " + e.getMessage().replace('\n', ' '));
      System.exit(1);
    }
  }
}
