package org.relais.exchange;

import java.time.Instant;
import java.util.HashMap;

import org.jspecify.annotations.Nullable;

import org.relais.access.Section;
import org.relais.centre.Unit;
import org.relais.exchange.referral.IncomingNote;
import org.relais.exchange.referral.LeftOutReason;
import org.relais.record.NewEntry;
import org.relais.shared.Discipline;
import org.relais.shared.FreeText;
import org.relais.shared.PersonId;
import org.relais.shared.ReferralItemId;

/** The notes of a referral as entries of the timeline: no author of this service, and the names of the source beside. */
record NoteFacts(PersonId person, Unit unit, String source, Instant now) {

    static @Nullable LeftOutReason reasonToLeaveOut(IncomingNote note, Instant now) {
        if (note.written() != null && note.written().at().isAfter(now)) {
            return LeftOutReason.IN_THE_FUTURE;
        }
        return length(text(note)) > FreeText.NOTE ? LeftOutReason.TOO_LONG : null;
    }

    NewEntry entry(IncomingNote note, ReferralItemId item) {
        var written = note.written();
        var detail = new HashMap<String, String>();
        put(detail, ImportedNote.AUTHORS, FactWords.list(FactWords.mentions(note.authors())));
        put(detail, ImportedNote.CUSTODIAN, FactWords.text(note.custodian()));
        put(detail, ImportedNote.WRITTEN, FactWords.figures(written));
        put(detail, ImportedNote.STATUS, note.status());
        return NewEntry.of(
                        person,
                        Section.MEDICAL,
                        Discipline.MEDICAL,
                        ImportedNote.TYPE,
                        written == null ? now : written.at(),
                        unit.centre(),
                        item)
                .takenInBy(unit.id())
                .saying(line(note), text(note))
                .with(detail)
                .importedFrom(source);
    }

    private static @Nullable String line(IncomingNote note) {
        var title = title(note);
        return title != null && isLine(title) ? title : null;
    }

    // A title that is no line stands above the text: it is kept whole.
    private static String text(IncomingNote note) {
        var title = title(note);
        return title == null || isLine(title) ? note.text() : title + "\n\n" + note.text();
    }

    private static @Nullable String title(IncomingNote note) {
        var title = note.title() == null || note.title().isBlank() ? FactWords.words(note.type()) : note.title();
        return title == null ? null : title.strip();
    }

    private static boolean isLine(String text) {
        return length(text) <= FreeText.LINE && text.chars().noneMatch(Character::isISOControl);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void put(HashMap<String, String> detail, String key, @Nullable String value) {
        if (value != null) {
            detail.put(key, value);
        }
    }
}
