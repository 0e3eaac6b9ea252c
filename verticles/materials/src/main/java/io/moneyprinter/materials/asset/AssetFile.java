package io.moneyprinter.materials.asset;

import io.moneyprinter.codecs.materials.UploadDetails;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.MediaPortrait;

/**
 * A stored file that is to become an asset, or a version of one.
 *
 * @param portrait {@code null} for a sound, or when none could be made
 */
public record AssetFile(UploadDetails details, Blob blob, MediaInfo info, MediaPortrait portrait) {}
