package io.moneyprinter.content.model;

import io.moneyprinter.platform.providers.Complaint;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.moneyprinter.platform.providers.ProviderResponse;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model behind a provider's HTTP interface. Leaves out of a question what the server was found
 * not to know.
 */
final class HttpModel implements LanguageModel, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpModel.class);
  private static final int BAD_REQUEST = 400;
  private static final int UNPROCESSABLE = 422;

  private final String id;
  private final ModelWire wire;
  private final ProviderClient client;
  private final Duration patience;

  /** What the server was found to take; a race costs one request more, nothing else. */
  private volatile RequestForm form = RequestForm.FULL;

  /**
   * @param patience the longest wait for a server that says when to come again
   */
  HttpModel(String id, ModelWire wire, ProviderClient client, Duration patience) {
    this.id = id;
    this.wire = wire;
    this.client = client;
    this.patience = patience;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Future<ModelAnswer> ask(ModelRequest request) {
    return send(request, form);
  }

  /**
   * A try's outcome.
   *
   * @param refused the server's complaint about the request; {@code null} where there is an answer
   */
  private record Tried(ModelAnswer answer, ProviderResponse refused) {}

  private Future<ModelAnswer> send(ModelRequest request, RequestForm tried) {
    Consumer<String> heard = request.heard() == null ? piece -> {} : request.heard();
    ModelWire.StreamReader pieces = wire.stream(heard);
    ServerSentEvents events = new ServerSentEvents(pieces::event);
    StreamGuess guess = new StreamGuess();
    ProviderRequest asked =
        wire.request(request, tried)
            .accepting(BAD_REQUEST, UNPROCESSABLE)
            .until(request.deadline(), patience)
            .heardBy(
                chunk -> {
                  if (tried.stream() && guess.events(chunk)) {
                    feed(events, chunk);
                  }
                });
    return client
        .send(
            asked,
            response -> {
              if (!response.ok()) {
                return new Tried(null, response);
              }
              boolean streamed = tried.stream() && guess.events(response.body());
              return new Tried(streamed ? ended(events, pieces) : whole(response), null);
            })
        .compose(
            outcome -> {
              if (outcome.answer() != null) {
                form = tried;
                return Future.succeededFuture(outcome.answer());
              }
              return simpler(request, tried, outcome.refused());
            });
  }

  private void feed(ServerSentEvents events, Buffer chunk) {
    try {
      events.feed(chunk);
    } catch (UnreadableAnswer e) {
      throw client.unreadable(e.getMessage());
    }
  }

  private ModelAnswer ended(ServerSentEvents events, ModelWire.StreamReader pieces) {
    try {
      events.end();
      return pieces.end().by(id);
    } catch (UnreadableAnswer e) {
      throw client.unreadable(e.getMessage());
    }
  }

  private ModelAnswer whole(ProviderResponse response) {
    try {
      return wire.answer(response.body()).by(id);
    } catch (UnreadableAnswer e) {
      throw client.unreadable(e.getMessage());
    }
  }

  private Future<ModelAnswer> simpler(
      ModelRequest request, RequestForm tried, ProviderResponse refused) {
    Complaint complaint = Complaint.of(refused.body());
    String about = complaint.param().isEmpty() ? complaint.message() : complaint.param();
    Optional<RequestForm> next = tried.after(about);
    if (next.isPresent()) {
      LOG.info("{} did not take {}: trying {}", id, about, next.get());
      return send(request, next.get());
    }
    return Future.failedFuture(client.failure(refused));
  }

  /** Some servers answer whole although pieces were asked for: JSON begins with a brace. */
  private static final class StreamGuess {
    private Boolean events;

    boolean events(Buffer bytes) {
      if (events == null && bytes.length() > 0) {
        String start = bytes.getString(0, Math.min(bytes.length(), 64)).stripLeading();
        if (start.isEmpty()) {
          return false;
        }
        events = start.charAt(0) != '{' && start.charAt(0) != '[' && start.charAt(0) != '<';
      }
      return events != null && events;
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
