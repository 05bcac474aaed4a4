package org.relais.assessment.ui;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.assessment.AssessmentRow;
import org.relais.assessment.Assessments;
import org.relais.assessment.Instrument;
import org.relais.record.Draft;
import org.relais.record.StaleDraft;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.DraftHandle;
import org.relais.record.page.ObservedAt;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;
import org.relais.uikit.FirstField;

/** A signed form filled in again as it was, to be signed as its correction with the reason why. */
class CorrectDialog extends Dialog {

    /**
     * @param write a grant to write that still stands
     * @param signed called after the correction was signed
     */
    CorrectDialog(
            AssessmentRow row,
            Instrument instrument,
            Assessments assessments,
            Reading reading,
            Supplier<Grant> write,
            Runnable signed) {
        setHeaderTitle(getTranslation("assessment.correct", instrument.shortName(getLocale())));
        setWidth("64rem");
        setCloseOnOutsideClick(false);
        FirstField.focusWhenOpened(this);
        var centre = reading.centres().centre(row.centre());
        var zone = centre.serviceDay().zone();
        var context = new Correcting(
                row.centre(), write, content(row, instrument, LocalDateTime.ofInstant(row.occurredAt(), zone)), () -> {
                    close();
                    signed.run();
                });
        add(new InstrumentForm(
                List.of(instrument),
                assessments,
                context,
                new ObservedAt(zone, reading.clock()),
                reading.formats(row),
                centre.countryProfile(),
                InstrumentForm.Beside.NOTHING,
                row.id()));
        context.onClosed(this::close);
    }

    private static Map<String, String> content(AssessmentRow row, Instrument instrument, LocalDateTime observed) {
        var content = new HashMap<String, String>();
        content.put("instrument", instrument.rule().code());
        content.put("observed", observed.toString());
        var findings = row.findings();
        if (findings != null) {
            findings.values()
                    .forEach((code, kept) -> instrument.item(code).ifPresent(item -> {
                        var range = item.range();
                        content.put(
                                code,
                                range == null
                                        ? String.valueOf(kept)
                                        : range.number(kept).toPlainString());
                    }));
            put(content, "comment", findings.comment());
            put(content, "profile", findings.profile());
            if (findings.reason() != null) {
                content.put("notAssessable", "true");
                put(content, "reason", findings.reason());
                put(content, "detail", findings.reasonDetail());
            }
        }
        return content;
    }

    private static void put(Map<String, String> content, String key, @Nullable String value) {
        if (value != null) {
            content.put(key, value);
        }
    }

    /** A correction keeps no draft: it begins with what was signed. */
    private static final class Correcting implements ComposerContext, DraftHandle {

        private final CentreId centre;
        private final Supplier<Grant> write;
        private final Map<String, String> content;
        private final Runnable signed;
        private Runnable closed = () -> {};

        private Correcting(CentreId centre, Supplier<Grant> write, Map<String, String> content, Runnable signed) {
            this.centre = centre;
            this.write = write;
            this.content = content;
            this.signed = signed;
        }

        void onClosed(Runnable action) {
            closed = action;
        }

        @Override
        public PersonId person() {
            return write.get().person();
        }

        @Override
        public Grant write() {
            return write.get();
        }

        @Override
        public Grant record() {
            return write.get();
        }

        @Override
        public DraftHandle draft() {
            return this;
        }

        @Override
        public CentreId centre() {
            return centre;
        }

        @Override
        public void signed(EntryId entry) {
            signed.run();
        }

        @Override
        public void closed() {
            closed.run();
        }

        @Override
        public Map<String, String> restored() {
            return content;
        }

        @Override
        public void edited(Map<String, String> changed) {
            // Nothing is kept before it is signed
        }

        @Override
        public Draft flush(Map<String, String> changed) {
            throw new UnsupportedOperationException("A correction has no draft");
        }

        @Override
        public void conflict(StaleDraft stale, Map<String, String> yours) {
            throw new UnsupportedOperationException("A correction has no draft");
        }

        @Override
        public void onReplaced(Consumer<Map<String, String>> fields) {
            // There is no other text
        }

        @Override
        public void discard() {
            // There is nothing to throw away
        }

        @Override
        public Component statusLine() {
            return new Div();
        }
    }
}
