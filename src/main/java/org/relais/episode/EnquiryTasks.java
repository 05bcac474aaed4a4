package org.relais.episode;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.relais.access.Section;
import org.relais.centre.Centres;
import org.relais.shared.Discipline;
import org.relais.worklist.NewTask;
import org.relais.worklist.TaskTitle;
import org.relais.worklist.Worklist;

/** An enquiry is something to do for the unit asked, until whatever comes next. */
@Component
class EnquiryTasks {

    private static final String KIND = "episode.enquiry";

    private final Worklist worklist;
    private final Centres centres;
    private final EpisodeProperties properties;

    EnquiryTasks(Worklist worklist, Centres centres, EpisodeProperties properties) {
        this.worklist = worklist;
        this.centres = centres;
        this.properties = properties;
    }

    @EventListener
    void changed(EpisodeChange change) {
        var act = change.occurrence();
        if (change instanceof EpisodeChange.EpisodeOpened) {
            var day = centres.centre(act.centre()).serviceDay();
            var due = day.of(act.at()).plusDays(properties.answerEnquiryDays());
            worklist.put(
                    act.authority(),
                    new NewTask(
                            act.person(),
                            Section.ADMINISTRATIVE,
                            Discipline.ADMINISTRATIVE,
                            KIND,
                            TaskTitle.key("episode.task.enquiry", act.unitName()),
                            day.endOf(due),
                            due,
                            null,
                            act.unit(),
                            act.centre(),
                            act.episode(),
                            EpisodeRoutes.ofPerson(act.person())));
        } else {
            worklist.complete(act.authority(), act.episode());
        }
    }
}
