package io.moneyprinter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.TestRabbit;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A cluster with a real PostgreSQL, Redis and RabbitMQ and a language model that counts, which
 * makes one small video over and over, every time from nothing, and compares it with the first.
 */
final class VideoCluster implements AutoCloseable {
  private static final String SCRIPT =
      """
      {"title": "Salt", "scenes": [
        {"narration": "Salt comes from the sea.", "terms": ["sea"]},
        {"narration": "Or from the mountain.", "terms": ["mountain"]}]}
      """;

  private static final String BRIEF =
      """
      {"topic": "Where salt comes from", "seed": 11, "transition": "cut",
       "canvas": {"width": 128, "height": 224, "fps": 12}}
      """;

  private static final Duration END = Duration.ofSeconds(120);

  private final Servers servers;
  private final ModelStub model = new ModelStub(SCRIPT);
  private final TestRabbit rabbit;
  private final Nodes nodes;
  private final List<Breakpoint> breakpoints = new ArrayList<>();
  private String undisturbed;

  /**
   * @param names of the nodes that there may be
   */
  VideoCluster(Path home, TestRabbit rabbit, String... names) {
    this.rabbit = rabbit;
    servers = Servers.start(home);
    nodes =
        new Nodes(home, servers, names)
            .variable("MONEYPRINTER_QUEUE_RABBITMQ_URI", rabbit.uri())
            .with(
                "queue.mode=rabbitmq",
                "queue.rabbitmq.prefix=" + home.getFileName(),
                "orchestration.lease=4s",
                "orchestration.sweep=200ms",
                "orchestration.ticket-pause=2s",
                "orchestration.relay=200ms",
                "speech.providers=espeak",
                "speech.preload=false",
                "content.llm.base-url=" + model.baseUrl());
  }

  Nodes nodes() {
    return nodes;
  }

  /** Holds the next part of a step still that is about to get the state. */
  Breakpoint stopAt(String step, String state) {
    return kept(Breakpoint.onStep(servers, step, state));
  }

  /** Holds the next file still that is about to be stored. */
  Breakpoint stopAtFile() {
    return kept(Breakpoint.onFile(servers));
  }

  private Breakpoint kept(Breakpoint breakpoint) {
    breakpoints.add(breakpoint);
    return breakpoint;
  }

  /** After a test that may have failed anywhere: nothing is held still any more. */
  void letGo() {
    breakpoints.forEach(Breakpoint::release);
    breakpoints.clear();
    model.dropHeld();
  }

  Servers servers() {
    return servers;
  }

  ModelStub model() {
    return model;
  }

  TestRabbit rabbit() {
    return rabbit;
  }

  /** Makes the video undisturbed, as the measure of those to come; once. */
  void makeUndisturbed(VideoApi api) throws SQLException {
    Breakpoint.install(servers);
    String id = order(api);
    assertThat(api.awaitEnd(id, END)).as(nodes.output()).isEqualTo("COMPLETED");
    undisturbed = api.videoHash(id);
    assertThat(model.answered()).isEqualTo(1);
  }

  /** Orders the video; nothing of it is known from before. */
  String order(VideoApi api) {
    forgetResults();
    model.reset();
    return api.create(BRIEF);
  }

  /** Which file equal work gave is forgotten, so that all work is done again. */
  private void forgetResults() {
    try (Connection storage = servers.connect("storage");
        Statement statement = storage.createStatement()) {
      statement.execute("TRUNCATE result");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Id of the node that works on a step at present. */
  String ownerOf(String id, String step) throws SQLException {
    try (Connection orchestration = servers.connect("orchestration");
        PreparedStatement query =
            orchestration.prepareStatement(
                "SELECT owner FROM step WHERE job_id = ?::uuid AND name = ? AND state = 'RUNNING'"
                    + " ORDER BY part")) {
      query.setString(1, id);
      query.setString(2, step);
      try (ResultSet rows = query.executeQuery()) {
        assertThat(rows.next()).as("step %s is running", step).isTrue();
        return rows.getString(1);
      }
    }
  }

  /** Waits for the end: the video is the undisturbed one to the byte, and was paid for once. */
  void assertMade(VideoApi api, String id) {
    assertThat(api.awaitEnd(id, END)).as(nodes.output()).isEqualTo("COMPLETED");
    assertThat(api.videoHash(id)).as("the same bytes").isEqualTo(undisturbed);
    assertThat(model.answered()).as("answers to be paid").isEqualTo(1);
  }

  @Override
  public void close() {
    nodes.close();
    model.close();
    servers.close();
  }
}
