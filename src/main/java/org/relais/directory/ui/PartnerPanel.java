package org.relais.directory.ui;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

import org.relais.directory.Partner;
import org.relais.directory.PartnerField;
import org.relais.directory.PartnerVersion;
import org.relais.directory.StalePartner;
import org.relais.shared.Severity;
import org.relais.uikit.BusyButton;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.FieldErrors;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;
import org.relais.uikit.Toast;

/** One partner beside the list: what is said of it, what may be done, and who said what when. */
final class PartnerPanel extends Panel {

    private static final Set<PartnerField> ELSEWHERE = EnumSet.of(
            PartnerField.ID,
            PartnerField.NAME,
            PartnerField.VERIFIED_ON,
            PartnerField.SAFE_PLACE,
            PartnerField.PEER_LED,
            PartnerField.WITHDRAWN);

    private final transient DirectoryDesk desk;
    private final transient DirectoryWords words;
    private final transient Consumer<Partner> changed;
    private transient Partner partner;

    /** @param changed told how the partner stands after a change */
    PartnerPanel(DirectoryDesk desk, Partner partner, Consumer<Partner> changed, Runnable close) {
        super(partner.name());
        this.desk = desk;
        this.words = new DirectoryWords(getLocale());
        this.changed = changed;
        this.partner = partner;
        addClassName("relais-partner");
        var shut = new Button(Glyph.X.create(), _ -> close.run());
        shut.addThemeName("tertiary");
        shut.setAriaLabel(getTranslation("uikit.close"));
        addToHeader(shut);
        show();
    }

    private void show() {
        clearContent();
        var details = partner.details();
        if (details.withdrawn()) {
            addContent(new NoticeBar(
                    Severity.NEUTRAL,
                    getTranslation("directory.withdrawn"),
                    getTranslation("directory.withdrawn.text")));
        }
        if (partner.verificationDue()) {
            addContent(new NoticeBar(
                    Severity.WARNING,
                    getTranslation("directory.verify.title"),
                    getTranslation("directory.verify.text", desk.partners().verifiedDays())));
        }
        var list = new DescriptionList();
        list.addClassName("relais-partner-facts");
        for (var field : PartnerField.values()) {
            var value = words.value(details, field);
            if (!ELSEWHERE.contains(field) && !value.isEmpty()) {
                list.add(new Term(getTranslation(field.key())), new Description(fact(field, value)));
            }
        }
        addContent(badges(), list);
        if (desk.keeps()) {
            addContent(actions());
        }
        addContent(history());
    }

    private Component badges() {
        var badges = new Div(words.verification(partner, desk.partners().verifiedDays()));
        badges.addClassName("relais-directory-marks");
        if (partner.details().safePlace()) {
            badges.add(new org.relais.uikit.SeverityBadge(
                    Severity.INFO, Glyph.HOUSE, getTranslation("directory.safe-place")));
        }
        if (partner.details().peerLed()) {
            badges.add(new org.relais.uikit.SeverityBadge(
                    Severity.INFO, Glyph.HEART_HANDSHAKE, getTranslation("directory.peer-led")));
        }
        return badges;
    }

    private static Component fact(PartnerField field, String value) {
        if (field == PartnerField.WEBSITE) {
            var link = new Anchor(value, value);
            link.setTarget(AnchorTarget.BLANK);
            link.getElement().setAttribute("rel", "noopener noreferrer");
            return link;
        }
        return new Span(value);
    }

    private Component actions() {
        var edit = new Button(getTranslation("directory.edit"), Glyph.PEN_LINE.create(), _ -> edit());
        var verify = new BusyButton(
                getTranslation("directory.verify.verb"),
                Glyph.BADGE_CHECK,
                () -> act(
                        () -> desk.partners().verify(partner.id(), partner.version()),
                        getTranslation("directory.verify.done")));
        var withdrawn = partner.details().withdrawn();
        var withdraw = new Button(
                getTranslation(withdrawn ? "directory.restore" : "directory.withdraw"), _ -> withdraw(!withdrawn));
        withdraw.addThemeName("tertiary");
        var bar = new Div(edit, verify, withdraw);
        bar.addClassName("relais-partner-actions");
        return bar;
    }

    private void edit() {
        new PartnerDialog(desk, partner.id(), partner, this::take).open();
    }

    private void withdraw(boolean withdrawn) {
        if (!withdrawn) {
            act(
                    () -> desk.partners().withdraw(partner.id(), partner.version(), false),
                    getTranslation("directory.restored"));
            return;
        }
        new ConfirmQuestion(
                        getTranslation("directory.withdraw.question", partner.name()),
                        getTranslation("directory.withdraw.text"),
                        getTranslation("directory.withdraw"),
                        () -> act(
                                () -> desk.partners().withdraw(partner.id(), partner.version(), true),
                                getTranslation("directory.withdraw.done")))
                .open();
    }

    private void act(java.util.function.Supplier<Partner> act, String done) {
        new FieldErrors().run(() -> {
            try {
                take(act.get());
                Toast.success(done);
            } catch (StalePartner stale) {
                take(stale.stored());
                Toast.error(getTranslation("directory.stale"));
            }
        });
    }

    private void take(Partner now) {
        partner = now;
        show();
        changed.accept(now);
    }

    private Component history() {
        var versions = desk.partners().history(partner.id());
        var list = new UnorderedList();
        list.addClassName("relais-partner-history");
        versions.forEach(version -> list.add(new ListItem(line(version), fields(version, versions))));
        return new Details(getTranslation("directory.history", versions.size()), list);
    }

    private Component line(PartnerVersion version) {
        var line = new Span(getTranslation(
                version.imported() ? "directory.history.imported" : "directory.history.by",
                desk.name(version.by()),
                DirectoryDesk.formats(getLocale()).dateTime(version.at())));
        line.addClassName("relais-meta");
        return line;
    }

    private Component fields(PartnerVersion version, List<PartnerVersion> versions) {
        if (version.changed().isEmpty()) {
            return new Span(getTranslation("directory.history.first"));
        }
        var before = versions.stream()
                .filter(other -> other.version() == version.version() - 1)
                .findFirst();
        return new Span(version.changed().stream()
                .sorted()
                .map(field -> getTranslation(
                        "directory.history.change",
                        getTranslation(field.key()),
                        before.map(other -> said(words.value(other.details(), field)))
                                .orElse(""),
                        said(words.value(version.details(), field))))
                .collect(Collectors.joining(" · ")));
    }

    private String said(String value) {
        return value.isEmpty() ? getTranslation("directory.history.nothing") : value;
    }
}
