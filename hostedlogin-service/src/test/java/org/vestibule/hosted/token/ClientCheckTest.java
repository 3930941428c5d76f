package org.vestibule.hosted.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.crypto.Digests;

class ClientCheckTest {
  private static final TokenClient CONFIDENTIAL = TestTokenClients.confidential("s-1", "s-2");
  private static final TokenClient PUBLIC = TestTokenClients.ofPublic();

  @Test
  void anyLiveSecret_isEnough() {
    assertThat(check(CONFIDENTIAL, "s-1")).isSameAs(CONFIDENTIAL);
    assertThat(check(CONFIDENTIAL, "s-2")).isSameAs(CONFIDENTIAL);
    assertThat(check(CONFIDENTIAL, "decoded", "s-1")).isSameAs(CONFIDENTIAL);
  }

  @Test
  void publicClient_showsNoSecret() {
    assertThat(check(PUBLIC)).isSameAs(PUBLIC);
    assertRefused(Optional.of(PUBLIC), "s-1");
  }

  @Test
  void others_areRefusedAlike() {
    Stream.<Runnable>of(
            () -> assertRefused(Optional.of(CONFIDENTIAL), "s-3"),
            () -> assertRefused(Optional.of(CONFIDENTIAL)),
            () -> assertRefused(Optional.of(TestTokenClients.confidential()), "s-1"),
            () -> assertRefused(Optional.of(CONFIDENTIAL), Digests.sha256Hex("s-1")),
            () -> assertRefused(Optional.empty(), "s-1"),
            () -> assertRefused(Optional.empty()))
        .forEach(Runnable::run);
  }

  /** Whatever compares secrets goes through the one comparison that takes equal time. */
  @Test
  void secrets_areComparedInOnePlace() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.vestibule.hosted");
    ArchRuleDefinition.noClasses()
        .should()
        .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
        .orShould()
        .callMethod(MessageDigest.class, "isEqual", byte[].class, byte[].class)
        .check(classes);
    ArchRuleDefinition.theClass(ClientCheck.class)
        .should()
        .callMethod(Digests.class, "constantTimeEquals", String.class, String.class)
        .andShould()
        .notBeInterfaces()
        .check(classes);
    ArchRuleDefinition.noClasses()
        .that()
        .belongToAnyOf(ClientCheck.class)
        .should()
        .callMethod(String.class, "equals", Object.class)
        .orShould()
        .callMethod(List.class, "contains", Object.class)
        .check(classes);
  }

  private static TokenClient check(TokenClient client, String... secrets) {
    return ClientCheck.require(Optional.of(client), proof(secrets));
  }

  private static void assertRefused(Optional<TokenClient> client, String... secrets) {
    assertThatThrownBy(() -> ClientCheck.require(client, proof(secrets)))
        .hasMessage(
            "OAuthProblem[error=invalid_client, description=client authentication failed,"
                + " challenge=true, allowedOrigin=null]");
  }

  private static ClientProof proof(String... secrets) {
    return new ClientProof("5d2ef1c0-0000-4000-8000-000000000001", List.of(secrets), true);
  }
}
