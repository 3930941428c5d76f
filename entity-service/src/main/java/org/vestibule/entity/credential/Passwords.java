package org.vestibule.entity.credential;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vestibule.platform.crypto.Argon2Params;
import org.vestibule.platform.crypto.Argon2id;
import org.vestibule.platform.offload.Offload;

/** Hashes passwords and checks them, always on the hashing threads. */
@Singleton
public class Passwords {
  private static final byte[] NOTHING = new byte[0];

  private final Argon2id argon2;
  private final Offload offload;
  private final Argon2Params cost;
  private final StoredPassword nobodys;

  /** Takes the hash function, its threads and what a new hash costs. */
  public Passwords(Argon2id argon2, Offload offload, Argon2Params cost) {
    this.argon2 = argon2;
    this.offload = offload;
    this.cost = cost;
    this.nobodys = new StoredPassword(StoredPassword.CURRENT, Argon2id.unmatchable(cost), null);
  }

  /** The form in which a new password is stored. */
  public Uni<StoredPassword> hash(String plain) {
    byte[] secret = plain.getBytes(StandardCharsets.UTF_8);
    return offload
        .hash(() -> argon2.hash(cost, secret))
        .map(value -> new StoredPassword(StoredPassword.CURRENT, value, null));
  }

  /** Whether a password is the stored one; a check is never cheaper than that of a fresh hash. */
  public Uni<Boolean> matches(Optional<StoredPassword> stored, String plain) {
    byte[] given = plain.getBytes(StandardCharsets.UTF_8);
    boolean tooLong = given.length > PasswordInputs.MAX_BYTES;
    byte[] secret = tooLong ? NOTHING : given;
    return offload.hash(() -> check(stored, secret)).map(matches -> matches && !tooLong);
  }

  /** Whether a password that just matched should be stored anew. */
  public boolean isOutdated(StoredPassword stored) {
    return !stored.type().equals(StoredPassword.CURRENT)
        || Argon2id.needsRehash(cost, stored.value());
  }

  private boolean check(Optional<StoredPassword> stored, byte[] secret) {
    StoredPassword password = stored.orElse(nobodys);
    boolean matches =
        password.type().equals(StoredPassword.CURRENT)
            ? checkOwn(password.value(), secret)
            : checkForeign(password, secret);
    return matches && stored.isPresent();
  }

  // A hash that was made for less is brought up to what a stranger's check costs.
  private boolean checkOwn(String value, byte[] secret) {
    Argon2id.supplement(cost, value).ifPresent(it -> argon2.verify(it, secret));
    return argon2.verify(value, secret);
  }

  private boolean checkForeign(StoredPassword password, byte[] secret) {
    // As expensive as any other check, so that a fast hash of another system shows no account.
    argon2.verify(nobodys.value(), secret);
    return PasswordType.of(password.type())
        .map(type -> LegacyHashes.matches(type, password, secret))
        .orElse(false);
  }
}
