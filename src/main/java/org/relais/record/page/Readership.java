package org.relais.record.page;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.RecordReaders;
import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.Discipline;
import org.relais.staff.StaffMember;

/**
 * Who could read what is about to be written in a section of one record, by name where they are few. Asked again only
 * when something about the record changed since the last time.
 */
public final class Readership {

    /** Up to how many readers are called by name. */
    public static final int NAMED = 6;

    private final RecordReaders readers;
    private final Supplier<Grant> record;
    private final Section section;
    private final CentreId centre;
    private @Nullable Grant asked;
    private List<StaffMember> known = List.of();

    /**
     * @param record gives a grant for the record that still stands: the same one while nothing changed
     * @param centre for which is written
     */
    public Readership(RecordReaders readers, Supplier<Grant> record, Section section, CentreId centre) {
        this.readers = readers;
        this.record = record;
        this.section = section;
        this.centre = centre;
    }

    /** Everybody whom the matrix lets read, in words: names up to {@link #NAMED}, otherwise roles with their number. */
    public String team(Locale locale) {
        return words(now(), locale);
    }

    /** As {@link #team}, of one discipline. */
    public String discipline(Discipline discipline, Locale locale) {
        return words(
                now().stream()
                        .filter(member -> member.role().discipline() == discipline)
                        .toList(),
                locale);
    }

    private List<StaffMember> now() {
        var grant = record.get();
        if (asked != grant) {
            known = readers.of(grant, section, centre);
            asked = grant;
        }
        return known;
    }

    private static String words(List<StaffMember> members, Locale locale) {
        if (members.isEmpty()) {
            return I18NProvider.translate(locale, "record.readers.nobody");
        }
        if (members.size() <= NAMED) {
            return members.stream()
                    .map(member -> I18NProvider.translate(
                            locale,
                            "record.readers.name",
                            member.name(),
                            I18NProvider.translate(locale, member.role().key())))
                    .collect(Collectors.joining(", "));
        }
        return members.stream()
                .collect(Collectors.groupingBy(StaffMember::role, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(role -> I18NProvider.translate(
                        locale,
                        "record.readers.number",
                        I18NProvider.translate(locale, role.getKey().key()),
                        role.getValue()))
                .collect(Collectors.joining(", "));
    }
}
