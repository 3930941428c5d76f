package org.vestibule.hosted.keys;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vestibule.platform.sql.Tx;

@ApplicationScoped
class SigningKeyRepository {

  Uni<Void> insert(Tx tx, List<SigningKey> keys) {
    return tx.session().persistAll(keys.toArray()).call(tx.session()::flush);
  }
}
