package io.moneyprinter.storage.cdn;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.storage.remote.RemoteAnswer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what an answer of CloudFront's API means, and what to do. The codes are those of <a
 * href="https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateInvalidation.html">CreateInvalidation</a>
 * and of the errors common to all of it.
 */
final class CloudFrontFailures {
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;
  private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z.]{1,80})</Code>");

  /** Who signs with these is told that the key is wrong, not that it may not. */
  private static final Pattern KEYS =
      Pattern.compile(
          "InvalidClientTokenId|SignatureDoesNotMatch|UnrecognizedClientException"
              + "|MissingAuthenticationToken.*|ExpiredToken.*");

  private final String endpoint;
  private final String distribution;

  CloudFrontFailures(String endpoint, String distribution) {
    this.endpoint = endpoint;
    this.distribution = distribution;
  }

  /** Empty where all is well. */
  Optional<ServiceFailure> of(RemoteAnswer answer) {
    String text = answer.body().toString();
    if (!answer.ok()) {
      Matcher found = CODE.matcher(text);
      String code = found.find() ? found.group(1) : "status " + answer.status();
      return Optional.of(of(answer.status(), code));
    }
    return text.contains("<Invalidation")
        ? Optional.empty()
        : Optional.of(
            ServiceFailure.unavailable(
                "The answer of " + endpoint + " is not CloudFront's: check storage.cdn.endpoint"));
  }

  private ServiceFailure of(int status, String code) {
    if (status >= SERVER
        || status == TOO_MANY
        || code.equals("Throttling")
        || code.equals("TooManyInvalidationsInProgress")) {
      return ServiceFailure.unavailable("CloudFront cannot forget files now (" + code + ")");
    }
    if (code.equals("NoSuchDistribution")) {
      return resource(
          "CloudFront has no distribution "
              + distribution
              + " of this account: mend storage.cdn.distribution");
    }
    if (KEYS.matcher(code).matches()) {
      return resource(
          "CloudFront refuses the credentials ("
              + code
              + "): mend storage.cdn.access-key and secret-key");
    }
    if (code.equals("AccessDenied")) {
      return resource(
          "CloudFront does not allow this: the key of storage.cdn.access-key needs"
              + " cloudfront:CreateInvalidation");
    }
    return resource("CloudFront refused to forget files (" + status + " " + code + ")");
  }

  static ServiceFailure resource(String text) {
    return new ServiceFailure(FailureCode.RESOURCE, text);
  }
}
