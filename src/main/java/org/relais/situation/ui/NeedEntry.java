package org.relais.situation.ui;

import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;

import org.relais.record.page.DraftHandle;
import org.relais.situation.NeedAnswer;
import org.relais.situation.NeedDomain;
import org.relais.situation.NeedsAssessments;
import org.relais.situation.NeedsMatrix;
import org.relais.uikit.FieldErrors;

/** One domain while needs are rated: its level, and its texts where there is something to say. */
final class NeedEntry extends Div {

    private final NeedDomain domain;
    private final LevelField level;
    private final Button more;
    private final Div texts = new Div();
    private final TextArea need;
    private final TextArea resources;
    private final TextArea risks;
    private final TextArea obstacles;
    private final transient Runnable edited;

    /** @param edited called whenever its author changed something */
    NeedEntry(NeedsMatrix matrix, NeedDomain domain, int number, Runnable edited) {
        this.domain = domain;
        this.edited = edited;
        addClassName("relais-need-entry");
        level = new LevelField(matrix, domain, number);
        level.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                level.setInvalid(false);
                // Where something has to be done it is said at once what
                level.level()
                        .filter(one -> one != matrix.notApplicable() && one <= matrix.goalLevel())
                        .ifPresent(one -> open(true));
                edited.run();
            }
        });
        more = new Button(getTranslation("situation.need.more"), event -> open(!texts.isVisible()));
        more.addThemeName("tertiary");
        more.setAriaLabel(getTranslation("situation.need.more.of", getTranslation(domain.key())));
        need = text("need");
        resources = text("resources");
        risks = text("risks");
        obstacles = text("obstacles");
        texts.addClassName("relais-form");
        texts.add(need, resources, risks, obstacles);
        open(false);
        add(level, more, texts);
    }

    NeedDomain domain() {
        return domain;
    }

    LevelField level() {
        return level;
    }

    /** What was rated and typed; empty while the level is open. */
    Optional<NeedAnswer> answer() {
        return level.level()
                .map(one -> new NeedAnswer(
                        one, need.getValue(), resources.getValue(), risks.getValue(), obstacles.getValue()));
    }

    void register(FieldErrors errors) {
        errors.register(domain.name(), level)
                .register(domain.name() + ".need", need)
                .register(domain.name() + ".resources", resources)
                .register(domain.name() + ".risks", risks)
                .register(domain.name() + ".obstacles", obstacles);
    }

    /** Keeps everything as it was chosen or typed. */
    void draft(Map<String, String> content) {
        put(content, "", level.getValue());
        put(content, ".need", need.getValue());
        put(content, ".resources", resources.getValue());
        put(content, ".risks", risks.getValue());
        put(content, ".obstacles", obstacles.getValue());
    }

    void restore(Map<String, String> content) {
        level.restore(content.get(domain.name()));
        need.setValue(content.getOrDefault(domain.name() + ".need", ""));
        resources.setValue(content.getOrDefault(domain.name() + ".resources", ""));
        risks.setValue(content.getOrDefault(domain.name() + ".risks", ""));
        obstacles.setValue(content.getOrDefault(domain.name() + ".obstacles", ""));
        open(!need.isEmpty() || !resources.isEmpty() || !risks.isEmpty() || !obstacles.isEmpty());
    }

    /** Takes over what was said before, for a correction. */
    void tell(NeedAnswer answer) {
        level.restore(String.valueOf(answer.level()));
        need.setValue(words(answer.need()));
        resources.setValue(words(answer.resources()));
        risks.setValue(words(answer.risks()));
        obstacles.setValue(words(answer.obstacles()));
        open(!need.isEmpty() || !resources.isEmpty() || !risks.isEmpty() || !obstacles.isEmpty());
    }

    private void open(boolean open) {
        texts.setVisible(open);
        more.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    private void put(Map<String, String> content, String part, String value) {
        if (!value.isEmpty()) {
            content.put(domain.name() + part, value);
        }
    }

    private TextArea text(String name) {
        var area = new TextArea(getTranslation("situation.need." + name));
        area.setMaxLength(NeedsAssessments.TEXT);
        area.setMinRows(1);
        area.setValueChangeMode(ValueChangeMode.TIMEOUT);
        area.setValueChangeTimeout(DraftHandle.PAUSE);
        area.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                edited.run();
            }
        });
        return area;
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text;
    }
}
