package io.moneyprinter.config.outside;

import io.moneyprinter.codecs.config.OutsideTest;
import io.moneyprinter.codecs.config.OutsideTest.Outcome;
import io.moneyprinter.platform.providers.ProviderProbe;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.moneyprinter.platform.providers.ProviderSettings;
import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Tries outside services by their question. */
public final class ConnectionTest {
  private final ProviderProbe probe;

  public ConnectionTest(ProviderProbe probe) {
    this.probe = probe;
  }

  Future<OutsideTest> run(OutsideProfile profile) {
    if (!profile.ready()) {
      return told(Outcome.NOT_SET, profile.title() + " needs a setting first: " + needed(profile));
    }
    if (profile.question().isEmpty()) {
      return told(
          Outcome.UNEXPECTED,
          profile.title()
              + " has nothing that could be asked for nothing: listen to a voice of it");
    }
    OutsideProfile.Question question = profile.question().get();
    ProviderSettings settings =
        new ProviderSettings(
            "test-" + profile.name(),
            profile.title(),
            question.keys(),
            question.place(),
            OutsideProfile.Question.LIMIT,
            ProviderSettings.TEXT_LIMIT,
            new ProviderSettings.SettingNames(
                profile.setting(OutsideProfile.KEY),
                profile.setting("base-url"),
                profile.setting("timeout"),
                profile.setting("model")));
    ProviderRequest request = ProviderRequest.get(question.address());
    for (Map.Entry<String, String> header : question.headers().entrySet()) {
      request = request.header(header.getKey(), header.getValue());
    }
    long begun = System.nanoTime();
    return probe
        .ask(settings, request)
        .map(
            finding ->
                new OutsideTest(
                    Outcome.valueOf(finding.outcome().name()),
                    finding.detail(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)));
  }

  private static String needed(OutsideProfile profile) {
    return profile.setting(profile.keyed() ? OutsideProfile.KEY : "base-url");
  }

  private static Future<OutsideTest> told(Outcome outcome, String detail) {
    return Future.succeededFuture(new OutsideTest(outcome, detail, 0));
  }
}
