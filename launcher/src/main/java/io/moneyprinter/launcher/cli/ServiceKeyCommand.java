package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.users.CreateServiceAccount;
import io.moneyprinter.launcher.client.Address;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter service-key}. */
@Command(
    name = "service-key",
    mixinStandardHelpOptions = true,
    description = {
      "Makes and revokes the keys that programs show, as X-Service-Name and X-Service-Key. Each",
      "belongs to a service account; moneyprinter users list shows those."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  moneyprinter service-key create render-farm --scopes videos:read,videos:write",
      "  moneyprinter service-key create --account 6f2c… render-farm   a further key of the same",
      "  moneyprinter service-key revoke 6f2c… k3m9x2pq"
    })
public final class ServiceKeyCommand implements Runnable {
  private static final String PATH = "/v1/service-accounts";

  private record Wish(String name, List<String> scopes, Instant expiresAt) {}

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Makes an account for a program, and a key, which is shown once.")
  int create(
      @Parameters(paramLabel = "NAME", description = "What the program calls itself") String name,
      @Option(
              names = "--account",
              paramLabel = "ID",
              description = "A service account that is there already, which gets a further key")
          String account,
      @Option(
              names = "--scopes",
              split = ",",
              paramLabel = "SCOPE",
              description = "What the key is good for (default: reading and writing videos)")
          List<String> scopes,
      @Option(
              names = "--expires",
              paramLabel = "TIME",
              description = "Such as 2027-01-01T00:00:00Z")
          Instant expires,
      @Mixin NodeOptions node)
      throws InterruptedException, JsonProcessingException {
    String id = account;
    if (id == null) {
      String wish = RecordJson.wire().writeValueAsString(new CreateServiceAccount(name));
      id = node.client().ask("POST", PATH, wish).path("id").asText();
    }
    String wish = RecordJson.wire().writeValueAsString(new Wish(name, scopes, expires));
    JsonNode made = node.client().ask("POST", keys(id), wish);
    PrintWriter out = spec.commandLine().getOut();
    out.println("account          " + id);
    out.println("X-Service-Name   " + name);
    out.println("X-Service-Key    " + made.path("key").asText());
    out.println("The key is shown this once, and kept nowhere.");
    out.flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Revokes a key, with every token that was traded for it.")
  int revoke(
      @Parameters(paramLabel = "ID", description = "The service account") String id,
      @Parameters(paramLabel = "PREFIX", description = "What stands between mp_ and the next _")
          String prefix,
      @Mixin NodeOptions node)
      throws InterruptedException {
    node.client().ask("DELETE", keys(id) + "/" + Address.part(prefix), "");
    PrintWriter out = spec.commandLine().getOut();
    out.println("Revoked");
    out.flush();
    return 0;
  }

  private static String keys(String id) {
    return PATH + "/" + Address.part(id) + "/api-keys";
  }
}
