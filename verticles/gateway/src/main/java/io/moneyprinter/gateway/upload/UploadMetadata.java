package io.moneyprinter.gateway.upload;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.UploadDetails;
import io.vertx.core.MultiMap;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a sender says of a file: in a header (tus 1.0, {@code Upload-Metadata}: keys with values in
 * base64, between commas), in a query, or in the fields of a form.
 */
public final class UploadMetadata {
  private static final String HEADER = "/Upload-Metadata";

  private UploadMetadata() {}

  /**
   * Reads the header.
   *
   * @param header {@code null} for nothing said
   */
  public static UploadDetails ofHeader(String header) {
    MultiMap said = MultiMap.caseInsensitiveMultiMap();
    if (header != null && !header.isBlank()) {
      for (String pair : header.split(",")) {
        String[] parts = pair.strip().split(" +", 2);
        said.add(parts[0], parts.length == 1 ? "" : decoded(parts[1].strip()));
      }
    }
    return of(said);
  }

  private static String decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw ServiceFailure.invalid(
          HEADER, "Upload-Metadata holds a value that is no UTF-8 text in base64");
    }
  }

  /** What fields say; those that mean nothing here are passed over, as programs send some. */
  public static UploadDetails of(MultiMap said) {
    String name = said.get("filename");
    return new UploadDetails(
        blankless(name == null ? said.get("name") : name),
        blankless(said.get("title")),
        blankless(said.get("description")),
        list(said, "tags", "tag"),
        list(said, "collections", "collection"),
        blankless(said.get("asset")));
  }

  private static String blankless(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static List<String> list(MultiMap said, String several, String one) {
    return java.util.stream.Stream.concat(
            said.getAll(several).stream().flatMap(text -> Arrays.stream(text.split(","))),
            said.getAll(one).stream())
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** What was said, in the form of the header; empty for nothing. */
  public static String header(UploadDetails said) {
    Map<String, String> pairs = new LinkedHashMap<>();
    pairs.put("filename", said.name());
    pairs.put("title", said.title());
    pairs.put("description", said.description());
    pairs.put("tags", String.join(",", said.tags()));
    pairs.put("collections", String.join(",", said.collections()));
    pairs.put("asset", said.asset());
    return pairs.entrySet().stream()
        .filter(pair -> pair.getValue() != null && !pair.getValue().isEmpty())
        .map(pair -> pair.getKey() + " " + encoded(pair.getValue()))
        .collect(Collectors.joining(","));
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with a name where none was said. */
  public static UploadDetails named(UploadDetails said, String name) {
    return said.name() != null || name == null || name.isEmpty()
        ? said
        : new UploadDetails(
            name, said.title(), said.description(), said.tags(), said.collections(), said.asset());
  }
}
