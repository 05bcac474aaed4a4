package org.relais.aftercare;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.relais.episode.EndReason;
import org.relais.rules.Rule;
import org.relais.rules.RuleHeader;
import org.relais.rules.RuleKind;

/**
 * When somebody is contacted after the end of a treatment, as read from {@code rules/aftercare} (domain reference F.6).
 *
 * @param exits the endings of an episode after which the person is asked
 * @param attemptDays on how many different days the person is tried before a contact counts as not made
 * @param keptDays for how many days after the last window whoever follows up still takes part in the care
 * @param mostSubstanceDays the days the form asks about
 * @param wayBackDays within how many working days somebody who returned to use is seen
 */
public record AftercareRule(
        RuleHeader rule,
        Set<EndReason> exits,
        List<Contact> contacts,
        int attemptDays,
        int keptDays,
        int mostSubstanceDays,
        int mostQualityOfLife,
        int mostCraving,
        int wayBackDays)
        implements Rule {

    /** The code of the one rule of this kind. */
    public static final String CODE = "AFTERCARE";

    /** Where its versions are. */
    public static final RuleKind<AftercareRule> KIND =
            new RuleKind<>("aftercare", AftercareRule.class, AftercareRule::check);

    public AftercareRule {
        exits = Set.copyOf(exits);
        contacts = List.copyOf(contacts);
    }

    /** One contact: so many months after the exit, with the days by which it may be earlier or later. */
    public record Contact(int months, int daysBefore, int daysAfter) {

        /** The days of the contact, for an exit on that service day. */
        Window after(LocalDate exit) {
            var due = exit.plusMonths(months);
            return new Window(due, due.minusDays(daysBefore), due.plusDays(daysAfter));
        }
    }

    /** The day of a contact, and the first and the last one of its window. */
    record Window(LocalDate due, LocalDate from, LocalDate until) {}

    private void check() {
        if (exits.isEmpty() || contacts.isEmpty() || attemptDays < 1 || keptDays < 0 || wayBackDays < 1) {
            throw new IllegalArgumentException("A follow-up names its endings, its contacts and its terms");
        }
        if (mostSubstanceDays < 1 || mostQualityOfLife < 1 || mostCraving < 1) {
            throw new IllegalArgumentException("A form has ranges");
        }
        var before = 0;
        for (var contact : contacts) {
            if (contact.months() <= before || contact.daysBefore() < 0 || contact.daysAfter() < 0) {
                throw new IllegalArgumentException("Contacts follow one another: " + contact);
            }
            before = contact.months();
        }
    }
}
