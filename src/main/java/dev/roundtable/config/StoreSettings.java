package dev.roundtable.config;

import dev.roundtable.archive.LeaseSettings;
import dev.roundtable.safety.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * Where debates are kept and for how long, and how replicas share them.
 *
 * @param url of JDBC, without a password
 * @param user who logs in, for PostgreSQL alone
 * @param retention after which a debate in which nothing happens is forgotten
 */
public record StoreSettings(
    String url,
    Optional<String> user,
    Optional<Secret> password,
    LeaseSettings lease,
    Optional<Duration> retention) {

  /** The login as the driver takes it; what is not set is left out, and the database says so. */
  public Properties login() {
    var login = new Properties();
    user.ifPresent(name -> login.setProperty("user", name));
    password.flatMap(Secret::read).ifPresent(secret -> login.setProperty("password", secret));
    return login;
  }
}
