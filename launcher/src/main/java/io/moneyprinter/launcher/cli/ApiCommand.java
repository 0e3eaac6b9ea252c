package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.launcher.client.NodeClient;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter api}: whatever the API can do that has no command of its own. */
@Command(
    name = "api",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sends any request to the API of a running node, and shows the answer.",
      "JSON is indented, events are shown as they come, until interrupted. The studio's",
      "pages show under \"As API\" what they do; GET /v1/openapi.yaml describes all there is."
    },
    footer = {
      "",
      "Examples:",
      "  moneyprinter api /v1/quota",
      "  moneyprinter api PUT /v1/me --data '{\"name\": \"Ada\"}'",
      "  moneyprinter api POST '/v1/batches?onInvalid=skip' --file rows.csv -H 'Content-Type: text/csv'",
      "  moneyprinter api '/v1/voices/sample?voice=auto&language=en' --out voice.wav",
      "  moneyprinter api /v1/admin/cluster/events"
    })
public final class ApiCommand implements Callable<Integer> {
  private static final Pattern METHOD = Pattern.compile("[A-Za-z]+");

  /** What a terminal shows without harm. */
  private static final Pattern TEXT =
      Pattern.compile("text/.*|application/.*(json|xml|yaml|mpegurl).*|");

  @Parameters(
      arity = "1..2",
      paramLabel = "[METHOD] PATH",
      hideParamSyntax = true,
      description =
          "What to ask for (default: GET; POST where something is sent), such as /v1/quota")
  private List<String> what;

  @Option(
      names = {"-d", "--data"},
      paramLabel = "JSON",
      description = "What to send")
  private String data;

  @Option(names = "--file", paramLabel = "FILE", description = "A file to send instead")
  private Path file;

  @Option(
      names = {"-H", "--header"},
      paramLabel = "'NAME: VALUE'",
      description = "A header, such as 'If-Match: \"3\"'; may be given many times")
  private List<String> headers = List.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where to put the answer (default: on the screen)")
  private Path out;

  @Mixin private NodeOptions node;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    String path = what.get(what.size() - 1);
    // By two slashes it would be another host, which would be shown the key.
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw ServiceFailure.invalid("/path", "PATH begins with one /, such as /v1/quota");
    }
    BodyPublisher body = body();
    NodeClient.Answer answer;
    try {
      answer = node.client().open(method(), path, body, named());
    } catch (IllegalArgumentException e) {
      throw ServiceFailure.invalid("/path", "This cannot be asked: " + e.getMessage());
    }
    try (answer) {
      show(answer);
    } catch (IOException e) {
      throw new ServiceFailure(
          FailureCode.UNAVAILABLE, "The answer broke off (" + e.getMessage() + "): try again");
    }
    return 0;
  }

  private String method() {
    if (what.size() == 1) {
      return data == null && file == null ? "GET" : "POST";
    }
    if (!METHOD.matcher(what.get(0)).matches()) {
      throw ServiceFailure.invalid("/method", "METHOD is GET, POST, PUT, PATCH or DELETE");
    }
    return what.get(0).toUpperCase(Locale.ROOT);
  }

  private BodyPublisher body() {
    if (data != null && file != null) {
      throw ServiceFailure.invalid("/data", "Send --data or --file, not both");
    }
    try {
      return file == null
          ? BodyPublishers.ofString(data == null ? "" : data)
          : BodyPublishers.ofFile(file);
    } catch (FileNotFoundException e) {
      throw new ServiceFailure(FailureCode.NOT_FOUND, file + " cannot be read");
    }
  }

  private Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw ServiceFailure.invalid("/header", "A header is 'Name: value', unlike " + header);
      }
      named.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }
    return named;
  }

  private void show(NodeClient.Answer answer) throws IOException {
    String type = answer.type().toLowerCase(Locale.ROOT);
    if (out != null) {
      try {
        Files.copy(answer.content(), out, StandardCopyOption.REPLACE_EXISTING);
      } catch (FileSystemException e) {
        throw new ServiceFailure(
            FailureCode.RESOURCE, "Cannot write " + out + ": choose another place with --out");
      }
    } else if (!TEXT.matcher(type).matches()) {
      throw ServiceFailure.invalid(
          "/out", "The answer is a file (" + answer.type() + "): say where it goes with --out");
    } else if (type.matches(".*[/+]json.*")) {
      PrintWriter screen = spec.commandLine().getOut();
      screen.println(RecordJson.wire().readTree(answer.content()).toPrettyString());
      screen.flush();
    } else {
      lines(answer);
    }
  }

  private void lines(NodeClient.Answer answer) throws IOException {
    PrintWriter screen = spec.commandLine().getOut();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.content(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      screen.println(line);
      screen.flush(); // each event when it comes
    }
  }
}
