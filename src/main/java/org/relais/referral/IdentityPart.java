package org.relais.referral;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.person.ContactKind;
import org.relais.person.PersonService;
import org.relais.referral.page.LetterPart;

/** Who the person is and how they are reached. Who is followed under an alias stands in a letter under it. */
@Component
class IdentityPart implements LetterPart {

    private final PersonService people;

    IdentityPart(PersonService people) {
        this.people = people;
    }

    @Override
    public Section section() {
        return Section.ADMINISTRATIVE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String titleKey() {
        return "referral.letter.identity";
    }

    @Override
    public Optional<String> paragraph(Grant grant, Locale locale) {
        var details = people.details(grant);
        var lines = new ArrayList<String>();
        lines.add(details.name().display());
        var birth = details.name().birthDate();
        if (birth != null && !details.name().alias()) {
            lines.add(ReferralTexts.say(locale, "referral.letter.born", ReferralTexts.day(locale, birth)));
        }
        details.contacts().stream()
                .filter(contact -> contact.kind() != ContactKind.ADDRESS)
                .forEach(contact -> lines.add(contact.value()));
        return Optional.of(String.join("\n", lines));
    }
}
