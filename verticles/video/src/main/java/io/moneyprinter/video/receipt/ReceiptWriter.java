package io.moneyprinter.video.receipt;

import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.PublishVideo;
import io.moneyprinter.codecs.video.Receipt;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.video.ffmpeg.FfmpegProgram;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the receipt of a finished video. */
public final class ReceiptWriter {
  private final MakingNotes notes;
  private final String tool;
  private final Receipt.Program program;

  /**
   * @param tool name and version of this software
   */
  public ReceiptWriter(Blobs blobs, WorkerPools pools, String tool, FfmpegProgram program) {
    this.notes = new MakingNotes(blobs, pools);
    this.tool = tool;
    this.program = new Receipt.Program(program.version(), program.build());
  }

  /**
   * The receipt as canonical JSON.
   *
   * @param outputs the files that are the same whenever they are made
   */
  public Future<String> write(PublishVideo request, List<Publication.File> outputs) {
    List<RenderedSegment> rendered = new ArrayList<>(request.segments());
    rendered.sort(Comparator.comparingInt(RenderedSegment::index));
    List<Future<Optional<Receipt.Making>>> makings =
        rendered.stream().map(segment -> notes.of(segment.key(), segment.video())).toList();
    return Future.all(makings)
        .map(
            all -> {
              Map<String, Segment> specs = new HashMap<>();
              request.plan().segments().forEach(spec -> specs.put(spec.key(), spec));
              List<Receipt.Piece> pieces = new ArrayList<>();
              for (int i = 0; i < rendered.size(); i++) {
                RenderedSegment segment = rendered.get(i);
                pieces.add(
                    new Receipt.Piece(
                        specs.get(segment.key()).named(segment.key(), segment.index()),
                        segment.video(),
                        segment.frames(),
                        makings.get(i).result().orElse(null)));
              }
              return CanonicalJson.of(receipt(request, pieces, outputs)) + "\n";
            });
  }

  private Receipt receipt(
      PublishVideo request, List<Receipt.Piece> pieces, List<Publication.File> outputs) {
    List<Record> specs = new ArrayList<>(pieces.stream().map(Receipt.Piece::spec).toList());
    specs.add(request.plan().timeline().audio());
    return new Receipt(
        Receipt.VERSION,
        tool,
        request.plan().timeline().seed(),
        program,
        request.plan().encoder(),
        List.copyOf(Inputs.of(specs.toArray(Record[]::new))),
        pieces,
        request.plan().timeline().audio(),
        request.audio().audio(),
        outputs);
  }
}
