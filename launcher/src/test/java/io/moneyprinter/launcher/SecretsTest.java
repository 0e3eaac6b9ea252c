package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.platform.settings.SettingsException;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.testsupport.VaultStub;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Settings that refer to secrets elsewhere, and where those secrets must never be seen. */
class SecretsTest {
  private static final String VALUE = "sk-very-secret-0815";

  @RegisterExtension final TestNode test = TestNode.plain();
  @TempDir private Path folder;
  private VaultStub vault;

  @BeforeEach
  void start() {
    vault = new VaultStub(test.vertx());
    vault.put("llm", new JsonObject().put("key", VALUE).put("model", "gpt-x").put("port", "8123"));
  }

  private Path configured(String model, String field) throws IOException {
    Files.writeString(
        folder.resolve("application.yaml"),
        """
        security:
          vault:
            address: %s
            token: %s
            timeout: 20s
        gateway:
          http:
            port: secret://vault/secret/llm#port
        content:
          llm:
            base-url: http://127.0.0.1:9
            model: %s
            api-key: secret://vault/secret/llm#%s
        """
            .formatted(
                vault.address(),
                "file:" + Files.writeString(folder.resolve("token"), VaultStub.ROOT),
                model,
                field));
    return folder;
  }

  private static Installation read(Path conf) {
    return Installation.read(
        new Installation.Choice(Optional.of(conf), Optional.empty(), Map.of()), Map.of());
  }

  @Test
  void anySettingMayStandInVault() throws IOException {
    Installation installation = read(configured("secret://vault/secret/llm#model", "key"));

    assertThat(installation.config().content().llm().apiKey()).contains(VALUE);
    assertThat(installation.config().content().llm().model()).contains("gpt-x");
    assertThat(installation.config().gateway().http().port()).isEqualTo(8123);
    assertThat(installation.references().keySet())
        .contains("content.llm.api-key", "content.llm.model", "gateway.http.port");
    assertThat(vault.count("secret/data/llm")).isEqualTo(1);
  }

  @Test
  void whatIsNotThereIsAProblemOfTheSetting() throws IOException {
    Path conf = configured("some", "nothing");

    assertThat(catchThrowableOfType(SettingsException.class, () -> read(conf)))
        .hasMessageContaining("content.llm.api-key (application.yaml line")
        .hasMessageContaining("has no field 'nothing'; it has key, model, port")
        .message()
        .doesNotContain(VALUE, VaultStub.ROOT);
    vault.fails(503, "Vault is sealed");
    assertThat(catchThrowableOfType(SettingsException.class, () -> read(conf)))
        .hasMessageContaining("unseal");
  }

  @Test
  void theValueIsInNoOutputAndNoLog() throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.DEBUG);
    StringWriter out = new StringWriter();
    try {
      Path conf = configured("m", "key");
      CommandLine line = Main.commandLine().setOut(new PrintWriter(out));
      line.setErr(new PrintWriter(out));
      assertThat(line.execute("config", "--conf", conf.toString())).isZero();
      // A secret where a number is wanted: the complaint may not quote it.
      line.execute(
          "config",
          "--conf",
          conf.toString(),
          "--set",
          "gateway.http.port=secret://vault/secret/llm#key");
      out.append(read(conf).toString().replaceAll("config=.*", ""));
    } finally {
      root.detachAppender(log);
      root.setLevel(before);
    }

    assertThat(out.toString())
        .contains("content.llm.api-key: ********", "security.vault.token: ********")
        .contains("gateway.http.port (--set): '…' cannot be used")
        .doesNotContain(VALUE, VaultStub.ROOT);
    List<String> lines = log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    assertThat(lines).noneMatch(text -> text.contains(VALUE) || text.contains(VaultStub.ROOT));
  }
}
