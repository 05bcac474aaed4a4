package org.relais.referral;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Section;
import org.relais.referral.page.LetterPart;

/** Puts a letter together from what the rooms say, and from nothing that may not be shared or read. */
@Component
class LetterWriter {

    private final List<LetterPart> parts;

    LetterWriter(List<LetterPart> parts) {
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(LetterPart::order))
                .toList();
    }

    /** The sections of which a room has something to say in letters. */
    Set<Section> sections() {
        return parts.stream().map(LetterPart::section).collect(java.util.stream.Collectors.toSet());
    }

    /**
     * The paragraphs of the rooms.
     *
     * @param open what may be shared with the recipient and is wanted
     */
    List<LetterParagraph> write(Collection<Grant> grants, Set<Section> open, Locale locale) {
        var paragraphs = new ArrayList<LetterParagraph>();
        for (var part : parts) {
            if (open.contains(part.section())) {
                grants.stream()
                        .filter(grant -> readsInFull(grant, part.section()))
                        .findFirst()
                        .flatMap(grant -> part.paragraph(grant, locale))
                        .filter(text -> !text.isBlank())
                        .ifPresent(text -> paragraphs.add(
                                new LetterParagraph(part.section(), ReferralTexts.say(locale, part.titleKey()), text)));
            }
        }
        return paragraphs;
    }

    /** Whether the pass was given for the section, shows it in full, and the person did not lock it. */
    static boolean readsInFull(Grant grant, Section section) {
        return grant.section() == section && grant.level(section) == Level.READ && !grant.locked(section);
    }
}
