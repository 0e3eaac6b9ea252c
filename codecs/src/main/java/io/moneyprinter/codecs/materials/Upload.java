package io.moneyprinter.codecs.materials;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A file on its way into the library.
 *
 * @param length bytes it will have; {@code null} when the sender does not know
 * @param limit most bytes that are taken
 * @param assets ids of what was made of it; one for a picture, clip or sound, several for an
 *     archive
 * @param problem why it was refused; {@code null} when it was not
 * @param expiresAt when it is given up if nothing more comes
 * @param home the folder that its bytes lie in; {@code null} when that is not known
 */
public record Upload(
    String id,
    State state,
    Long length,
    long limit,
    UploadDetails details,
    List<String> assets,
    String problem,
    Instant createdAt,
    Instant expiresAt,
    String home) {
  /** How far an upload is. */
  public enum State {
    /** Bytes are coming. */
    OPEN,
    /** All bytes are there, and are being looked at. */
    FINISHING,
    /** What was in it is in the library. */
    DONE,
    /** It is nothing that may be kept, and is gone. */
    REFUSED
  }

  public Upload {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(details, "details");
    assets = assets == null ? List.of() : List.copyOf(assets);
  }
}
