package parity;

import static parity.Cases.arrived;
import static parity.Cases.bytes;
import static parity.Cases.failing;
import static parity.Cases.failure;
import static parity.Cases.read;
import static parity.Cases.tcp;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** What is read and written, ends, resets and time-outs of TCP. */
final class StreamCases {
  private StreamCases() {}

  static void streams() {
    tcp("a byte", (c, s) -> {
      c.getOutputStream().write(200);
      return s.getInputStream().read();
    });
    tcp("an array", (c, s) -> {
      c.getOutputStream().write(bytes("hello"));
      return read(s, 5);
    });
    tcp("part of an array", (c, s) -> {
      c.getOutputStream().write(bytes("hello"), 1, 3);
      return read(s, 3);
    });
    tcp("both ways", (c, s) -> {
      c.getOutputStream().write(bytes("ping"));
      String got = read(s, 4);
      s.getOutputStream().write(bytes("pong"));
      return got + read(c, 4);
    });
    tcp("writes are joined", (c, s) -> {
      c.getOutputStream().write(bytes("ab"));
      c.getOutputStream().write(bytes("cd"));
      return read(s, 4);
    });
    tcp("reads in parts", (c, s) -> {
      c.getOutputStream().write(bytes("abcd"));
      return read(s, 1) + "-" + read(s, 3);
    });
    tcp("available", (c, s) -> {
      int before = s.getInputStream().available();
      c.getOutputStream().write(bytes("abc"));
      arrived(s);
      return before + " " + s.getInputStream().available();
    });
    tcp("read of nothing", (c, s) -> s.getInputStream().read(new byte[0]));
    tcp("write of nothing", (c, s) -> {
      c.getOutputStream().write(new byte[0]);
      c.getOutputStream().write(9);
      return s.getInputStream().read();
    });
    tcp("bad range to read", (c, s) -> s.getInputStream().read(new byte[2], 1, 4));
    tcp("bad range to write", (c, s) -> failing(() -> c.getOutputStream().write(new byte[2], 1, 4)));
    tcp("lines", (c, s) -> {
      PrintWriter out = new PrintWriter(c.getOutputStream(), true, StandardCharsets.UTF_8);
      BufferedReader in =
          new BufferedReader(new InputStreamReader(s.getInputStream(), StandardCharsets.UTF_8));
      out.println("one");
      out.println("zwei Wörter");
      return in.readLine() + "," + in.readLine();
    });
    tcp("data streams", (c, s) -> {
      DataOutputStream out = new DataOutputStream(c.getOutputStream());
      out.writeInt(42);
      out.writeUTF("text");
      out.writeLong(-1);
      DataInputStream in = new DataInputStream(s.getInputStream());
      return in.readInt() + in.readUTF() + in.readLong();
    });
    tcp("skip", (c, s) -> {
      c.getOutputStream().write(bytes("abcdef"));
      s.getInputStream().skipNBytes(4);
      return read(s, 2);
    });
    tcp("20,000 bytes", (c, s) -> {
      c.getOutputStream().write(new byte[20_000]);
      return s.getInputStream().readNBytes(20_000).length;
    });
    tcp("no mark", (c, s) -> s.getInputStream().markSupported());
  }

  static void ends() {
    tcp("close ends the stream", (c, s) -> {
      c.close();
      return s.getInputStream().read();
    });
    tcp("bytes before the end", (c, s) -> {
      c.getOutputStream().write(bytes("bye"));
      c.close();
      return new String(s.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    });
    tcp("end again", (c, s) -> {
      c.close();
      s.getInputStream().read();
      return s.getInputStream().read();
    });
    tcp("half-close", (c, s) -> {
      c.getOutputStream().write(bytes("question"));
      c.shutdownOutput();
      String got = new String(s.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      s.getOutputStream().write(bytes("answer"));
      return got + " " + read(c, 6);
    });
    tcp("write after half-close", (c, s) -> {
      c.shutdownOutput();
      return failing(() -> c.getOutputStream().write(1));
    });
    tcp("read after shutting input down", (c, s) -> {
      c.shutdownInput();
      return c.getInputStream().read();
    });
    tcp("available after shutting input down", (c, s) -> {
      c.shutdownInput();
      return c.getInputStream().available();
    });
    tcp("half-close twice", (c, s) -> {
      c.shutdownOutput();
      return failing(c::shutdownOutput);
    });
    tcp("shut down flags", (c, s) -> {
      c.shutdownInput();
      return c.isInputShutdown() + " " + c.isOutputShutdown();
    });
    tcp("closing a stream closes the socket", (c, s) -> {
      c.getInputStream().close();
      return c.isClosed();
    });
    tcp("read line at the end", (c, s) -> {
      c.close();
      return new BufferedReader(new InputStreamReader(s.getInputStream())).readLine();
    });
    tcp("line without an end", (c, s) -> {
      c.getOutputStream().write(bytes("rest"));
      c.close();
      return new BufferedReader(new InputStreamReader(s.getInputStream())).readLine();
    });
    tcp("data stream at the end", (c, s) -> {
      c.getOutputStream().write(1);
      c.close();
      return new DataInputStream(s.getInputStream()).readInt();
    });
  }

  static void resets() {
    tcp("unread bytes reset", (c, s) -> {
      s.getOutputStream().write(bytes("never read"));
      arrived(c);
      c.close();
      return failure(() -> s.getInputStream().read());
    });
    tcp("linger 0 resets", (c, s) -> {
      c.setSoLinger(true, 0);
      c.close();
      return failure(() -> s.getInputStream().read());
    });
    tcp("reset is told again", (c, s) -> {
      c.setSoLinger(true, 0);
      c.close();
      failure(() -> s.getInputStream().read());
      return failure(() -> s.getInputStream().read());
    });
    tcp("write after a reset was read", (c, s) -> {
      c.setSoLinger(true, 0);
      c.close();
      failure(() -> s.getInputStream().read());
      return failing(() -> s.getOutputStream().write(1));
    });
    tcp("write to a closed peer", (c, s) -> {
      c.close();
      s.getInputStream().read();
      s.getOutputStream().write(1);
      String last = "";
      for (int i = 0; i < 1000 && last.isEmpty(); i++) {
        Thread.sleep(1);
        String outcome = failing(() -> s.getOutputStream().write(1));
        last = outcome.startsWith("no failure") ? "" : outcome;
      }
      return last;
    });
  }

  static void timeouts() {
    tcp("read times out", (c, s) -> {
      c.setSoTimeout(20);
      return c.getInputStream().read();
    });
    tcp("read after a time-out", (c, s) -> {
      c.setSoTimeout(20);
      failure(() -> c.getInputStream().read());
      s.getOutputStream().write(5);
      c.setSoTimeout(0);
      return c.getInputStream().read();
    });
    tcp("bytes within the time-out", (c, s) -> {
      c.setSoTimeout(5000);
      s.getOutputStream().write(5);
      return c.getInputStream().read();
    });
    tcp("negative time-out", (c, s) -> failing(() -> c.setSoTimeout(-1)));
    tcp("time-out is kept", (c, s) -> {
      c.setSoTimeout(123);
      return c.getSoTimeout();
    });
  }
}
