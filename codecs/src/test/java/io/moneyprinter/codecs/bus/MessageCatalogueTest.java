package io.moneyprinter.codecs.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MessageCatalogueTest {
  private static final MessageCatalogue CATALOGUE = MessageCatalogue.all();

  @TestFactory
  Stream<DynamicTest> everyRecordSurvivesTheWireInTheMiddleOfABuffer() {
    return CATALOGUE.types().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> roundTrip(entry.getKey(), entry.getValue())));
  }

  private static <T extends Record> void roundTrip(String wireName, Class<T> type) {
    T sample = Samples.of(type);
    RecordCodec<T> codec = new RecordCodec<>(wireName, type);
    Buffer buffer = Buffer.buffer("bytes before");
    int position = buffer.length();
    codec.encodeToWire(buffer, sample);
    buffer.appendString("bytes after");

    assertThat(codec.decodeFromWire(position, buffer)).isEqualTo(sample);
  }

  @TestFactory
  Stream<DynamicTest> everyRecordIsReadFromJsonOfANewerSender() {
    return CATALOGUE.types().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      Record sample = Samples.of(entry.getValue());
                      ObjectNode json = RecordJson.wire().valueToTree(sample);
                      json.put("fieldOfTheFuture", "whatever");
                      assertThat((Object) RecordJson.wire().treeToValue(json, entry.getValue()))
                          .isEqualTo(sample);
                    }));
  }

  @Test
  void aBodyThatDoesNotDecodeBecomesAFailureAndNeverThrows() {
    RecordCodec<Violation> codec = new RecordCodec<>("bus.Violation.v1", Violation.class);

    Object decoded = codec.decodeFromWire(0, Buffer.buffer().appendInt(3).appendString("no!"));
    Object short1 = codec.decodeFromWire(0, Buffer.buffer().appendInt(300).appendString("no!"));
    Object negative = codec.decodeFromWire(0, Buffer.buffer().appendInt(-5));

    assertThat(Stream.of(decoded, short1, negative))
        .allSatisfy(
            body ->
                assertThat(body)
                    .isInstanceOfSatisfying(
                        ServiceFailure.class,
                        failure ->
                            assertThat(failure.code()).isEqualTo(FailureCode.MALFORMED_MESSAGE)));
  }

  @Test
  void aFailureKeepsItsCodeMessageAndViolations() {
    ServiceFailure failure = ServiceFailure.invalid("/rate", "must be 0.5 to 2.0");
    Buffer buffer = Buffer.buffer("x");
    new FailureCodec().encodeToWire(buffer, failure);

    ServiceFailure arrived = new FailureCodec().decodeFromWire(1, buffer);

    assertThat(arrived.code()).isEqualTo(FailureCode.INVALID);
    assertThat(arrived).hasMessage("must be 0.5 to 2.0");
    assertThat(arrived.violations()).isEqualTo(failure.violations());
  }

  @Test
  void registeringTwiceIsRefused() {
    CallContext.prepare();
    Vertx vertx = Vertx.vertx();
    try {
      CATALOGUE.registerOn(vertx.eventBus());
      assertThatThrownBy(() -> CATALOGUE.registerOn(vertx.eventBus()))
          .isInstanceOf(IllegalStateException.class);
    } finally {
      vertx.close().await();
    }
  }

  @Test
  void everyCallIsFoundByItsAddress() {
    CATALOGUE
        .calls()
        .forEach((address, call) -> assertThat(CATALOGUE.call(address)).contains(call));
    assertThat(CATALOGUE.call("nobody.home")).isEmpty();
  }
}
