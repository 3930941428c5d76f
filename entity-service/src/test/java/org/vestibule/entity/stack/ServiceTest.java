package org.vestibule.entity.stack;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Tests against the running service with two provisioned applications. */
@QuarkusTest
@QuarkusTestResource(EntityServiceUnderTest.class)
public abstract class ServiceTest {
  protected static final TestApplication FIRST = TestApplication.FIRST;
  protected static final TestApplication SECOND = TestApplication.SECOND;

  protected final CaptureApi direct = CaptureApi.by(FIRST.client("direct_access"));
  protected final CaptureApi owner = CaptureApi.by(FIRST.client("owner"));
  protected final InternalApi internal = new InternalApi(FIRST);

  @BeforeEach
  void applications() {
    Applications.ensure();
  }

  /** An address that no other test uses. */
  protected static String email() {
    return newName() + "@example.org";
  }

  /** A name that no other test uses. */
  protected static String newName() {
    return "u" + UUID.randomUUID().toString().replace("-", "");
  }

  /** A new record with an address of its own. */
  protected String person() {
    return direct.create("{\"email\":\"" + email() + "\"}").path("uuid").asText();
  }
}
