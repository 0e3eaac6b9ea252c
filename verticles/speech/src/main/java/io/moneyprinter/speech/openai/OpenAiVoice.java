package io.moneyprinter.speech.openai;

import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.moneyprinter.speech.remote.Line;
import io.moneyprinter.speech.remote.RemoteHttp;
import io.moneyprinter.speech.remote.RemoteSound;
import io.moneyprinter.speech.remote.RemoteVoice;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Has lines spoken by a server with OpenAI's form of speech. */
final class OpenAiVoice implements RemoteVoice {
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;

  private final ProviderClient client;
  private final SpeechRequests requests;
  private final String address;

  /** Whether the server was not yet found to lack its form with times; a race costs one request. */
  private volatile boolean captioned;

  /**
   * @param address up to and with {@code /v1}
   */
  OpenAiVoice(ProviderClient client, SpeechRequests requests, String address, boolean captioned) {
    this.client = client;
    this.requests = requests;
    this.address = address;
    this.captioned = captioned;
  }

  @Override
  public Future<RemoteSound> say(Line line) {
    if (!captioned) {
      return plain(line);
    }
    String beside = address.replaceAll("/v1$", "") + "/dev/captioned_speech";
    return client
        .send(
            ProviderRequest.postJson(beside, requests.captioned(line))
                .accepting(NOT_FOUND, NOT_ALLOWED),
            answer ->
                answer.ok()
                    ? Optional.of(requests.captions(RemoteHttp.object(answer), line))
                    : Optional.<RemoteSound>empty())
        .compose(
            sound -> {
              if (sound.isPresent()) {
                return Future.succeededFuture(sound.get());
              }
              captioned = false;
              return plain(line);
            });
  }

  private Future<RemoteSound> plain(Line line) {
    return client.send(
        ProviderRequest.postJson(address + "/audio/speech", requests.speech(line)),
        answer -> RemoteSound.contained(answer.body(), List.of(), requests.rate(line)));
  }

  @Override
  public Future<Void> close() {
    client.close();
    return Future.succeededFuture();
  }
}
