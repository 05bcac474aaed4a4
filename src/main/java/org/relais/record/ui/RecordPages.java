package org.relais.record.ui;

import java.util.Locale;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Grant;
import org.relais.record.Drafts;
import org.relais.record.Notes;
import org.relais.record.Presence;
import org.relais.record.RecordNews;
import org.relais.record.Requests;
import org.relais.staff.CurrentStaff;

/** Opens pages: holds what they are made with. */
@Component
class RecordPages {

    private final AccessService access;
    private final RecordReading reading;
    private final Contributions contributions;
    private final RecordNews news;
    private final Presence presence;
    private final Writing writing;
    private final CurrentStaff current;
    private final Counter opened;

    RecordPages(
            AccessService access,
            RecordReading reading,
            Contributions contributions,
            RecordNews news,
            Presence presence,
            Writing writing,
            CurrentStaff current,
            MeterRegistry registry) {
        this.access = access;
        this.reading = reading;
        this.contributions = contributions;
        this.news = news;
        this.presence = presence;
        this.writing = writing;
        this.current = current;
        this.opened = Counter.builder("relais.records.opened")
                .description("Records opened at a screen")
                .register(registry);
    }

    /** Whether somebody still sits in front of the page. */
    boolean signedIn() {
        return current.find().isPresent();
    }

    RecordPage open(Grant record, Locale locale) {
        opened.increment();
        return new RecordPage(record, this, new PageWords(reading.surroundings(), record, locale));
    }

    AccessService access() {
        return access;
    }

    RecordReading reading() {
        return reading;
    }

    Contributions contributions() {
        return contributions;
    }

    RecordNews news() {
        return news;
    }

    Presence presence() {
        return presence;
    }

    Writing writing() {
        return writing;
    }

    /** What writes. */
    @Component
    static class Writing {

        private final Notes notes;
        private final Drafts drafts;
        private final Requests requests;

        Writing(Notes notes, Drafts drafts, Requests requests) {
            this.notes = notes;
            this.drafts = drafts;
            this.requests = requests;
        }

        Requests requests() {
            return requests;
        }

        Notes notes() {
            return notes;
        }

        Drafts drafts() {
            return drafts;
        }
    }
}
