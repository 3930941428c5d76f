package org.vestibule.config.application;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vestibule.platform.sql.Tx;

@Singleton
class ApplicationRepository {

  Uni<Optional<Customer>> findCustomer(Tx tx, UUID id) {
    return tx.session().find(Customer.class, id).map(Optional::ofNullable);
  }

  Uni<Optional<Customer>> findCustomerByName(Tx tx, String name) {
    return tx.session()
        .createNativeQuery("SELECT * FROM customer WHERE fold(name) = fold(?1)", Customer.class)
        .setParameter(1, name)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  Uni<Void> insertCustomer(Tx tx, Customer customer) {
    return tx.session().persist(customer).call(tx.session()::flush);
  }

  Uni<Void> insert(Tx tx, Application application, List<RegistrationDomain> domains) {
    return tx.session()
        .persist(application)
        .call(tx.session()::flush)
        .chain(() -> tx.session().persistAll(domains.toArray()))
        .call(tx.session()::flush);
  }

  Uni<Optional<Application>> find(Tx tx, String applicationId) {
    return tx.session().find(Application.class, applicationId).map(Optional::ofNullable);
  }

  /** Holds the row until the end of the transaction, so that changes of its parts queue up. */
  Uni<Optional<Application>> lock(Tx tx, String applicationId) {
    return tx.session()
        .createQuery("from Application where id = ?1", Application.class)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setParameter(1, applicationId)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  Uni<Optional<Application>> findByName(Tx tx, UUID customerId, String name) {
    return tx.session()
        .createNativeQuery(
            "SELECT * FROM application WHERE customer_id = ?1 AND fold(name) = fold(?2)",
            Application.class)
        .setParameter(1, customerId)
        .setParameter(2, name)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  Uni<List<Application>> list(Tx tx) {
    return tx.session()
        .createQuery("from Application order by createdAt, id", Application.class)
        .getResultList();
  }

  /** At most two, which is enough to know whether there is exactly one. */
  Uni<List<Application>> firstTwo(Tx tx) {
    return tx.session()
        .createQuery("from Application order by id", Application.class)
        .setMaxResults(2)
        .getResultList();
  }

  Uni<List<String>> domains(Tx tx, String applicationId) {
    return tx.session()
        .createQuery(
            "select host from RegistrationDomain where applicationId = ?1 order by position",
            String.class)
        .setParameter(1, applicationId)
        .getResultList();
  }

  Uni<List<RegistrationDomain>> allDomains(Tx tx) {
    return tx.session()
        .createQuery(
            "from RegistrationDomain order by applicationId, position", RegistrationDomain.class)
        .getResultList();
  }

  Uni<List<String>> takenDomains(Tx tx, List<String> hosts) {
    return tx.session()
        .createQuery(
            "select host from RegistrationDomain where host in ?1 order by host", String.class)
        .setParameter(1, hosts)
        .getResultList();
  }

  Uni<Optional<Application>> findByHost(Tx tx, String host) {
    return tx.session()
        .createQuery(
            "select a from Application a, RegistrationDomain d"
                + " where d.host = ?1 and a.id = d.applicationId",
            Application.class)
        .setParameter(1, host)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  Uni<Void> markHandedOver(Tx tx, String applicationId, Instant now) {
    return tx.session()
        .createMutationQuery(
            "update Application set handedOverAt = ?2 where id = ?1 and handedOverAt is null")
        .setParameter(1, applicationId)
        .setParameter(2, now)
        .executeUpdate()
        .replaceWithVoid();
  }
}
