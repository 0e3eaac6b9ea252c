package io.moneyprinter.launcher.library;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A client of the tus protocol 1.0.0, as far as tests need it. */
record Tus(LibraryNode node) {
  static String metadata(String... pairs) {
    StringBuilder header = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      header
          .append(i == 0 ? "" : ",")
          .append(pairs[i])
          .append(' ')
          .append(
              Base64.getEncoder().encodeToString(pairs[i + 1].getBytes(StandardCharsets.UTF_8)));
    }
    return header.toString();
  }

  HttpResponse<String> create(long length, String... metadata) {
    return node.send(
        request("/v1/materials/uploads")
            .header("Upload-Length", Long.toString(length))
            .header("Upload-Metadata", metadata(metadata))
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  /** The address of a new upload. */
  String open(long length, String... metadata) {
    HttpResponse<String> made = create(length, metadata);
    if (made.statusCode() != 201) {
      throw new AssertionError(made.statusCode() + " " + made.body());
    }
    return made.headers().firstValue("Location").orElseThrow();
  }

  HttpResponse<String> patch(String location, long offset, byte[] bytes) {
    return patch(location, offset, HttpRequest.BodyPublishers.ofByteArray(bytes));
  }

  HttpResponse<String> patch(String location, long offset, HttpRequest.BodyPublisher bytes) {
    return node.send(
        request(location)
            .header("Content-Type", "application/offset+octet-stream")
            .header("Upload-Offset", Long.toString(offset))
            .method("PATCH", bytes));
  }

  HttpResponse<String> head(String location) {
    return node.send(request(location).method("HEAD", HttpRequest.BodyPublishers.noBody()));
  }

  long offset(String location) {
    return head(location).headers().firstValueAsLong("Upload-Offset").orElse(-1);
  }

  HttpResponse<String> delete(String location) {
    return node.send(request(location).DELETE());
  }

  HttpRequest.Builder request(String path) {
    return node.request(path).header("Tus-Resumable", "1.0.0");
  }
}
