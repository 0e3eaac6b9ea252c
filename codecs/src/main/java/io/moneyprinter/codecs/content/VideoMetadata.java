package io.moneyprinter.codecs.content;

import java.util.List;
import java.util.Objects;

/**
 * What stands with a video where it is shown.
 *
 * @param thumbnail two to five words to write large on a thumbnail
 * @param posts one for each platform, within its limits
 * @param writer who wrote it: {@code script} when it was derived from that, else provider and model
 */
public record VideoMetadata(String thumbnail, List<Post> posts, String writer) {
  /**
   * The text for one platform.
   *
   * @param caption what stands under the video, with the hashtags at its end
   * @param description longer, without hashtags, with the sources at its end
   * @param hashtags each with its {@code #}
   */
  public record Post(
      SocialPlatform platform,
      String title,
      String caption,
      String description,
      List<String> hashtags) {
    public Post {
      Objects.requireNonNull(platform, "platform");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(caption, "caption");
      Objects.requireNonNull(description, "description");
      hashtags = hashtags == null ? List.of() : List.copyOf(hashtags);
    }
  }

  public VideoMetadata {
    Objects.requireNonNull(thumbnail, "thumbnail");
    Objects.requireNonNull(writer, "writer");
    posts = posts == null ? List.of() : List.copyOf(posts);
  }
}
