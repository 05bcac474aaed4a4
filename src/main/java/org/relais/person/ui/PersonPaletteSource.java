package org.relais.person.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.vaadin.flow.i18n.I18NProvider;
import org.springframework.stereotype.Component;

import org.relais.access.AccessRoutes;
import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.person.ElsewhereQuestion;
import org.relais.person.PersonHit;
import org.relais.person.PersonRoutes;
import org.relais.person.PersonService;
import org.relais.shared.RelaisException;
import org.relais.uikit.Glyph;
import org.relais.uikit.PaletteEntry;
import org.relais.uikit.PaletteSource;

/** The people of one's centres in the command palette, and that one record exists elsewhere. */
@Component
class PersonPaletteSource implements PaletteSource {
    private static final int MOST = 6;
    private static final int SHORTEST = 2;

    private final PersonService people;
    private final AccessService access;
    private final Centres centres;
    private final PersonWords words;

    PersonPaletteSource(PersonService people, AccessService access, Centres centres, PersonWords words) {
        this.people = people;
        this.access = access;
        this.centres = centres;
        this.words = words;
    }

    @Override
    public List<PaletteEntry> find(String text, Locale locale) {
        if (text.length() < SHORTEST || !access.roleOpens(Section.ADMINISTRATIVE)) {
            return List.of();
        }
        try {
            var scope = access.scope(Section.ADMINISTRATIVE, Purpose.CARE, text);
            var entries = new ArrayList<PaletteEntry>();
            people.search(scope, text, MOST).rows().forEach(hit -> entries.add(entry(hit, locale)));
            if (entries.isEmpty()) {
                elsewhere(scope, text, locale, entries);
            }
            return entries;
        } catch (RelaisException notAName) {
            // What cannot be asked finds nobody; the page of people says why.
            return List.of();
        }
    }

    @Override
    public int order() {
        return 0;
    }

    private PaletteEntry entry(PersonHit hit, Locale locale) {
        var name = hit.name();
        var other = hit.otherName();
        var detail = Stream.of(
                        words.birth(locale, name.birthDate(), hit.birthYear()),
                        other == null ? "" : I18NProvider.translate(locale, "person.alias.of", other),
                        name.fileNumber(),
                        words.own().size() > 1 ? words.centres(hit.centres()) : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new PaletteEntry(
                Glyph.USER_ROUND,
                name.display(),
                detail,
                I18NProvider.translate(locale, "person.palette.own"),
                PersonRoutes.record(name.person()),
                null);
    }

    private void elsewhere(Scope scope, String text, Locale locale, List<PaletteEntry> entries) {
        ElsewhereQuestion.read(text)
                .flatMap(question -> people.elsewhere(scope, question))
                .ifPresent(found -> entries.add(new PaletteEntry(
                        Glyph.LOCK,
                        I18NProvider.translate(
                                locale,
                                "person.elsewhere.title",
                                centres.centre(found.centre()).name()),
                        I18NProvider.translate(locale, "person.elsewhere.short"),
                        I18NProvider.translate(locale, "person.palette.elsewhere"),
                        AccessRoutes.ask(found.person(), found.centre()),
                        null)));
    }
}
