package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.moneyprinter.launcher.cli.ConfigReference;
import io.moneyprinter.launcher.settings.EngineMode;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.launcher.settings.QueueConfig;
import io.moneyprinter.platform.settings.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
            "nV4-w8Kq.r3ZyT",
            "REDIS_URI",
            "redis://:a9Gm2kX-q7LzRw@redis.example:6379",
            "RABBITMQ_URI",
            "amqps://u:e5Tn8sVc_0HbPd@rabbit.example",
            "CLUSTER_SECRET",
            "7f2c91d0a4e85b36",
            "AUDIT_KEY",
            "c0ffee-93kd-02mx-71qp");
    for (String environment : new String[] {"staging", "production"}) {
      Installation installation = read(CONF, environment, variables);

      assertThat(installation.config().database().mode()).isEqualTo(EngineMode.EXTERNAL);
      assertThat(installation.config().database().password()).isEqualTo("nV4-w8Kq.r3ZyT");
      assertThat(installation.config().redis().uri())
          .isEqualTo("redis://:a9Gm2kX-q7LzRw@redis.example:6379");
      assertThat(installation.config().queue().mode()).isEqualTo(QueueConfig.Mode.RABBITMQ);
      assertThat(installation.config().queue().rabbitmq().uri())
          .isEqualTo("amqps://u:e5Tn8sVc_0HbPd@rabbit.example");
      assertThat(installation.config().cluster().enabled()).isTrue();
    }
  }

  @Test
  void nodesInProductionAreNotStartedUnprotected() throws IOException {
    Files.writeString(folder.resolve("production.yaml"), "cluster:\n  enabled: true\n");

    assertThat(
            catchThrowableOfType(
                SettingsException.class, () -> read(folder, "production", Map.of())))
        .hasMessageContaining("cluster.tls")
        .hasMessageContaining("cluster.secret")
        .hasMessageContaining("moneyprinter certificates");
    assertThat(read(folder, "development", Map.of()).config().cluster().tls().enabled()).isFalse();
  }

  @Test
  void productionSaysAllThatIsWrongAtOnce() throws IOException {
    Files.writeString(
        folder.resolve("production.yaml"),
        """
        database: {mode: external, password: "env:DB"}
        redis: {mode: external, uri: "env:REDIS"}
        queue: {mode: rabbitmq, rabbitmq: {uri: "env:RABBIT"}}
        cluster: {enabled: true, secret: "env:CLUSTER"}
        gateway:
          origins: ["*", "http://studio.example.org", "http://localhost:5173"]
          http: {host: 0.0.0.0}
        content:
          llm: {base-url: "http://127.0.0.1:9", model: m, api-key: "env:LLM"}
        security: {vault: {address: "http://vault.example.org:8200"}}
        users:
          registration: open
          public-url: "http://videos.example.org"
          open-id: {issuer: "http://accounts.example.org", client-secret: "env:ISSUER"}
        """);
    Map<String, String> weak =
        Map.of(
            "ISSUER", "bcdf8GHJkl2mnpqrstvw",
            "DB", "postgres1",
            "REDIS", "redis://redis.example:6379",
            "RABBIT", "amqp://guest:guest@rabbit.example",
            "CLUSTER", "abcdefghijklmnopqrst",
            "LLM", "<your-api-key>");

    SettingsException refused =
        catchThrowableOfType(SettingsException.class, () -> read(folder, "production", weak));

    assertThat(refused.problems())
        .extracting(problem -> problem.replaceAll(":.*", ""))
        .containsExactlyInAnyOrder(
            "database.password",
            "redis.uri",
            "queue.rabbitmq.uri",
            "cluster.secret",
            "cluster.tls",
            "security.audit.key",
            "gateway.http.host",
            "gateway.auth",
            "gateway.origins",
            "gateway.origins",
            "content.llm.api-key",
            "users.public-url",
            "users.open-id.issuer",
            "users.smtp.host",
            "security.vault.address");
    assertThat(refused.problems()).allMatch(problem -> problem.contains("; "));
    assertThat(refused).message().doesNotContain("postgres1", "guest:guest", "<your-api-key>");
    assertThat(read(folder, "development", weak).findings()).isNotEmpty();
  }

  @Test
  void productionSendsNoLettersInTheClear() throws IOException {
    String server = "users: {registration: open, smtp: {host: %s, security: none}}";
    Files.writeString(folder.resolve("development.yaml"), server.formatted("mail.example.org"));
    assertThat(read(folder, "development", Map.of()).findings().toString())
        .contains("users.smtp.security")
        .doesNotContain("users.smtp.host");
    Files.writeString(folder.resolve("development.yaml"), server.formatted("127.0.0.1"));
    assertThat(read(folder, "development", Map.of()).findings().toString())
        .doesNotContain("users.smtp");
  }

  @Test
  void theCheckSaysWhatProductionWouldNotStartWith() throws IOException {
    Files.writeString(folder.resolve("application.yaml"), "logging: {level: info}\n");
    StringWriter out = new StringWriter();
    CommandLine line = Main.commandLine().setOut(new PrintWriter(out));
    String conf = folder.toString();
    String bare = "--set=cluster.secret=hunter2hunter2hunter2";

    assertThat(line.execute("config", "--check", "--conf", conf)).isZero();
    assertThat(line.execute("config", "--check", "--conf", conf, "--env", "production", bare))
        .isEqualTo(78);
    assertThat(line.execute("start", "--conf", conf, "--env", "production")).isEqualTo(78);

    assertThat(out.toString())
        .contains("✗ database.mode", "→ set database.mode=external", "✗ redis.mode")
        .contains("starts nevertheless", "Nothing starts in production")
        .doesNotContain("hunter2");
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
