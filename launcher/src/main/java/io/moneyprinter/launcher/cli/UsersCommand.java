package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.launcher.client.Address;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter users}. */
@Command(
    name = "users",
    mixinStandardHelpOptions = true,
    description = {
      "Shows and changes who may come in to a running node.",
      "Until the first account is made, nobody on this machine needs a login."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  moneyprinter users setup-link",
      "  moneyprinter users invite ada@example.org --role creator",
      "  moneyprinter users list"
    })
public final class UsersCommand implements Runnable {
  private static final String PATH = "/v1/users";
  private static final int PAGE = 200;

  private record NewRole(Role role) {}

  private record Invitation(String email, Role role) {}

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "setup-link",
      mixinStandardHelpOptions = true,
      description = "Shows a new link to make the first account, good once, for a day.")
  int setupLink(@Mixin NodeOptions node) throws InterruptedException {
    say(node.client().ask("POST", "/v1/admin/setup-link", "").path("url").asText());
    return 0;
  }

  @Command(mixinStandardHelpOptions = true, description = "Lists people and service accounts.")
  int list(@Mixin NodeOptions node) throws InterruptedException {
    String after = "";
    while (true) {
      JsonNode page = node.client().ask("GET", PATH + "?limit=" + PAGE + after, "");
      String last = "";
      for (JsonNode user : page.path("users")) {
        last = user.path("id").asText();
        say(
            "%-36s  %-8s  %s%s"
                .formatted(
                    last,
                    user.path("role").asText(),
                    user.path("email").asText(user.path("name").asText()),
                    user.path("emailVerified").asBoolean() || !user.has("email")
                        ? ""
                        : " (invited)"));
      }
      if (!page.path("more").asBoolean()) {
        return 0;
      }
      after = "&after=" + last;
    }
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Makes an account; a letter lets its owner choose a password.")
  int invite(
      @Parameters(paramLabel = "EMAIL") String email,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              defaultValue = "CREATOR",
              description = "viewer, creator (default), admin or operator")
          Role role,
      @Mixin NodeOptions node)
      throws InterruptedException, JsonProcessingException {
    String wish = RecordJson.wire().writeValueAsString(new Invitation(email, role));
    say("Invited: " + node.client().ask("POST", PATH, wish).path("id").asText());
    return 0;
  }

  @Command(mixinStandardHelpOptions = true, description = "Gives an account another role.")
  int role(
      @Parameters(paramLabel = "ID") String id,
      @Parameters(paramLabel = "ROLE", description = "viewer, creator, admin or operator")
          Role role,
      @Mixin NodeOptions node)
      throws InterruptedException, JsonProcessingException {
    String wish = RecordJson.wire().writeValueAsString(new NewRole(role));
    node.client().ask("PUT", path(id) + "/role", wish);
    say("Done");
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Takes an account out, with its keys and sessions; what it made stays.")
  int remove(@Parameters(paramLabel = "ID") String id, @Mixin NodeOptions node)
      throws InterruptedException {
    node.client().ask("DELETE", path(id), "");
    say("Removed");
    return 0;
  }

  private static String path(String id) {
    return PATH + "/" + Address.part(id);
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
