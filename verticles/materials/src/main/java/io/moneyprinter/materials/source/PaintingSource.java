package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.materials.source.made.ComfyPainter;
import io.moneyprinter.materials.source.made.Order;
import io.moneyprinter.materials.source.made.Painter;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.tasks.ExternalCalls.Answer;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.util.HexFormat;
import java.util.List;

/**
 * Has pictures made from words. It offers exactly one still for a search; it is made, and paid for,
 * when that is fetched. What was paid for once is kept, so that a step done again does not pay
 * again.
 */
final class PaintingSource implements MaterialSource {
  private static final String TERMS = "as the service's terms say of what its users have made";

  private final Painter painter;
  private final String style;
  private final PictureStore pictures;
  private final SourceMeters meters;
  private final Readiness readiness;

  /** What decides a picture. */
  private record Asked(String version, Order order) {}

  /** What came, in the store. */
  private record Kept(Blob blob) {}

  PaintingSource(
      Painter painter,
      String style,
      PictureStore pictures,
      SourceMeters meters,
      Readiness readiness) {
    this.painter = painter;
    this.style = style;
    this.pictures = pictures;
    this.meters = meters;
    this.readiness = readiness;
  }

  @Override
  public String name() {
    return painter.name();
  }

  @Override
  public Readiness readiness() {
    return readiness;
  }

  @Override
  public String needs() {
    return "materials.sources."
        + name()
        + (name().equals(ComfyPainter.NAME) ? ".base-url" : ".api-key");
  }

  @Override
  public boolean makes() {
    return true;
  }

  @Override
  public Future<List<Candidate>> search(SourceQuery query) {
    String shows = query.subject().isEmpty() ? query.text() : query.subject();
    if (shows.isEmpty() || !query.wants(Candidate.Kind.STILL)) {
      return Future.succeededFuture(List.of());
    }
    String prompt = style.isBlank() ? shows : shows + ". " + style.strip();
    Offer offer =
        new Offer(name(), id(prompt), Candidate.Kind.STILL)
            .title(shows)
            .description(prompt)
            .author("made by " + painter.model(), null)
            .licence(TERMS, null);
    return Future.succeededFuture(List.of(offer.candidate()));
  }

  private String id(String prompt) {
    return HexFormat.of().formatHex(hash(painter.version() + "\n" + prompt), 0, 8);
  }

  private static byte[] hash(String text) {
    return Sha256.of(text);
  }

  @Override
  public Future<Fetched> fetch(Candidate candidate, Wanted wanted, TaskContext task) {
    long seed = Integer.toUnsignedLong(candidate.id().hashCode());
    Order order = new Order(candidate.description(), wanted.width(), wanted.height(), seed);
    return task.calls()
        .once(name(), new Asked(painter.version(), order), Kept.class, () -> painted(order))
        .compose(kept -> pictures.look(candidate, kept.blob()))
        .onSuccess(picture -> meters.came(name(), "ok"))
        .onFailure(cause -> meters.failed(name(), cause))
        .map((Picture picture) -> new Fetched(candidate, picture, null, false));
  }

  /** Stored before the call is told done: its bytes are too large for the books. */
  private Future<Answer<Kept>> painted(Order order) {
    return painter
        .paint(order)
        .compose(
            painting ->
                (painting.bytes() != null
                        ? pictures.store(painting.bytes())
                        : pictures.store(name(), painting.address()))
                    .map(blob -> new Answer<>(new Kept(blob), painting.costs())));
  }

  @Override
  public void close() {
    painter.close();
  }
}
