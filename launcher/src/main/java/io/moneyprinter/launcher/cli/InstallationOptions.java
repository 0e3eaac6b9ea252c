package io.moneyprinter.launcher.cli;

import io.moneyprinter.launcher.settings.Installation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every command which reads the configuration has. */
public final class InstallationOptions {
  @Option(
      names = "--conf",
      paramLabel = "FOLDER",
      description = "Folder of application.yaml (default: conf beside the program)")
  private Path conf;

  @Option(
      names = "--env",
      paramLabel = "NAME",
      description = "development, staging or production (default: development)")
  private String environment;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets one setting, such as gateway.http.port=8080; may be given many times")
  private Map<String, String> settings = new LinkedHashMap<>();

  Installation read() {
    return Installation.read(choice(), System.getenv());
  }

  /** The same for looking at, also where production would not start with it. */
  Installation examine() {
    return Installation.examine(choice(), System.getenv());
  }

  /** One group of the settings, for commands that need no more. */
  <T extends Record> T group(Class<T> type, String name) {
    return Installation.group(choice(), System.getenv(), type, name);
  }

  Installation.Choice choice() {
    return new Installation.Choice(
        Optional.ofNullable(conf), Optional.ofNullable(environment), settings);
  }

  InstallationOptions with(String key, String value) {
    settings.putIfAbsent(key, value);
    return this;
  }
}
