package org.vestibule.config.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionTest {
  @Test
  void administration_isForOwnersWithinTheirAllowList() {
    assertThat(Permission.ADMINISTRATION.admits(client("owner"), "203.0.113.9")).isTrue();
    assertThat(Permission.ADMINISTRATION.admits(client("direct_access"), "203.0.113.9")).isFalse();
    assertThat(Permission.ADMINISTRATION.admits(fenced(), "203.0.113.9")).isFalse();
    assertThat(Permission.ADMINISTRATION.admits(fenced(), "198.51.100.4")).isTrue();
    assertThat(Permission.ADMINISTRATION.admits(fenced(), "2001:db8::1")).isTrue();
  }

  @Test
  void flows_areForOwnersAndDirectAccessFromAnywhere() {
    assertThat(Permission.FLOWS.admits(client("direct_access"), "203.0.113.9")).isTrue();
    assertThat(Permission.FLOWS.admits(fenced(), "203.0.113.9")).isTrue();
    assertThat(Permission.FLOWS.admits(client("login_client", "access_issuer"), "::1")).isFalse();
  }

  @Test
  void allowList_whenDefault_thenEveryAddressOfEitherKind() {
    assertThat(AllowList.admits(List.of(AllowList.ANYWHERE), "2001:db8::1")).isTrue();
    assertThat(AllowList.admits(List.of("0.0.0.0/1"), "2001:db8::1")).isFalse();
  }

  private static ApiClient fenced() {
    ApiClient client = client("owner");
    client.ipWhitelist = new String[] {"198.51.100.0/24", "2001:db8::/32"};
    return client;
  }

  private static ApiClient client(String... features) {
    ApiClient client = new ApiClient();
    client.features = features;
    client.ipWhitelist = new String[] {AllowList.ANYWHERE};
    return client;
  }
}
