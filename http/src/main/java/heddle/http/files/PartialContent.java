package heddle.http.files;

import heddle.http.Body;
import heddle.http.Headers;
import heddle.http.Response;
import heddle.http.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Responses with parts of a file (RFC 9110 section 15.3.7). */
final class PartialContent {
  private PartialContent() {}

  static Response of(Representation file, List<Ranges.Part> parts) throws IOException {
    return parts.size() == 1 ? single(file, parts.getFirst()) : multiple(file, parts);
  }

  private static Response single(Representation file, Ranges.Part part) throws IOException {
    FileChannel channel = FileChannel.open(file.file(), StandardOpenOption.READ);
    Headers headers = file.headers().with("Content-Range", contentRange(part, file.size()));
    return Response.of(
        Status.PARTIAL_CONTENT, headers, new Body.FilePart(channel, part.first(), part.length()));
  }

  /** A {@code multipart/byteranges} body, whose length is the sum of its texts and parts. */
  private static Response multiple(Representation file, List<Ranges.Part> parts) {
    String boundary = "heddle-" + Long.toHexString(ThreadLocalRandom.current().nextLong());
    String type = file.headers().firstOr("Content-Type", "");
    List<byte[]> heads = new ArrayList<>();
    byte[] end = ascii("\r\n--" + boundary + "--\r\n");
    long length = end.length;
    for (Ranges.Part part : parts) {
      byte[] bytes =
          ascii(
              "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
                  .formatted(boundary, type, contentRange(part, file.size())));
      heads.add(bytes);
      length += bytes.length + part.length();
    }
    Headers headers =
        file.headers().with("Content-Type", "multipart/byteranges; boundary=" + boundary);
    return Response.of(
        Status.PARTIAL_CONTENT,
        headers,
        new Body.Stream(length, out -> write(file, parts, heads, end, out)));
  }

  private static void write(
      Representation file,
      List<Ranges.Part> parts,
      List<byte[]> heads,
      byte[] end,
      OutputStream out)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file.file(), StandardOpenOption.READ)) {
      for (int i = 0; i < parts.size(); i++) {
        out.write(heads.get(i));
        copy(channel, parts.get(i), out);
      }
      out.write(end);
    }
  }

  private static void copy(FileChannel file, Ranges.Part part, OutputStream out)
      throws IOException {
    var target = Channels.newChannel(out);
    long sent = 0;
    while (sent < part.length()) {
      long now = file.transferTo(part.first() + sent, part.length() - sent, target);
      if (now <= 0) {
        throw new IOException("file became shorter while it was sent");
      }
      sent += now;
    }
  }

  private static String contentRange(Ranges.Part part, long size) {
    return "bytes %d-%d/%d".formatted(part.first(), part.last(), size);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
