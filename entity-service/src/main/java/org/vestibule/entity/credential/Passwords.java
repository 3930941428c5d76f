package org.vestibule.entity.credential;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.vestibule.platform.crypto.Argon2id;
import org.vestibule.platform.offload.Offload;

/** Hashes passwords and checks them, always on the hashing threads. */
@ApplicationScoped
public class Passwords {
  /** Costs as much to check as a real one; no password fits. */
  static final String DUMMY =
      "$argon2id$v=19$m=19456,t=2,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

  private static final byte[] NOTHING = new byte[0];

  private final Argon2id argon2;
  private final Offload offload;

  /** Takes the hash function and its threads. */
  public Passwords(Argon2id argon2, Offload offload) {
    this.argon2 = argon2;
    this.offload = offload;
  }

  /** The form in which a new password is stored. */
  public Uni<StoredPassword> hash(String plain) {
    byte[] secret = plain.getBytes(StandardCharsets.UTF_8);
    return offload
        .hash(() -> argon2.hash(secret))
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
    return !stored.type().equals(StoredPassword.CURRENT) || argon2.needsRehash(stored.value());
  }

  private boolean check(Optional<StoredPassword> stored, byte[] secret) {
    if (stored.isEmpty()) {
      argon2.verify(DUMMY, secret);
      return false;
    }
    StoredPassword password = stored.get();
    if (password.type().equals(StoredPassword.CURRENT)) {
      return argon2.verify(password.value(), secret);
    }
    // As expensive as any other check, so that a fast hash of another system shows no account.
    argon2.verify(DUMMY, secret);
    return PasswordType.of(password.type())
        .map(type -> LegacyHashes.matches(type, password, secret))
        .orElse(false);
  }
}
