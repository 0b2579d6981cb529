// verdict: fails failure java.lang.AssertionError
// cause: none
// why: two threads write to all clients at once, so clients see the lines in different orders.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

public class ChatTwoOrders {
  static final int CLIENTS = 3;

  /** A room, and those in it. */
  static class Room {
    private final List<Writer> members = new ArrayList<>();

    synchronized void enter(Writer member) {
      members.add(member);
    }

    void say(String line) throws IOException {
      for (Writer member : members) {
        member.write(line + "\n");
        member.flush();
      }
    }
  }

  static void serve(ServerSocket listener, Room room) {
    try {
      List<Socket> sockets = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Socket socket = listener.accept();
        room.enter(
            new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
        sockets.add(socket);
      }
      for (Socket socket : sockets) {
        new Thread(() -> listen(socket, room)).start();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void listen(Socket socket, Room room) {
    try (socket) {
      BufferedReader in = reader(socket);
      String line;
      while ((line = in.readLine()) != null) {
        room.say(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  static List<String> chat(int port, String line) {
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      BufferedReader in = reader(socket);
      List<String> heard = new ArrayList<>();
      while (heard.size() < CLIENTS) {
        heard.add(in.readLine());
      }
      return heard;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void main(String[] args) throws Exception {
    try (ServerSocket listener = new ServerSocket(0)) {
      Room room = new Room();
      Thread server = new Thread(() -> serve(listener, room), "server");
      server.start();
      List<List<String>> heard = new ArrayList<>(List.of(List.of(), List.of(), List.of()));
      List<Thread> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int number = i;
        String name = List.of("Ann", "Bob", "Cid").get(i);
        Runnable client = () -> heard.set(number, chat(listener.getLocalPort(), name + ": hello"));
        clients.add(new Thread(client, name));
      }
      clients.forEach(Thread::start);
      for (Thread client : clients) {
        client.join();
      }
      server.join();
      assert heard.get(0).contains("Ann: hello") : "Ann heard " + heard.get(0);
      assert heard.get(0).equals(heard.get(1)) : "they heard " + heard;
      assert heard.get(0).equals(heard.get(2)) : "they heard " + heard;
    }
  }
}
