package io.moneyprinter.launcher.make;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads what the user wants from a file: YAML, JSON, or plain text (first line the title, an empty
 * line, then the script).
 *
 * <p>One key exists in files only: {@code materials.folder}, a folder of this machine relative to
 * the file. It is handed out beside the brief, because a path never travels.
 */
public final class BriefFile {
  /** A brief longer than this is a mistake: the longest script allowed has a tenth of it. */
  private static final long MAX_BYTES = 1_000_000;

  /**
   * What a file says.
   *
   * @param folder pictures and clips of the user's own
   * @param keys those that are written down, a JSON object
   */
  public record Content(VideoBrief brief, Optional<Path> folder, String keys) {}

  private final Path file;
  private Path folder;
  private String keys;

  private BriefFile(Path file) {
    this.file = file;
  }

  /**
   * Reads one file. Everything wrong with it is a {@link ServiceFailure} that names the file, the
   * line and the remedy.
   */
  public static Content read(Path file) {
    return new BriefFile(file).read();
  }

  private Content read() {
    String text = text();
    if (text.isBlank()) {
      throw invalid(
          "is empty. Write a title and a script, or start from conf/examples/coffee.yaml");
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    VideoBrief brief;
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      brief = bind(text, new YAMLFactory());
    } else if (name.endsWith(".json")) {
      brief = bind(text, new JsonFactory());
    } else {
      brief = plain(text);
    }
    return new Content(brief, Optional.ofNullable(folder), keys);
  }

  private String text() {
    try {
      if (Files.isDirectory(file)) {
        throw new ServiceFailure(
            FailureCode.NOT_FOUND, file + " is a folder; name a file in it, such as coffee.yaml");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw invalid("is larger than " + MAX_BYTES / 1_000 + " kB; a brief is a short text");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ServiceFailure(
          FailureCode.NOT_FOUND,
          "There is no file " + file + ". Check the name; examples are in conf/examples");
    } catch (AccessDeniedException e) {
      throw new ServiceFailure(
          FailureCode.RESOURCE, file + " may not be read. Give yourself permission (chmod u+r)");
    } catch (CharacterCodingException e) {
      throw invalid("is no text in UTF-8. Save it as UTF-8");
    } catch (IOException e) {
      throw new ServiceFailure(FailureCode.RESOURCE, file + " cannot be read: " + e.getMessage());
    }
  }

  private VideoBrief plain(String text) {
    String[] parts = text.strip().split("\\R\\s*\\R", 2);
    boolean titled = parts.length == 2 && parts[0].lines().count() == 1;
    String title = titled ? parts[0].strip().replaceFirst("^#+\\s*", "") : null;
    String script = titled ? parts[1].strip() : text.strip();
    keys =
        RecordJson.wire().createObjectNode().put("title", title).put("script", script).toString();
    return VideoBrief.builder().title(title).script(script).build();
  }

  private VideoBrief bind(String text, JsonFactory format) {
    ObjectMapper mapper = RecordJson.strict(format).copy();
    mapper.addHandler(new FolderKey());
    try (JsonParser parser = mapper.createParser(text)) {
      VideoBrief brief =
          parser.nextToken() == null ? null : mapper.readValue(parser, VideoBrief.class);
      if (brief == null) {
        throw invalid("holds nothing. Write a script or scenes into it");
      }
      keys = keys(mapper.readTree(text));
      return brief;
    } catch (JsonProcessingException e) {
      throw new BriefFault(file, text, format).of(e);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory failed", e);
    }
  }

  private static String keys(JsonNode written) {
    if (written.get("materials") instanceof ObjectNode materials) {
      materials.remove("folder");
    }
    return written.toString();
  }

  private ServiceFailure invalid(String what) {
    return new ServiceFailure(FailureCode.INVALID, file + " " + what);
  }

  /** Accepts {@code folder} where the materials stand, and keeps what it says. */
  private final class FolderKey extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        JsonDeserializer<?> deserializer,
        Object beanOrClass,
        String key)
        throws IOException {
      Class<?> type = beanOrClass instanceof Class<?> given ? given : beanOrClass.getClass();
      if (type != MaterialsBrief.class || !key.equals("folder")) {
        return false;
      }
      Path base = file.toAbsolutePath().getParent();
      folder = base.resolve(parser.getText()).normalize();
      parser.skipChildren();
      return true;
    }
  }
}
