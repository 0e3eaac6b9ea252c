package io.moneyprinter.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsBinderTest {
  enum Mode {
    FAST,
    VERY_SLOW
  }

  record Server(
      @Setting(doc = "Port.", value = "8000", min = 0, max = 65535) int port,
      @Setting(doc = "Wait.", value = "30s") Duration idleTime,
      @Setting(doc = "Largest body.", value = "256KB") DataSize maxBody,
      @Setting(doc = "Mode.", value = "fast") Mode mode,
      @Setting(doc = "Origins.") List<String> origins,
      @Setting(doc = "Key.", secret = true) Optional<String> apiKey,
      @Setting(doc = "Labels.") Map<String, String> labels) {}

  record Root(@Setting(doc = "Name.", value = "x") String name, Server server) {}

  @TempDir private Path folder;

  @Test
  void whatIsNotWrittenTakesItsDefault() {
    Root root = bind("");

    assertThat(root.name()).isEqualTo("x");
    assertThat(root.server().port()).isEqualTo(8000);
    assertThat(root.server().idleTime()).isEqualTo(Duration.ofSeconds(30));
    assertThat(root.server().maxBody().bytes()).isEqualTo(256 * 1024);
    assertThat(root.server().mode()).isEqualTo(Mode.FAST);
    assertThat(root.server().origins()).isEmpty();
    assertThat(root.server().apiKey()).isEmpty();
  }

  @Test
  void everyKindOfValueIsRead() {
    Root root =
        bind(
            """
            name: studio
            server:
              port: 9000
              idle-time: 5m
              max-body: 2MB
              mode: very-slow
              origins: [https://a.example, https://b.example]
              labels: {team: red, site: north}
            """);

    assertThat(root.server())
        .isEqualTo(
            new Server(
                9000,
                Duration.ofMinutes(5),
                new DataSize(2 << 20),
                Mode.VERY_SLOW,
                List.of("https://a.example", "https://b.example"),
                Optional.empty(),
                Map.of("team", "red", "site", "north")));
  }

  @Test
  void everythingWrongIsNamedWithItsKeyItsLineAndWhatIsAllowed() {
    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                bind(
                    """
                    server:
                      port: 70000
                      mode: quick
                      prot: 80
                    """));

    assertThat(refused.problems())
        .hasSize(3)
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .contains("server.port", "test.yaml line 2", "70000", "from 0 to 65535"))
        .anySatisfy(
            problem -> assertThat(problem).contains("server.mode", "one of fast, very-slow"))
        .anySatisfy(
            problem ->
                assertThat(problem)
                    .contains("server.prot", "test.yaml line 4", "no such setting", "server.port"));
  }

  @Test
  void aMistakeInTheYamlIsNamedWithLineAndColumn() {
    SettingsException refused =
        catchThrowableOfType(SettingsException.class, () -> bind("server:\n  port: [1, 2\n"));

    assertThat(refused).hasMessageContaining("test.yaml line").hasMessageContaining("column");
  }

  @Test
  void aSecretIsTakenFromAVariableOrAFileButNeverFromTheText() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "from-file\n");

    assertThat(bind("server: {api-key: 'env:KEY'}", Map.of("KEY", "s3cret")).server().apiKey())
        .contains("s3cret");
    assertThat(bind("server: {api-key: 'file:" + file + "'}").server().apiKey())
        .contains("from-file");
    assertThat(
            catchThrowableOfType(
                SettingsException.class, () -> bind("server: {api-key: plain-text-secret}")))
        .hasMessageContaining("env:NAME")
        .hasMessageNotContaining("plain-text-secret");
    assertThat(
            catchThrowableOfType(
                SettingsException.class, () -> bind("server: {api-key: 'env:MISSING'}")))
        .hasMessageContaining("MISSING");
  }

  @Test
  void variablesWinOverFilesAndAnUnknownOneIsRefused() {
    ConfigTree tree = YamlLayer.read("test.yaml", new StringReader("server: {port: 1}"));
    tree.overlay(EnvironmentLayer.read(Root.class, Map.of("MONEYPRINTER_SERVER_PORT", "2")));

    assertThat(SettingsBinder.bind(Root.class, tree, Map.of()).server().port()).isEqualTo(2);
    assertThat(
            catchThrowableOfType(
                SettingsException.class,
                () -> EnvironmentLayer.read(Root.class, Map.of("MONEYPRINTER_SEVER_PORT", "2"))))
        .hasMessageContaining("MONEYPRINTER_SEVER_PORT");
  }

  @Test
  void whatTellsTheCommandLineWhereToAskIsNoSetting() {
    Map<String, String> variables =
        Map.of("MONEYPRINTER_API_KEY", "mp_x", "MONEYPRINTER_URL", "http://node");
    assertThatCode(() -> EnvironmentLayer.read(Root.class, variables)).doesNotThrowAnyException();
  }

  @Test
  void theReferenceListsEveryKey() {
    assertThat(SettingsReference.of(Root.class))
        .extracting(SettingsReference.Entry::key)
        .containsExactly(
            "name",
            "server.port",
            "server.idle-time",
            "server.max-body",
            "server.mode",
            "server.origins",
            "server.api-key",
            "server.labels");
  }

  private static Root bind(String yaml) {
    return bind(yaml, Map.of());
  }

  private static Root bind(String yaml, Map<String, String> variables) {
    return SettingsBinder.bind(
        Root.class, YamlLayer.read("test.yaml", new StringReader(yaml)), variables);
  }

  record Part(
      @Setting(doc = "Where.") Optional<String> baseUrl,
      @Setting(doc = "Key.", secret = true) Optional<String> apiKey,
      @Setting(doc = "How many.", value = "3") int count) {}

  record Group(Map<String, Part> parts, @Setting(doc = "Order.") List<String> order) {}

  @Test
  void aGroupHasAPartForEveryNameInTheOrderWritten() {
    ConfigTree tree =
        YamlLayer.read(
            "app.yaml",
            new StringReader("parts: {zebra: {base-url: one}, ant: {count: 5}}\norder: [ant]"));
    tree.overlay(
        EnvironmentLayer.read(
            Group.class,
            Map.of("MONEYPRINTER_PARTS_MY_OWN_API_KEY", "k", "MONEYPRINTER_PARTS_ANT_COUNT", "6")));

    Group group = SettingsBinder.bind(Group.class, tree, Map.of());

    assertThat(group.parts().keySet()).containsExactly("zebra", "ant", "my-own");
    assertThat(group.parts().get("zebra"))
        .isEqualTo(new Part(Optional.of("one"), Optional.empty(), 3));
    assertThat(group.parts().get("ant").count()).isEqualTo(6);
    assertThat(group.parts().get("my-own").apiKey()).contains("k");
    assertThat(SettingsReference.of(Group.class))
        .extracting(SettingsReference.Entry::key)
        .contains("parts.<name>.api-key");
    assertThat(SettingsReference.of(Group.class, tree))
        .extracting(SettingsReference.Entry::key)
        .contains("parts.my-own.api-key")
        .doesNotContain("parts.<name>.api-key");
  }

  @Test
  void anUnknownKeyOfAPartIsNamed() {
    SettingsException e =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                SettingsBinder.bind(
                    Group.class,
                    YamlLayer.read("app.yaml", new StringReader("parts: {ant: {cuont: 5}}")),
                    Map.of()));

    assertThat(e).hasMessageContaining("parts.ant.cuont");
  }
}
