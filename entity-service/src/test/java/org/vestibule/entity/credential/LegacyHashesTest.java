package org.vestibule.entity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hashes that crypt(3), Python and PHP made of the password {@code Zoë's secret}. */
class LegacyHashesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          password-bcrypt|$2a$04$abcdefghijklmnopqrstuuy/bH2gpQCTNfn1EB1xxEitCnVxYrp82|-
          password-bcrypt|$2b$05$abcdefghijklmnopqrstuuzLlDD7T0i7W88l80cNdbCAEaz6ibDUe|-
          password-crypt-sha256|$5$saltsalt$OrWHey31nM2Lw7OJEjL/oCviCQlnjWc7HdrcGtQQHY0|-
          password-crypt-sha512|$6$rounds=1000$saltsalt$D5bEldan/co7wcnhBrJpIDASCNjZ4Z.Z9C.OGbS9X/HBUh/8g79qCTrtKnPyTmAO3u9aj.RUt4MUWuPmxz2lo1|-
          password-crypt-md5|$1$saltsalt$AM0xdM8dg.O8FMd4As8bo0|-
          password-crypt-des|abh3O1oJ4Qjos|-
          password-pbkdf2-sha1|1000:c2FsdHNhbHRzYWx0:4nRInZ9okh4UIiik6iLTzzuplvs=|-
          password-pbkdf2-sha256|1000:c2FsdHNhbHRzYWx0:hvkb5npxt9fhptkXCeYdnK3XHaCYmWS/wiTmDTjVIYc=|-
          password-pbkdf2-sha512|1000:c2FsdHNhbHRzYWx0:P6lKQvPSXivY3mfs2BXWfLOScY2YWvG3W9GDi1iizC8z4SMK2fEiWd9rqcKL/vxlZwWCCEpeSkIjYXLpLltzYw==|-
          password-phpass-55|$P$6saltsalt9MJjFVGLcgwtsy9pNzxel/|-
          password-phpass-55|$H$7saltsaltOKqIYrmQSLV2MdLDGxgYS.|-
          password-phpass-sha512-truncated-55|$S$8saltsaltbvdNN2nieK59VSUfXnqgboneSB6hLX3FD82aKhVNtEV|-
          password-sha-256|c952fd0282197bb4a2937c38dc858c401ccf48d8bc0a123b0a3d77a28a2ff17d|NaCl
          password-sha-512|5FD02BB202166145019F2116E43ED63FBD2140732CF2A51E5B073764E416D5FD58014391800B41C859ED379DE02B1FEBAD639D749592A2BC29D6288D2A8AF485|-
          password-md5|8a052880208fce9f77328ab5541aac27|-
          password-sha|7a608c9f821df4bd699523f13a0590867ce6fb6c|-
          password-base64|Wm/DqydzIHNlY3JldA==|-
          password-md5-salted-left-base64|2Kx07k7ueGFzNHfH7DwHpQ==|NaCl
          password-md5-salted-right-base64|6vu09Qor+alq3cQu158m7w==|NaCl
          """)
  void hashOfOthers_isChecked(String type, String value, String salt) {
    StoredPassword stored = new StoredPassword(type, value, salt);
    assertThat(PasswordType.accepts(stored)).isTrue();
    assertThat(matches(stored, "Zo\u00eb's secret")).isTrue();
    assertThat(matches(stored, "zo\u00eb's secret")).isFalse();
  }

  @Test
  void argon2Hash_ofAnotherCost_isAccepted() {
    String value = "$argon2id$v=19$m=131072,t=16,p=16$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo";
    assertThat(PasswordType.accepts(new StoredPassword("password-argon2id", value, null))).isTrue();
  }

  @Test
  void netforum_isStoredButNeverFits() {
    StoredPassword stored = new StoredPassword("password-netforum", "anything", null);
    assertThat(PasswordType.accepts(stored)).isTrue();
    assertThat(matches(stored, "anything")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "password-bcrypt, $2a$31$1234567890123456789012abcdefghijklmnopqrstuvwxyz01234",
    "password-bcrypt, plain",
    "password-crypt-sha512, $6$rounds=999999999$salt$x",
    "password-phpass-55, $P$Z12345678901234567890123456789012",
    "password-pbkdf2-sha256, 9999999:c2FsdA==:aGFzaGhhc2g=",
    "password-argon2id, '$argon2id$v=19$m=4194304,t=99,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo'",
    "password-argon2id, '$argon2id$v=19$m=131073,t=1,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo'",
    "password-argon2id, '$argon2id$v=19$m=65536,t=17,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo'",
    "password-argon2id, '$argon2id$v=19$m=65536,t=1,p=17$c2FsdHNhbHQ$aGFzaGhhc2hoYXNo'",
    "password-unknown, x"
  })
  void hashThatIsUnknownOrTooCostly_isNotAccepted(String type, String value) {
    assertThat(PasswordType.accepts(new StoredPassword(type, value, null))).isFalse();
  }

  private static boolean matches(StoredPassword stored, String secret) {
    PasswordType type = PasswordType.of(stored.type()).orElseThrow();
    return LegacyHashes.matches(type, stored, secret.getBytes(StandardCharsets.UTF_8));
  }
}
