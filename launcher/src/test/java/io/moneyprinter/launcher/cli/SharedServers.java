package io.moneyprinter.launcher.cli;

import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.testsupport.TestEngines;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Servers that other tests use too, so that a command has to make none of its own. */
final class SharedServers implements BeforeEachCallback {
  private List<String> settings;

  @Override
  public void beforeEach(ExtensionContext test) {
    TestEngines engines = TestEngines.of(test);
    DatabaseAccess database = engines.freshDatabases();
    settings =
        List.of(
            "database.mode=external",
            "database.host=" + database.host(),
            "database.port=" + database.port(),
            "database.user=" + database.user(),
            "database.password=" + database.password(),
            "database.prefix=" + database.prefix(),
            "redis.mode=external",
            "redis.uri=" + engines.redisUri());
  }

  /** What a command has to be told, {@code key=value}. */
  List<String> settings() {
    return settings;
  }
}
