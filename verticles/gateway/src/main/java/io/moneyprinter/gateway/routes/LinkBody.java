package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.storage.LinkDisposition;

/**
 * What a link is wanted to. One of {@code video}, {@code material} and {@code object}.
 *
 * @param video id of a video
 * @param file which of the video's files; the video itself when {@code null}
 * @param material id of a material
 * @param version of the material; the newest when {@code null}
 * @param object key of a stored file
 * @param expiresInSeconds how long it is good for
 * @param fileName that the file is saved under
 */
record LinkBody(
    String video,
    String file,
    String material,
    Integer version,
    String object,
    Integer expiresInSeconds,
    LinkDisposition disposition,
    String fileName,
    Integer maxDownloads) {}
