package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.notification.NoticeKind;
import java.util.Map;

/** Where in the studio to go from a notice. */
final class Places {
  private Places() {}

  /** A path on the server; {@code null} where there is nothing more to see. */
  static String of(NoticeKind kind, Map<String, String> data) {
    return switch (kind) {
      case VIDEO_COMPLETED, VIDEO_FAILED -> "/videos/" + data.get("video");
      case VIDEO_REVIEW -> "/videos/" + data.get("video") + "/storyboard";
      case BATCH_FINISHED -> "/batches/" + data.get("batch");
      case QUOTA_NEAR, QUOTA_REACHED, SECURITY_LOGIN, SECURITY_CREDENTIALS -> "/settings";
      case WEBHOOK_DISABLED -> "/notifications";
      case LINK_EXPIRING -> data.containsKey("video") ? "/videos/" + data.get("video") : "/videos";
      case SECURITY_THREAT -> null;
    };
  }
}
