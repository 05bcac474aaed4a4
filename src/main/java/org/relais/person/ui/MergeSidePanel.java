package org.relais.person.ui;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.component.html.DescriptionList;

import org.relais.person.Contact;
import org.relais.person.IdentityVersion;
import org.relais.person.MergeSide;
import org.relais.person.Relative;
import org.relais.uikit.Panel;

/** One of two records, before they are merged: what is known of the person, line by line, in the same order on both. */
final class MergeSidePanel extends Panel {
    private final DescriptionList lines = new DescriptionList();

    MergeSidePanel(String title, MergeSide side, PersonWords words) {
        super(title);
        var details = side.details();
        var current = details.current();
        var gender = current.gender();
        lines.addClassName("relais-merge-lines");
        line("person.merge.name", details.name().display());
        line("person.merge.file", details.name().fileNumber());
        line("person.merge.birth", words.birth(getLocale(), current.birthDate(), current.birthYear()));
        line("person.gender", gender == null ? "" : getTranslation(gender.key()));
        line(
                "person.identity.history",
                joined(details.identities().stream().skip(1).map(IdentityVersion::display)));
        line(
                "person.merge.identifiers",
                joined(details.identifiers().stream().map(one -> one.system() + " " + one.value())));
        line("person.merge.contacts", joined(details.contacts().stream().map(Contact::value)));
        line("person.merge.relatives", joined(details.relatives().stream().map(Relative::name)));
        line("person.merge.alerts", String.valueOf(side.alerts()));
        line("person.merge.centres", words.centres(side.centres()));
        line("person.merge.locks", String.valueOf(side.locks().size()));
        if (side.protectedPerson()) {
            line("person.merge.protection", getTranslation("person.merge.protected"));
        }
        addContent(lines);
    }

    private void line(String key, String value) {
        lines.add(
                new DescriptionList.Term(getTranslation(key)),
                new DescriptionList.Description(value.isEmpty() ? getTranslation("person.merge.unknown") : value));
    }

    private static String joined(Stream<String> values) {
        return values.distinct().collect(Collectors.joining(", "));
    }
}
