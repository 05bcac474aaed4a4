package org.relais.emergency.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

import org.relais.access.Notice;
import org.relais.access.NoticeKind;
import org.relais.access.NoticeTarget;
import org.relais.access.Notices;
import org.relais.person.PersonName;
import org.relais.person.PersonRoutes;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.uikit.BusyButton;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;

/**
 * What the user was told and has not acknowledged, in every open window within two seconds. Whose record it is about
 * stands there only where the user's own lists would name the person.
 */
final class NoticeBars extends Div {

    private static final int MOST = 2;
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final transient EmergencyDesk desk;
    private final transient Notices notices;
    private final transient List<NoticeTarget> targets;
    private final transient StaffId staff;
    private transient List<Notice> shown = List.of();
    private transient Instant readAt = Instant.EPOCH;
    private transient Notices.@Nullable Subscription subscription;

    NoticeBars(EmergencyDesk desk, Notices notices, List<NoticeTarget> targets, StaffId staff) {
        this.desk = desk;
        this.notices = notices;
        this.targets = List.copyOf(targets);
        this.staff = staff;
        addClassName("relais-notices");
        getElement().setAttribute("role", "log");
        getElement().setAttribute("aria-live", "polite");
        getElement().setAttribute("aria-label", getTranslation("emergency.notices"));
    }

    StaffId staff() {
        return staff;
    }

    /** Reads again what was not read just now. */
    void look() {
        if (readAt.plus(FRESH).isBefore(desk.now())) {
            refresh();
        }
    }

    /** Shows what is not acknowledged now; what stands there already is not read out again. */
    void refresh() {
        var unseen = notices.mine();
        readAt = desk.now();
        if (unseen.equals(shown)) {
            return;
        }
        shown = unseen;
        var first = unseen.stream().limit(MOST).toList();
        var names = desk.names(first.stream().map(Notice::person).toList());
        removeAll();
        first.forEach(notice -> add(bar(notice, names)));
        if (unseen.size() > MOST) {
            var more = new Div(getTranslation("emergency.notice.more", unseen.size() - MOST));
            more.addClassNames("relais-meta", "relais-small-text");
            add(more);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        subscription = notices.listen(() -> {
            var _ = ui.access(this::refreshIfSignedIn);
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.end();
            subscription = null;
        }
    }

    // News can come to a window whose session has just ended
    private void refreshIfSignedIn() {
        if (desk.staff().filter(staff::equals).isPresent()) {
            refresh();
        }
    }

    private Component bar(Notice notice, Map<PersonId, PersonName> names) {
        var name = Optional.ofNullable(names.get(notice.person())).map(PersonName::display);
        var at = desk.formats(getLocale()).dateTime(notice.at());
        var title = getTranslation(notice.kind().key(), desk.colleague(notice.by()));
        var begun = notice.kind() == NoticeKind.EMERGENCY_BEGUN;
        var bar = new NoticeBar(
                begun ? Severity.WARNING : Severity.INFO,
                begun ? Glyph.KEY_ROUND : Glyph.BELL,
                title,
                name.map(whose -> getTranslation("emergency.notice.about", whose, at))
                        .orElse(at));
        // The place around it is what is read out
        bar.getElement().removeAttribute("role");
        path(notice, name.isPresent()).ifPresent(path -> {
            var link = new Anchor(path, getTranslation("emergency.notice.open"));
            link.setAriaLabel(getTranslation("emergency.notice.open.of", title));
            bar.add(link);
        });
        var seen = new BusyButton(getTranslation("emergency.notice.seen"), Glyph.CHECK, () -> {
            notices.seen(notice.id());
            refresh();
        });
        seen.setAriaLabel(getTranslation("emergency.notice.seen.of", title));
        bar.add(seen);
        return bar;
    }

    private Optional<String> path(Notice notice, boolean known) {
        return targets.stream()
                .flatMap(target -> target.path(notice).stream())
                .findFirst()
                .or(() -> known ? Optional.of(PersonRoutes.record(notice.person())) : Optional.empty());
    }
}
