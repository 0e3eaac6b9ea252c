package io.moneyprinter.codecs.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a video may be shown, and how much text may stand with it there, in UTF-16 units as the
 * platforms count them. The limits are those of the platforms' own help pages and upload
 * interfaces; the numbers of hashtags are what their guides advise, which is less than they allow.
 */
public enum SocialPlatform {
  /** YouTube Data API, {@code videos} resource: snippet.title, snippet.description. */
  @JsonProperty("youtube")
  YOUTUBE(100, 5000, 5000, 5),
  /** Content Posting API: post_info.title holds the caption. */
  @JsonProperty("tiktok")
  TIKTOK(90, 2200, 2200, 5),
  /** Instagram Platform, {@code caption} of a media container. */
  @JsonProperty("instagram")
  INSTAGRAM(100, 2200, 2200, 5),
  @JsonProperty("facebook")
  FACEBOOK(255, 2200, 5000, 5),
  /** Posts of accounts without a subscription. */
  @JsonProperty("x")
  X(70, 280, 280, 3),
  @JsonProperty("linkedin")
  LINKEDIN(150, 3000, 3000, 5),
  /** Pins API: title, description. */
  @JsonProperty("pinterest")
  PINTEREST(100, 800, 800, 5);

  private final int title;
  private final int caption;
  private final int description;
  private final int hashtags;

  SocialPlatform(int title, int caption, int description, int hashtags) {
    this.title = title;
    this.caption = caption;
    this.description = description;
    this.hashtags = hashtags;
  }

  /** Longest title. */
  public int title() {
    return title;
  }

  /** Longest caption, its hashtags included. */
  public int caption() {
    return caption;
  }

  /** Longest description. */
  public int description() {
    return description;
  }

  /** Most hashtags. */
  public int hashtags() {
    return hashtags;
  }
}
