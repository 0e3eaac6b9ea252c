package io.moneyprinter.content.model;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/** How a kind of server is spoken to. Pure. */
interface ModelWire {
  /** Where it wants its key. */
  KeyPlace keyPlace();

  /** The question as it travels. */
  ProviderRequest request(ModelRequest request, RequestForm form);

  /**
   * Reads a whole answer. What is not one is an {@link UnreadableAnswer}; a model that declines is
   * a {@link ServiceFailure} with {@code INVALID}.
   */
  ModelAnswer answer(Buffer body);

  /**
   * Reads an answer that comes in events.
   *
   * @param heard hears the answer's text piece by piece
   */
  StreamReader stream(Consumer<String> heard);

  /** Puts an answer together from the data of server-sent events. */
  interface StreamReader {
    /** One event's data. An error told in it is thrown as {@link #answer} would. */
    void event(String data);

    /** The answer; {@link UnreadableAnswer} when the stream broke off before its end. */
    ModelAnswer end();
  }
}
