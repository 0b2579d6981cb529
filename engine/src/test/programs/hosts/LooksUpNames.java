// verdict: all-pass
// hosts: server=LooksUpNames, client=LooksUpNames:2
// why: Names and addresses of hosts are those of the simulation, and no other name is known.
import java.net.InetAddress;
import java.net.UnknownHostException;

class LooksUpNames {
  public static void main(String[] args) throws UnknownHostException {
    InetAddress server = InetAddress.getByName("server");
    assert server.getHostAddress().equals("10.0.0.1") : server;
    assert InetAddress.getByName("client-1").getHostAddress().equals("10.0.0.2");
    assert InetAddress.getByName("client-2").getHostAddress().equals("10.0.0.3");
    assert InetAddress.getByName("10.0.0.3").getHostName().equals("client-2");
    assert InetAddress.getByName("localhost").isLoopbackAddress();
    InetAddress own = InetAddress.getLocalHost();
    assert !own.isLoopbackAddress() && own.equals(InetAddress.getByName(own.getHostName())) : own;
    try {
      InetAddress.getByName("client");
      throw new AssertionError("there is no client without a number");
    } catch (UnknownHostException expected) {
      assert expected.getMessage().contains("client");
    }
  }
}
