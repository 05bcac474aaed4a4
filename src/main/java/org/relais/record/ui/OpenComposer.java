package org.relais.record.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.relais.access.Grant;
import org.relais.access.Right;
import org.relais.record.page.ComposerContext;
import org.relais.record.page.ComposerType;
import org.relais.record.page.DraftHandle;
import org.relais.shared.CentreId;
import org.relais.shared.EntryId;
import org.relais.shared.PersonId;

/** The form that is open now: its grant, its draft, and what follows. */
final class OpenComposer implements ComposerContext {

    private final RecordPages pages;
    private final Supplier<Grant> record;
    private final Consumer<EntryId> signed;
    private final Runnable closed;
    private final DraftHandle draft;
    private final CentreId centre;
    private Grant write;

    OpenComposer(
            ComposerType type,
            Supplier<Grant> record,
            RecordPages pages,
            PageWords words,
            WritingCentres centres,
            @Nullable CentreId chosen,
            Consumer<EntryId> signed,
            Runnable closed) {
        this.pages = pages;
        this.record = record;
        this.signed = signed;
        this.closed = closed;
        var opened = record.get();
        this.write = pages.access().grant(opened.person(), type.section(), Right.WRITE, opened.purpose());
        this.draft = new DraftLine(pages.writing().drafts(), this::write, type.form(), this::centre, words);
        this.centre = chosen == null ? centres.of(draft.restored()) : chosen;
        if (!draft.restored().isEmpty()) {
            // A draft keeps the centre it is written for
            draft.edited(draft.restored());
        }
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
        return record.get();
    }

    @Override
    public DraftHandle draft() {
        return draft;
    }

    @Override
    public CentreId centre() {
        return centre;
    }

    @Override
    public void signed(EntryId entry) {
        signed.accept(entry);
    }

    @Override
    public void closed() {
        closed.run();
    }
}
