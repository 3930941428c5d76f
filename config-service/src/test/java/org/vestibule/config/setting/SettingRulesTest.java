package org.vestibule.config.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vestibule.platform.json.Json;

class SettingRulesTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "login_attempts|6|",
        "login_attempts|\"6\"|",
        "login_attempts|\" 6 \"|",
        "login_attempts|\"\"|",
        "login_attempts|0|",
        "login_attempts|-1|must be an integer of at least 0",
        "login_attempts|6.5|must be an integer of at least 0",
        "login_attempts|\"six\"|must be an integer of at least 0",
        "login_attempts|true|must be an integer of at least 0",
        "login_attempts|99999999999|must be an integer of at least 0",
        "access_token_lifetime|3601|must be an integer between 1 and 3600",
        "user_keep_versions|1000|",
        "user_keep_versions|\"1001\"|must be an integer between 0 and 1000",
        "my_order_keep_versions|x|must be an integer between 0 and 1000",
        "silent_merge|true|",
        "silent_merge|\"False\"|",
        "silent_merge|1|must be true or false",
        "link_requires_verified_email|\"true\"|",
        "link_requires_verified_email|\"yes\"|must be true or false",
        "store_access_credentials|\"on\"|must be true or false",
        "verify_email_on_reset|0|must be true or false",
        "email_method|\"none\"|",
        "email_method|\"pigeon\"|must be one of: ses_sync, none",
        "site_name|7|",
        "own|[1]|must be a string, a number or a boolean",
        "own|{}|must be a string, a number or a boolean",
        "own|null|must be a string, a number or a boolean",
        "own|1.5|"
      })
  void values_areJudgedByTheirSetting(String name, String json, String reason) {
    var value = json.equals("x") ? Json.tree("x") : Json.parse(json);
    assertThat(SettingRules.refusalOfValue(name, value).orElse(null)).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\tb", "a\u0000b", "a\nb"})
  void names_haveNoBlanks(String name) {
    assertThat(SettingRules.refusalOfName(name)).contains("setting names may not contain spaces");
  }

  @Test
  void names_andValues_haveALimit() {
    assertThat(SettingRules.refusalOfName("n".repeat(255))).isEmpty();
    assertThat(SettingRules.refusalOfName("n".repeat(256))).isPresent();
    assertThat(SettingRules.refusalOfValue("own", Json.tree("v".repeat(65_536)))).isEmpty();
    assertThat(SettingRules.refusal("own", Json.tree("v".repeat(65_537))))
        .contains("Setting 'own' must have at most 65536 characters.");
  }

  @Test
  void catalogue_knowsSettingsOfTypes_byTheLongestEnding() {
    assertThat(SettingCatalogue.find("user_search_distinguisher_field").orElseThrow().globalOnly())
        .isFalse();
    assertThat(SettingCatalogue.find("user_distinguisher_field").orElseThrow().globalOnly())
        .isTrue();
    assertThat(SettingCatalogue.find("_keep_versions")).isEmpty();
    assertThat(SettingCatalogue.find("9_keep_versions")).isEmpty();
    assertThat(SettingCatalogue.find("{entity_type}_keep_versions")).isEmpty();
    assertThat(SettingCatalogue.find("Login_Attempts")).isEmpty();
  }

  @Test
  void catalogue_isWellFormed() {
    List<PredefinedSetting> all = SettingCatalogue.of(List.of("user", "order"));
    assertThat(all).extracting(PredefinedSetting::name).doesNotHaveDuplicates();
    assertThat(all).extracting(PredefinedSetting::name).contains("order_keep_versions");
    assertThat(all).allSatisfy(it -> assertThat(it.description()).endsWith("."));
    assertThat(all)
        .filteredOn(it -> !it.byDefault().isNull())
        .allSatisfy(it -> assertThat(it.refusal(it.byDefault())).isEmpty());
    assertThat(all)
        .extracting(PredefinedSetting::group)
        .containsOnly(
            "Backplane",
            "Customer Care Portal",
            "Social Login",
            "Transactional Emails",
            "General Settings");
    assertThat(all)
        .filteredOn(PredefinedSetting::secret)
        .extracting(PredefinedSetting::name)
        .containsExactlyInAnyOrder("backplane_password", "rpx_key");
  }
}
