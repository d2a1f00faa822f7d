package dev.roundtable.panelist;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Keeps calls to a provider away from addresses that only something inside our network should
 * reach. It looks at what a host name resolves to, so a name cannot be turned around later; through
 * an HTTP proxy the proxy resolves names, and has to be trusted with this.
 *
 * @param allowPrivate whether plain http and private addresses are meant
 */
record AddressGuard(boolean allowPrivate) implements Dns {
  // OkHttp asks no Dns for what this matches.
  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]*|[\\d.]+");
  // Metadata services that are not link-local: AWS over IPv6, Alibaba, Azure, Oracle.
  private static final Set<String> METADATA =
      Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "168.63.129.16", "192.0.0.192");

  /** An address that must not be called. */
  static final class BlockedAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    BlockedAddressException(String message) {
      super(message);
    }
  }

  /** Why this address must not be called, as far as can be told without resolving its host. */
  Optional<String> objection(HttpUrl url) {
    var host = url.host();
    if (!url.isHttps() && !allowPrivate && !isLoopbackName(host)) {
      return Optional.of(host + " is not called without https");
    }
    if (!LITERAL.matcher(host).matches()) {
      return Optional.empty();
    }
    try {
      return objection(host, InetAddress.getByName(host));
    } catch (UnknownHostException _) {
      return Optional.of(host + " is not an address");
    }
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    var addresses = Dns.SYSTEM.lookup(host);
    for (var address : addresses) {
      var objection = objection(host, address);
      if (objection.isPresent()) {
        throw new BlockedAddressException(objection.get());
      }
    }
    return addresses;
  }

  private Optional<String> objection(String host, InetAddress written) {
    var address = unwrapped(written);
    if (address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || METADATA.contains(address.getHostAddress())) {
      return Optional.of(host + " is a link-local, metadata or reserved address");
    }
    if (allowPrivate || (address.isLoopbackAddress() && isLoopbackName(host))) {
      return Optional.empty();
    }
    return address.isLoopbackAddress() || isPrivate(address)
        ? Optional.of(host + " is a private address and allowPrivate is not set")
        : Optional.empty();
  }

  private static boolean isLoopbackName(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.startsWith("127.")
        || host.equals("::1");
  }

  private static boolean isPrivate(InetAddress address) {
    var bytes = address.getAddress();
    if (address instanceof Inet6Address) {
      return (bytes[0] & 0xfe) == 0xfc || address.isSiteLocalAddress();
    }
    boolean sharedByCarriers = bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
    return address.isSiteLocalAddress() || sharedByCarriers || bytes[0] == 0;
  }

  // 64:ff9b::/96 leads to the IPv4 address in its last four bytes.
  private static InetAddress unwrapped(InetAddress address) {
    var bytes = address.getAddress();
    byte[] prefix = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    if (bytes.length != 16 || !Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length)) {
      return address;
    }
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
