package io.moneyprinter.launcher.validation;

import io.moneyprinter.launcher.settings.EngineMode;
import io.moneyprinter.launcher.settings.NodeConfig;
import io.moneyprinter.launcher.settings.QueueConfig;
import io.moneyprinter.platform.settings.ConfigTree;
import io.moneyprinter.platform.settings.SecretReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks over the secrets that a configuration uses. Values never get into a finding. */
public final class SecretCheck {
  /**
   * A secret among the settings.
   *
   * @param setting full name
   */
  public record Held(String setting, String value) {
    @Override
    public String toString() {
      return "Held[" + setting + "]";
    }
  }

  /** Those that the operator makes up; the others come from whoever runs the service. */
  private static final Pattern OWN =
      Pattern.compile(
          "database\\.password|cluster\\.secret|storage\\.encryption\\.keys\\..*|security\\..*"
              + "|.*\\.(password|secret)");

  private static final String RANDOM = "take a random one, such as 'openssl rand -hex 24' makes";

  private final NodeConfig config;
  private final ConfigTree tree;

  SecretCheck(NodeConfig config, ConfigTree tree) {
    this.config = config;
    this.tree = tree;
  }

  List<Finding> findings(List<Held> secrets) {
    List<Finding> findings = new ArrayList<>();
    for (Held secret : secrets) {
      if (used(secret.setting())) {
        strength(secret)
            .ifPresent(
                problem -> findings.add(new Finding(secret.setting(), problem, remedy(secret))));
        onCommandLine(secret.setting()).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** Settings of what is not in use may be what they like. */
  private boolean used(String setting) {
    return switch (setting) {
      case "database.password" -> config.database().mode() == EngineMode.EXTERNAL;
      case "redis.uri" -> config.redis().mode() == EngineMode.EXTERNAL;
      case "queue.rabbitmq.uri" -> config.queue().mode() == QueueConfig.Mode.RABBITMQ;
      case "cluster.secret" -> config.cluster().enabled() && config.cluster().secret().isPresent();
      default -> true;
    };
  }

  private static Optional<String> strength(Held secret) {
    if (secret.setting().endsWith(".uri")) {
      return ofAddress(secret.value());
    }
    return OWN.matcher(secret.setting()).matches()
        ? SecretStrength.ofOwn(secret.value())
        : SecretStrength.ofGiven(secret.value());
  }

  /** The password in an address; on this machine it may do without one. */
  private static Optional<String> ofAddress(String text) {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      return Optional.of("is no address");
    }
    String user = uri.getUserInfo();
    String password = user == null || !user.contains(":") ? "" : user.replaceFirst("^[^:]*:", "");
    if (password.isEmpty()) {
      return uri.getHost() != null && ConfigValidator.loopback(uri.getHost())
          ? Optional.empty()
          : Optional.of("has no password");
    }
    return SecretStrength.ofOwn(password).map(problem -> "its password " + problem);
  }

  private static String remedy(Held secret) {
    return OWN.matcher(secret.setting()).matches() || secret.setting().endsWith(".uri")
        ? RANDOM
        : "put the key there that the provider gave you, or leave the setting out";
  }

  /** What stands on a command line can be read by every user of the machine. */
  private Optional<Finding> onCommandLine(String setting) {
    return tree.written(setting)
        .filter(written -> written.origin().equals("--set"))
        .filter(written -> written.items().stream().anyMatch(SecretCheck::plain))
        .map(
            written ->
                new Finding(
                    setting,
                    "stands on the command line, where every user of the machine can read it",
                    "write --set " + setting + "=env:NAME, file:/path or secret://…"));
  }

  private static boolean plain(String text) {
    return SecretReference.parseSecret(text).isEmpty();
  }
}
