package org.relais.record.ui;

import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;

import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.ComposerType;
import org.relais.record.page.DraftHandle;
import org.relais.record.page.EntryForms;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;

/** The forms of the record page, for the pages of other rooms. */
@org.springframework.stereotype.Component
class FormsElsewhere implements EntryForms {

    private final RecordPages pages;

    FormsElsewhere(RecordPages pages) {
        this.pages = pages;
    }

    @Override
    public Optional<Component> open(Grant record, Request request) {
        return pages.contributions().composerTypes(record).stream()
                .filter(type -> type.form().equals(request.form()))
                .findFirst()
                .map(type -> type.create(new Context(type, record, request)));
    }

    /** What such a form stands in. */
    private final class Context implements ComposerContext {

        private final Request request;
        private final DraftHandle draft;
        private Grant record;
        private Grant write;

        Context(ComposerType type, Grant record, Request request) {
            this.request = request;
            this.record = record;
            this.write = pages.access().grant(record.person(), type.section(), Right.WRITE, record.purpose());
            this.draft = new DraftLine(
                    pages.writing().drafts(),
                    this::write,
                    type.form(),
                    this::centre,
                    new PageWords(
                            pages.reading().surroundings(),
                            record,
                            UI.getCurrentOrThrow().getLocale()));
        }

        @Override
        public PersonId person() {
            return write.person();
        }

        @Override
        public Grant write() {
            write = pages.access().fresh(write);
            return write;
        }

        @Override
        public Grant record() {
            record = pages.access().fresh(record);
            return record;
        }

        @Override
        public DraftHandle draft() {
            return draft;
        }

        @Override
        public CentreId centre() {
            return request.centre();
        }

        @Override
        public void signed(EntryId entry) {
            request.signed().accept(entry);
        }

        @Override
        public void closed() {
            request.closed().run();
        }

        @Override
        public Optional<String> asked() {
            return Optional.ofNullable(request.asked());
        }

        @Override
        public Optional<Following> following() {
            return Optional.ofNullable(request.following());
        }
    }
}
