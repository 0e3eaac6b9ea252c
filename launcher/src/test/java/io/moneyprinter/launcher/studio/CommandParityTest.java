package io.moneyprinter.launcher.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.launcher.CommandRun;
import io.moneyprinter.testsupport.Browser;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the pages show under "As API" works as it is printed, and the command line besides. */
class CommandParityTest {
  @RegisterExtension static final StudioNode STUDIO = new StudioNode();

  private static final String BLOCKS =
      """
      JSON.stringify([...document.querySelectorAll('dialog[open] .call')].map(call =>
        ({title: call.querySelector('h3')?.textContent ?? '',
          lines: [...call.querySelectorAll('pre')].map(line => line.textContent)})))""";

  /** Full of what shells take for something. */
  private static final String VALUE = "{\"it's\":\"a \\\"value\\\" $HOME\"}";

  private final Browser browser = STUDIO.browser();
  private int exitCode;

  @Test
  void linesOfThePagesDoWhatThePagesDoInAnyShell() throws Exception {
    run("api", "PUT", "/v1/configs/parity.value", "-d", VALUE);
    for (String page :
        List.of(
            "/dashboard",
            "/dashboard/jobs?search=it's%20%22$HOME%22",
            "/notifications",
            "/settings/values",
            "/settings/audit?action=config.*")) {
      for (JsonObject call : calls(page)) {
        JsonArray lines = call.getJsonArray("lines");
        if (call.getString("title").isEmpty()) {
          assertThat(lines.getString(0)).isEqualTo("export MONEYPRINTER_URL=" + STUDIO.origin());
          continue;
        }
        if (lines.getString(0).contains("/events") || lines.getString(0).contains("my.value")) {
          continue; // one has no end, and the other only works once
        }
        if (!lines.getString(0).contains("If-Match")) { // of two that say it, one would be too late
          assertThat(shell(lines.getString(0) + " -sS -o /dev/null -w '%{http_code}'"))
              .as("%s: %s", page, lines)
              .startsWith("2");
        }
        String said = run(words(lines.getString(1)));
        assertThat(exitCode).as("%s: %s%n%s", page, lines, said).isZero();
      }
    }
    assertThat(STUDIO.api().get("/v1/configs/parity.value").body())
        .as("what was sent back is what was there")
        .contains(VALUE);
  }

  @Test
  void anyRequestIsMadeFromTheCommandLine(@TempDir Path folder) throws IOException {
    assertThat(run("api", "/v1/caller")).contains("\"auth\" : \"local\"");
    Path sound = folder.resolve("voice.wav");
    String sample = "/v1/voices/sample?voice=auto&language=en";
    assertThat(run("api", sample)).contains("audio/", "--out");
    assertThat(exitCode).isEqualTo(65);
    run("api", sample, "--out", sound.toString());
    assertThat(Files.readAllBytes(sound)).startsWith("RIFF".getBytes(StandardCharsets.US_ASCII));

    Path value = Files.writeString(folder.resolve("value.json"), "[1, 2]");
    run("api", "put", "/v1/configs/parity.file", "--file", value.toString());
    assertThat(exitCode).isZero();
    assertThat(run("api", "PUT", "/v1/configs/parity.file", "-d", "3", "-H", "If-None-Match: *"))
        .contains("read it again");
    assertThat(exitCode).isEqualTo(65);
    assertThat(run("api", "//example.org/v1/caller")).contains("begins with one /");
    assertThat(exitCode).isEqualTo(65);
    assertThat(run("api", "POST", "/v1/x", "--file", "no/such")).contains("cannot be read");
    assertThat(exitCode).isEqualTo(66);
  }

  @Test
  void workflowsAreListedShownAndLookedOver(@TempDir Path folder) throws IOException {
    assertThat(run("workflows", "list")).contains("video-generation", "steps");
    assertThat(run("workflows", "show", "video-generation"))
        .contains("script", "content.", "a person decides", "after script");
    String source = run("workflows", "show", "video-generation", "--source");
    Path mine = Files.writeString(folder.resolve("mine.yaml"), source);
    assertThat(run("workflows", "check", mine.toString())).startsWith("video-generation/");
    assertThat(exitCode).isZero();

    Files.writeString(mine, source.replaceFirst("depends_on: \\[.*]", "depends_on: [nowhere]"));
    assertThat(run("workflows", "check", mine.toString()))
        .containsPattern("mine.yaml:\\d+: .*nowhere");
    assertThat(exitCode).isEqualTo(65);
    assertThat(run("workflows", "show", "none")).contains("no workflow of this name");
    assertThat(exitCode).isEqualTo(66);
  }

  private List<JsonObject> calls(String page) {
    STUDIO.open(page);
    browser.await("document.querySelector('#stage .as-api')");
    int buttons = (Integer) browser.eval("document.querySelectorAll('#stage .as-api').length");
    List<JsonObject> all = new ArrayList<>();
    for (int i = 0; i < buttons; i++) {
      browser.eval("document.querySelectorAll('#stage .as-api')[%d].click()".formatted(i));
      browser.await("document.querySelector('dialog[open] .call h3')");
      new JsonArray((String) browser.eval(BLOCKS)).forEach(call -> all.add((JsonObject) call));
      browser.press("Escape", 0);
      browser.await("!document.querySelector('dialog')");
    }
    return all;
  }

  /** What a shell makes of a line. */
  private static String[] words(String line) throws Exception {
    String words = shell("moneyprinter() { printf '%s\\0' \"$@\"; }\n" + line);
    return Arrays.stream(words.split("\0")).toArray(String[]::new);
  }

  private static String shell(String script) throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(shell.exitValue()).as(script + said).isZero();
    return said;
  }

  private String run(String... words) {
    CommandRun run = CommandRun.at(STUDIO.origin(), List.of(words));
    exitCode = run.exitCode();
    return run.said();
  }
}
