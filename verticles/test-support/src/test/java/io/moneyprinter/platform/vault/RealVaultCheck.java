package io.moneyprinter.platform.vault;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.Ports;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The same against the program itself. Not part of the usual run, because neither Maven nor Debian
 * has the program; by hand: {@code mvn -pl verticles/test-support -am test -Dtest=RealVaultCheck
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class RealVaultCheck {
  private static final String ROOT = "root-token-of-the-test";

  @RegisterExtension final TestNode test = TestNode.plain();

  private static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "vault"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Test
  void readsVersionsLeasesAndTransitOfARealServer() throws IOException {
    assumeTrue(program().isPresent(), "there is no program 'vault' on the path");
    int port = Ports.free();
    Process server =
        new ProcessBuilder(
                program().orElseThrow().toString(),
                "server",
                "-dev",
                "-dev-no-store-token",
                "-dev-root-token-id=" + ROOT,
                "-dev-listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      VaultConfig config =
          new VaultConfig(
              Optional.of("http://127.0.0.1:" + port),
              Optional.empty(),
              Optional.of(ROOT),
              new VaultConfig.AppRole("approle", Optional.empty(), Optional.empty()),
              Optional.empty(),
              Duration.ofSeconds(5));
      VaultClient vault = new VaultClient(test.vertx(), config);
      Await.until("it answers", Duration.ofSeconds(20), () -> succeeds(vault));
      for (String value : new String[] {"one", "two"}) {
        JsonObject fields = new JsonObject().put("data", new JsonObject().put("key", value));
        answer(vault.ask(HttpMethod.POST, "secret/data/app", "write", fields));
      }
      assertThat(answer(vault.read("secret/app", null)).fields()).containsEntry("key", "two");
      assertThat(answer(vault.read("secret/app", 1)).fields()).containsEntry("key", "one");
      assertThat(failure(vault.read("secret/none", null)).code()).isEqualTo(FailureCode.NOT_FOUND);
      answer(
          vault.ask(
              HttpMethod.POST,
              "sys/mounts/transit",
              "mount",
              new JsonObject().put("type", "transit")));
      answer(vault.ask(HttpMethod.POST, "transit/keys/k", "make a key", new JsonObject()));
      VaultTransit transit = new VaultTransit(vault, "transit");
      byte[] context = {7};
      String cipher = answer(transit.encrypt("k", new byte[] {1, 2}, context));
      answer(vault.ask(HttpMethod.POST, "transit/keys/k/rotate", "rotate", new JsonObject()));
      String again = answer(transit.rewrap("k", cipher, context));
      assertThat(again).startsWith("vault:v2:");
      assertThat(answer(transit.decrypt("k", again, context))).containsExactly(1, 2);
    } finally {
      server.destroyForcibly();
    }
  }

  private static boolean succeeds(VaultClient vault) {
    try {
      answer(vault.ping());
      return true;
    } catch (RuntimeException notYet) {
      return false;
    }
  }
}
