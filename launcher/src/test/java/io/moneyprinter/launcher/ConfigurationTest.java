package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.moneyprinter.launcher.cli.ConfigReference;
import io.moneyprinter.launcher.settings.EngineMode;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.launcher.settings.QueueConfig;
import io.moneyprinter.platform.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
  private static final Path CONF = Path.of("..", "conf");

  @TempDir private Path folder;

  @Test
  void theReferencePageIsWhatTheRecordsSay() throws IOException {
    assertThat(Files.readString(Path.of("..", "docs", "configuration.md")))
        .as("docs/configuration.md; make it anew by ./moneyprinter config --reference")
        .isEqualTo(ConfigReference.markdown());
  }

  @Test
  void developmentNeedsNothingAndUsesItsOwnEngines() {
    Installation installation = read(CONF, "development", Map.of());

    assertThat(installation.config().database().mode()).isEqualTo(EngineMode.EMBEDDED);
    assertThat(installation.config().redis().mode()).isEqualTo(EngineMode.EMBEDDED);
    assertThat(installation.config().cluster().enabled()).isFalse();
  }

  @Test
  void stagingAndProductionUseServersAndTakeSecretsFromVariables() {
    Map<String, String> variables =
        Map.of(
            "DATABASE_PASSWORD",
            "p",
            "REDIS_URI",
            "redis://redis.example:6379",
            "RABBITMQ_URI",
            "amqps://u:p@rabbit.example");
    for (String environment : new String[] {"staging", "production"}) {
      Installation installation = read(CONF, environment, variables);

      assertThat(installation.config().database().mode()).isEqualTo(EngineMode.EXTERNAL);
      assertThat(installation.config().database().password()).isEqualTo("p");
      assertThat(installation.config().redis().uri()).isEqualTo("redis://redis.example:6379");
      assertThat(installation.config().queue().mode()).isEqualTo(QueueConfig.Mode.RABBITMQ);
      assertThat(installation.config().queue().rabbitmq().uri())
          .isEqualTo("amqps://u:p@rabbit.example");
      assertThat(installation.config().cluster().enabled()).isTrue();
    }
  }

  @Test
  void aMissingSecretStopsTheStartAndIsNamed() {
    assertThat(
            catchThrowableOfType(SettingsException.class, () -> read(CONF, "production", Map.of())))
        .hasMessageContaining("database.password")
        .hasMessageContaining("DATABASE_PASSWORD");
  }

  @Test
  void anUnknownKeyStopsTheStartWithItsFullNameAndItsLine() throws IOException {
    Files.writeString(folder.resolve("application.yaml"), "gateway:\n  prot: 8080\n");

    assertThat(
            catchThrowableOfType(
                SettingsException.class, () -> read(folder, "development", Map.of())))
        .hasMessageContaining("gateway.prot")
        .hasMessageContaining("application.yaml line 2")
        .hasMessageContaining("gateway.http.port");
  }

  @Test
  void anUnknownEnvironmentIsNamedWithTheKnownOnes() {
    assertThat(catchThrowableOfType(SettingsException.class, () -> read(CONF, "prod", Map.of())))
        .hasMessageContaining("prod")
        .hasMessageContaining("production");
  }

  private static Installation read(Path conf, String environment, Map<String, String> variables) {
    return Installation.read(
        new Installation.Choice(Optional.of(conf), Optional.of(environment), Map.of()), variables);
  }
}
