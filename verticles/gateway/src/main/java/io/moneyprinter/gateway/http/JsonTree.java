package io.moneyprinter.gateway.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.MappingFault;
import io.moneyprinter.codecs.json.RecordJson;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads any JSON that can also be stored: one value, no name twice, and no text with what databases
 * refuse (U+0000, half of a surrogate pair).
 */
public final class JsonTree {
  private static final ObjectReader READER =
      RecordJson.strict()
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private static final Pattern SETTING = Pattern.compile(", from `[^`]*`");
  private static final Pattern BEGINNING =
      Pattern.compile(" \\(start marker at \\[.*?; line: (\\d+), column: (\\d+)]\\)");

  /** Not to be sent, but it may be ignored (RFC 8259 §8.1), and some editors write it. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private JsonTree() {}

  /** Fails with {@link ServiceFailure} {@code INVALID}. */
  public static JsonNode read(Buffer body) {
    if (body == null || body.length() == 0) {
      throw empty();
    }
    try {
      JsonNode tree = READER.readTree(text(body));
      if (tree.isMissingNode()) {
        throw empty(); // nothing but blanks
      }
      requireStorable(tree, "");
      return tree;
    } catch (CharacterCodingException e) {
      throw ServiceFailure.invalid("", "The body is not in UTF-8; send JSON as UTF-8 (RFC 8259)");
    } catch (MismatchedInputException e) {
      throw ServiceFailure.invalid("", "Something more follows after the end of the JSON value");
    } catch (JsonProcessingException e) {
      throw ServiceFailure.invalid(
          "", "The body is no JSON%s: %s".formatted(place(e.getLocation()), plain(e)));
    }
  }

  /**
   * JSON that is sent is UTF-8 (RFC 8259 §8.1), and only one way to write each character is. The
   * parser, left to itself, takes overlong forms, and guesses at UTF-16 and UTF-32.
   */
  private static String text(Buffer body) throws CharacterCodingException {
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.getBytes())).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static ServiceFailure empty() {
    return ServiceFailure.invalid("", "The body is empty; JSON is wanted");
  }

  /** Too deep or too long a text is refused without a place. */
  private static String place(JsonLocation at) {
    return at == null ? "" : " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
  }

  /** Without what the parser says of its own settings. */
  private static String plain(JsonProcessingException e) {
    String limits = SETTING.matcher(e.getOriginalMessage()).replaceAll("");
    return BEGINNING.matcher(limits).replaceAll(" that begins in line $1, column $2");
  }

  /** The parser bounds the depth. */
  private static void requireStorable(JsonNode node, String pointer) {
    if (node.isTextual()) {
      requireStorable(node.textValue(), pointer);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      requireStorable(node.get(i), pointer + "/" + i);
    }
    Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      requireStorable(field.getKey(), pointer);
      requireStorable(field.getValue(), pointer + "/" + MappingFault.escaped(field.getKey()));
    }
  }

  private static void requireStorable(String text, String pointer) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        throw ServiceFailure.invalid(
            pointer,
            "holds the character U+%04X, which is no text; leave it out".formatted((int) c));
      }
    }
  }
}
