package org.relais.record.ui;

import java.util.function.Consumer;

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
    private final PageWords words;
    private final Consumer<EntryId> signed;
    private final Runnable closed;
    private final DraftHandle draft;
    private Grant write;

    OpenComposer(
            ComposerType type,
            Grant record,
            RecordPages pages,
            PageWords words,
            Consumer<EntryId> signed,
            Runnable closed) {
        this.pages = pages;
        this.words = words;
        this.signed = signed;
        this.closed = closed;
        this.write = pages.access().grant(record.person(), type.section(), Right.WRITE, record.purpose());
        this.draft = new DraftLine(pages.writing().drafts(), this::write, type.form(), words);
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
    public DraftHandle draft() {
        return draft;
    }

    @Override
    public CentreId centre() {
        return words.home().id();
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
