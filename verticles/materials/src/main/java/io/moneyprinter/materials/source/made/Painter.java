package io.moneyprinter.materials.source.made;

import io.moneyprinter.codecs.orchestration.Cost;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** A service that makes pictures from words. */
public interface Painter extends AutoCloseable {
  /** As briefs and settings write it. */
  String name();

  /** Everything of its settings that decides a picture, for telling equal calls. */
  String version();

  /** Who made the picture, for people, such as {@code gpt-image-1}. */
  String model();

  /** Whom the price list knows it by. */
  String priced();

  /** A picture's file. Fails with {@code INVALID} where the service refuses to paint it. */
  Future<Painting> paint(Order order);

  /**
   * What came: either the bytes themselves or where they lie.
   *
   * @param bytes {@code null} where there is an address
   * @param address {@code null} where there are bytes
   * @param costs what it has to be paid for; empty for a service of one's own
   */
  record Painting(Buffer bytes, String address, List<Cost> costs) {}

  @Override
  void close();
}
