package io.moneyprinter.storage.sealing;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts one object by AES-256-GCM in segments of 64 KiB, each with its own tag and place, so
 * that a byte that was changed, a segment that was moved or left out, and an end that is missing
 * are all found, while any stretch can be read on its own.
 *
 * @see <a
 *     href="https://developers.google.com/tink/streaming-aead/aes_gcm_hkdf_streaming">AES-GCM-HKDF
 *     streaming AEAD</a>, after Hoang, Reyhanitabar, Rogaway and Vizár, 2015
 */
final class FileCipher {
  static final int KEY_BYTES = 32;
  private static final int SEGMENT = 64 * 1024;
  private static final int TAG_BYTES = 16;

  /** Its own length, a salt as long as the key, and the beginning of all nonces. */
  static final int HEAD_BYTES = 1 + KEY_BYTES + 7;

  private final AesGcmHkdfStreaming cipher;
  private final byte[] context;

  /**
   * @param dataKey of this object alone, 32 bytes
   * @param context that the object belongs to; another one does not open it
   */
  FileCipher(byte[] dataKey, String context) throws GeneralSecurityException {
    this(dataKey, context, SEGMENT);
  }

  /**
   * @param segment bytes of one segment of the object, its tag included
   */
  FileCipher(byte[] dataKey, String context, int segment) throws GeneralSecurityException {
    this.cipher = new AesGcmHkdfStreaming(dataKey, "HmacSha256", KEY_BYTES, segment, 0);
    this.context = context.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The whole segments of an object in which a stretch of the file lies. The first one holds the
   * head too, and so that much less of the file.
   *
   * @param objectSize bytes of the object
   */
  static ObjectStretch segments(long offset, int length, long objectSize) {
    long content = SEGMENT - TAG_BYTES;
    long first = (offset + HEAD_BYTES) / content;
    long last = (offset + HEAD_BYTES + Math.max(1, length) - 1) / content;
    return new ObjectStretch(first * SEGMENT, Math.min((last + 1) * SEGMENT, objectSize));
  }

  OutputStream encrypting(OutputStream target) throws GeneralSecurityException, IOException {
    return cipher.newEncryptingStream(target, context);
  }

  InputStream decrypting(InputStream source) throws GeneralSecurityException, IOException {
    return cipher.newDecryptingStream(source, context);
  }

  /** Reads any stretch of an object; only the segments that hold it are fetched. */
  SeekableByteChannel decrypting(SeekableByteChannel source)
      throws GeneralSecurityException, IOException {
    return cipher.newSeekableDecryptingChannel(source, context);
  }
}
