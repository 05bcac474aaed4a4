package org.relais.record.ui;

import java.time.Duration;
import java.util.Optional;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;

import org.relais.record.TimelineCounts;
import org.relais.staff.StaffCard;
import org.relais.uikit.Initials;

/** Who takes part in the person's care, as initials marked with the discipline; their names open by click or Enter. */
final class TeamAvatars extends Div {

    private static final int SHOWN = 5;

    // As long as the care relation lasts after a discharge
    private static final Duration LATELY = Duration.ofDays(30);

    TeamAvatars(TimelineCounts counts, PageWords words) {
        addClassName("relais-team");
        var colleagues = counts.authorsSince(words.now().minus(LATELY)).stream()
                .map(words::colleague)
                .flatMap(Optional::stream)
                .toList();
        setVisible(!colleagues.isEmpty());
        var open = new NativeButton();
        open.addClassName("relais-team-open");
        open.getElement().setAttribute("type", "button");
        open.setAriaLabel(getTranslation("record.team.label", colleagues.size()));
        colleagues.stream().limit(SHOWN).map(TeamAvatars::avatar).forEach(open::add);
        if (colleagues.size() > SHOWN) {
            var rest = new Span("+" + (colleagues.size() - SHOWN));
            rest.addClassNames("relais-meta", "relais-numeric");
            open.add(rest);
        }
        var names = new UnorderedList();
        names.addClassName("relais-team-names");
        colleagues.forEach(card -> {
            var role = new Span(getTranslation(card.role().key()));
            role.addClassName("relais-meta");
            names.add(new ListItem(avatar(card), new Span(card.name()), role));
        });
        var popover = new Popover(names);
        popover.setTarget(open);
        popover.setAriaLabel(getTranslation("record.team"));
        add(open, popover);
    }

    private static Initials avatar(StaffCard card) {
        return new Initials(card.name()).marked(card.role().discipline());
    }
}
