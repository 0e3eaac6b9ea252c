package io.moneyprinter.codecs.content;

import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.ResourceClass;
import io.moneyprinter.codecs.bus.Task;
import java.time.Duration;

/** Everything the content service answers. */
public final class ContentMessages {
  public static final Task<WriteScript, Script> WRITE_SCRIPT =
      new Task<>(
          "content.write-script",
          WriteScript.class,
          Script.class,
          Duration.ofMinutes(5),
          ResourceClass.NETWORK);

  public static final Task<WriteMetadata, VideoMetadata> WRITE_METADATA =
      new Task<>(
          "content.write-metadata",
          WriteMetadata.class,
          VideoMetadata.class,
          Duration.ofMinutes(3),
          ResourceClass.NETWORK);

  private ContentMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("content.Script.v1", Script.class);
    types.add(WRITE_SCRIPT, "content.WriteScript.v1");
    types.add("content.VideoMetadata.v1", VideoMetadata.class);
    types.add(WRITE_METADATA, "content.WriteMetadata.v1");
  }
}
