package org.relais.emergency.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

import org.relais.access.OpenEmergency;
import org.relais.emergency.ui.EmergencyDesk.Opened;
import org.relais.person.PersonRoutes;
import org.relais.shared.EmergencyId;
import org.relais.shared.Severity;
import org.relais.shared.StaffId;
import org.relais.uikit.BusyButton;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.TimeLeft;

/**
 * One window's banner of the emergency accesses of its user, the first to end at the top. When one ends, whether by its
 * time, here or in another window, the record is left and a line says so.
 */
final class OpenBars extends Div {

    private static final Duration FRESH = Duration.ofSeconds(30);

    private final transient EmergencyDesk desk;
    private final transient StaffId staff;
    private final transient Map<EmergencyId, Opened> known = new HashMap<>();
    private final Div bars = new Div();
    private final Div ended = new Div();
    private transient List<OpenEmergency> shown = List.of();
    private transient Instant readAt = Instant.EPOCH;
    private transient EmergencyWindows.@Nullable Window window;

    OpenBars(EmergencyDesk desk, StaffId staff) {
        this.desk = desk;
        this.staff = staff;
        addClassName("relais-emergency-bars");
        ended.getElement().setAttribute("role", "status");
        add(bars, ended);
    }

    StaffId staff() {
        return staff;
    }

    /** Reads again what was not read just now; another node may have changed it. */
    void look() {
        if (readAt.plus(FRESH).isBefore(desk.now())) {
            refresh();
        }
    }

    /** Shows what is open now. */
    void refresh() {
        var open = desk.mine();
        readAt = desk.now();
        if (open.equals(shown)) {
            return;
        }
        var over = shown.stream()
                .filter(one -> open.stream().noneMatch(other -> other.id().equals(one.id())))
                .toList();
        shown = open;
        bars.removeAll();
        open.forEach(emergency -> bars.add(bar(emergency)));
        announceEnd();
        over.forEach(this::leave);
        over.forEach(one -> known.remove(one.id()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        window = desk.windows().enter(staff, () -> {
            var _ = ui.access(this::refreshIfSignedIn);
        });
        announceEnd();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (window != null) {
            window.leave();
            window = null;
        }
    }

    private void announceEnd() {
        if (window != null) {
            window.shows(shown.isEmpty() ? null : shown.getFirst().until());
        }
    }

    // News can come to a window whose session has just ended
    private void refreshIfSignedIn() {
        if (desk.staff().filter(staff::equals).isPresent()) {
            refresh();
        }
    }

    private NoticeBar bar(OpenEmergency emergency) {
        var opened = opened(emergency);
        var name = opened.map(Opened::name).orElse("");
        var left = new TimeLeft(
                        emergency.until(),
                        getTranslation("emergency.bar.left"),
                        getTranslation("emergency.ended"),
                        time -> {
                            refresh();
                            // Still there: the browser counted too fast
                            time.correct(desk.now());
                        })
                .covering(opened.map(Opened::people).orElse(List.of(emergency.person())).stream()
                        .map(PersonRoutes::record)
                        .toList());
        var record = new Anchor(PersonRoutes.record(emergency.person()), getTranslation("emergency.bar.record"));
        record.setAriaLabel(getTranslation("emergency.bar.record.of", name));
        var end = new BusyButton(getTranslation("emergency.bar.end"), () -> {
            desk.end(emergency.id());
            refresh();
        });
        end.setAriaLabel(getTranslation("emergency.bar.end.of", name));
        var title =
                name.isEmpty() ? getTranslation("emergency.bar.unnamed") : getTranslation("emergency.bar.title", name);
        var bar = new NoticeBar(
                Severity.CRITICAL,
                Glyph.KEY_ROUND,
                title,
                getTranslation("emergency.bar.text", desk.formats(getLocale()).time(emergency.until())),
                left,
                record,
                end);
        bar.addClassName("relais-emergency-bar");
        // Beginning it was said already; an alert would read out every step of the countdown
        bar.getElement().setAttribute("role", "region");
        bar.getElement().setAttribute("aria-label", title);
        return bar;
    }

    private Optional<Opened> opened(OpenEmergency emergency) {
        var opened = Optional.ofNullable(known.get(emergency.id())).or(() -> desk.opened(emergency.person()));
        opened.ifPresent(found -> known.put(emergency.id(), found));
        return opened;
    }

    private void leave(OpenEmergency over) {
        ended.removeAll();
        var bar = new NoticeBar(
                Severity.INFO, Glyph.LOCK, getTranslation("emergency.ended"), getTranslation("emergency.ended.text"));
        bar.getElement().removeAttribute("role");
        var close = new Button(Glyph.X.create(), _ -> ended.removeAll());
        close.addThemeName("tertiary");
        close.setAriaLabel(getTranslation("uikit.close"));
        bar.add(close);
        ended.add(bar);
        getUI().filter(ui -> shows(ui, over)).ifPresent(ui -> ui.navigate(""));
    }

    private boolean shows(UI ui, OpenEmergency over) {
        var here = ui.getInternals().getActiveViewLocation().getPath() + "/";
        return Optional.ofNullable(known.get(over.id())).map(Opened::people).orElse(List.of(over.person())).stream()
                .anyMatch(person -> here.startsWith(PersonRoutes.record(person) + "/"));
    }
}
