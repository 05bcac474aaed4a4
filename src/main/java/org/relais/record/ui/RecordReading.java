package org.relais.record.ui;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.relais.access.Grant;
import org.relais.centre.Centres;
import org.relais.episode.EpisodeRow;
import org.relais.episode.EpisodeService;
import org.relais.person.PersonHead;
import org.relais.person.PersonService;
import org.relais.record.Drafts;
import org.relais.record.Timeline;
import org.relais.record.TimelineCounts;
import org.relais.staff.StaffDirectory;
import org.relais.worklist.DueRow;
import org.relais.worklist.Worklist;

/** Reads what the page shows, one statement for each of its parts (architecture, Budgets). */
@Component
class RecordReading {

    /** Entries on one page of the timeline: a screen and a half, so that the next comes before it is looked for. */
    static final int PAGE = 12;

    private final PersonService people;
    private final EpisodeService episodes;
    private final Worklist worklist;
    private final Timeline timeline;
    private final Drafts drafts;
    private final Surroundings surroundings;

    RecordReading(
            PersonService people,
            EpisodeService episodes,
            Worklist worklist,
            Timeline timeline,
            Drafts drafts,
            Surroundings surroundings) {
        this.people = people;
        this.episodes = episodes;
        this.worklist = worklist;
        this.timeline = timeline;
        this.drafts = drafts;
        this.surroundings = surroundings;
    }

    /** Everything around the timeline, of one moment. */
    @Transactional(readOnly = true)
    Frame frame(Grant record) {
        return new Frame(
                people.head(record),
                episodes.of(record),
                timeline.counts(record),
                worklist.due(record),
                drafts.waiting(record));
    }

    Timeline timeline() {
        return timeline;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** What surrounds the timeline, read at one moment. */
    record Frame(
            PersonHead head,
            List<EpisodeRow> episodes,
            TimelineCounts counts,
            List<DueRow> due,
            List<Drafts.Waiting> drafts) {

        Frame {
            episodes = List.copyOf(episodes);
            due = List.copyOf(due);
            drafts = List.copyOf(drafts);
        }
    }

    /** What every part of the page names things with. */
    @Component
    static class Surroundings {

        private final StaffDirectory staff;
        private final Centres centres;
        private final Clock clock;

        Surroundings(StaffDirectory staff, Centres centres, Clock clock) {
            this.staff = staff;
            this.centres = centres;
            this.clock = clock;
        }

        StaffDirectory staff() {
            return staff;
        }

        Centres centres() {
            return centres;
        }

        Clock clock() {
            return clock;
        }
    }
}
