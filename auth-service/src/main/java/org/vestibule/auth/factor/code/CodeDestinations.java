package org.vestibule.auth.factor.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vestibule.auth.factor.Channel;
import org.vestibule.auth.factor.Destination;
import org.vestibule.auth.factor.FactorPerson;
import org.vestibule.auth.form.Addresses;
import org.vestibule.auth.mail.MailService;
import org.vestibule.auth.sms.SmsService;
import org.vestibule.auth.upstream.Account;
import org.vestibule.auth.upstream.AccountClient;
import org.vestibule.auth.upstream.AccountQuery;

/** The verified addresses and numbers of a person, mail first; of a deactivated account none. */
@Singleton
class CodeDestinations {
  // E.164; the leading plus sign may be left out.
  private static final Pattern NUMBER = Pattern.compile("\\+?[1-9][0-9]{6,14}");

  private final AccountClient accounts;
  private final SmsService sms;

  CodeDestinations(AccountClient accounts, SmsService sms) {
    this.accounts = accounts;
    this.sms = sms;
  }

  Uni<List<Destination>> of(FactorPerson person) {
    AccountQuery query = AccountQuery.byUuid(person.uuid()).seenBy(person.client().id());
    return accounts
        .find(person.applicationId(), person.entityType(), query, person.context())
        .map(found -> found.map(it -> of(person, it)).orElseGet(List::of));
  }

  private List<Destination> of(FactorPerson person, Account account) {
    List<Destination> destinations = new ArrayList<>();
    if (!isSet(account.profile(), "deactivateAccount")) {
      email(person, account).ifPresent(destinations::add);
      number(account).ifPresent(destinations::add);
    }
    return List.copyOf(destinations);
  }

  private static Optional<Destination> email(FactorPerson person, Account account) {
    return MailService.sender(person.client())
        .filter(sender -> account.isEmailVerified())
        .flatMap(sender -> account.email())
        .filter(Addresses::takeMail)
        .map(address -> new Destination(Channel.EMAIL, address));
  }

  private Optional<Destination> number(Account account) {
    ObjectNode profile = account.profile();
    return Optional.ofNullable(profile.path("mobileNumber").textValue())
        .filter(number -> sms.isOn() && isSet(profile, "mobileNumberVerified"))
        .filter(NUMBER::matches)
        .map(number -> number.startsWith("+") ? number : "+" + number)
        .map(number -> new Destination(Channel.SMS, number));
  }

  private static boolean isSet(ObjectNode profile, String date) {
    return profile.path(date).isTextual();
  }
}
