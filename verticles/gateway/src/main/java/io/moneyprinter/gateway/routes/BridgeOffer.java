package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.bridge.BridgeCall;
import java.util.List;
import java.util.function.Function;

/**
 * What may be asked over the event-bus bridge, and how it is shown; the same views as over HTTP.
 */
public final class BridgeOffer {
  private BridgeOffer() {}

  public static List<BridgeCall<?, ?>> calls() {
    return List.of(
        new BridgeCall<>(
            "client.videos.get", OrchestrationMessages.GET_JOB, Scope.VIDEOS_READ, VideoView::of),
        new BridgeCall<>(
            "client.videos.cancel",
            OrchestrationMessages.CANCEL_JOB,
            Scope.VIDEOS_WRITE,
            VideoView::of),
        new BridgeCall<>(
            "client.videos.pause",
            OrchestrationMessages.PAUSE_JOB,
            Scope.VIDEOS_WRITE,
            VideoView::of),
        new BridgeCall<>(
            "client.videos.resume",
            OrchestrationMessages.RESUME_JOB,
            Scope.VIDEOS_WRITE,
            VideoView::of),
        new BridgeCall<>(
            "client.voices.list", SpeechMessages.VOICES, Scope.VIDEOS_READ, Function.identity()),
        new BridgeCall<>(
            "client.settings.get", ConfigMessages.GET, Scope.OWNER, Function.identity()));
  }
}
