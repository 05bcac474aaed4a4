package org.relais.ultrarapid.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.access.Purpose;
import org.relais.access.Right;
import org.relais.access.Section;
import org.relais.shared.CentreId;
import org.relais.shared.Severity;
import org.relais.shared.UltraRapidPointId;
import org.relais.shared.UltraRapidProcedureId;
import org.relais.uikit.BusyButton;
import org.relais.uikit.ConfirmQuestion;
import org.relais.uikit.EmptyState;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;
import org.relais.uikit.Toast;
import org.relais.ultrarapid.SignPoint;
import org.relais.ultrarapid.SignedPoint;
import org.relais.ultrarapid.StartUltraRapid;

/** The statement, every point with who signed it, and the beginning once none is open. */
class ChecklistPanel extends Div {

    private final transient UltraRapidDesk desk;
    private transient Grant grant;

    ChecklistPanel(UltraRapidDesk desk, Grant grant) {
        this.desk = desk;
        this.grant = grant;
        addClassName("relais-column");
        draw();
    }

    private void draw() {
        removeAll();
        grant = desk.access().fresh(grant);
        if (grant.level(Section.MEDICAL) != Level.READ) {
            add(new EmptyState(Glyph.LOCK, getTranslation("ultrarapid.summary"), "", null));
            return;
        }
        var centre = grant.centres().stream()
                .filter(desk.permissions()::holds)
                .findFirst()
                .orElseThrow();
        var formats = desk.formats(centre, getLocale());
        var rule = desk.rule().now();
        var points = desk.detox().points(grant, centre);
        var open = points.stream().filter(SignedPoint::open).count();
        add(new NoticeBar(
                Severity.CRITICAL,
                getTranslation("ultrarapid.warning"),
                rule.statement().in(getLocale())));
        var list = new OrderedList();
        list.addClassName("relais-ultra-rapid-points");
        points.forEach(point -> list.add(line(point, centre, formats)));
        var source = new Paragraph(getTranslation(
                "ultrarapid.rule",
                rule.rule().code(),
                rule.rule().version(),
                rule.rule().source()));
        source.addClassNames("relais-meta", "relais-small-text");
        var panel = new Panel(getTranslation("ultrarapid.points"), list, source);
        panel.setCount((int) open);
        if (grant.mayWrite(Section.MEDICAL)) {
            panel.addContent(open > 0 ? blocked(open) : begin(centre));
        }
        add(panel);
    }

    private ListItem line(SignedPoint signed, CentreId centre, Formats formats) {
        var text = new Span(signed.point().text().in(getLocale()));
        text.addClassName("relais-grow");
        var by = signed.by();
        var at = signed.at();
        var state = by == null || at == null
                ? new SeverityBadge(Severity.NEUTRAL, Glyph.CIRCLE_DASHED, getTranslation("ultrarapid.point.open"))
                : new SeverityBadge(
                        signed.open() ? Severity.WARNING : Severity.OK,
                        getTranslation(
                                signed.open() ? "ultrarapid.point.again" : "ultrarapid.point.signed",
                                desk.name(by),
                                formats.dateTime(at)));
        var item = new ListItem(text, state);
        if (signed.open() && grant.mayWrite(Section.MEDICAL)) {
            item.add(sign(signed, centre));
        }
        return item;
    }

    private BusyButton sign(SignedPoint signed, CentreId centre) {
        var id = UltraRapidPointId.create();
        var sign = new BusyButton(getTranslation("ultrarapid.point.sign"), () -> {
            desk.detox().sign(write(), new SignPoint(id, centre, signed.point().code()));
            draw();
        });
        sign.setAriaLabel(getTranslation(
                "ultrarapid.point.sign.label", signed.point().text().in(getLocale())));
        return sign;
    }

    private NoticeBar blocked(long open) {
        return new NoticeBar(Severity.WARNING, Glyph.BAN, getTranslation("ultrarapid.start.open", open), "");
    }

    private BusyButton begin(CentreId centre) {
        var id = UltraRapidProcedureId.create();
        return new BusyButton(
                getTranslation("ultrarapid.start"),
                () -> new ConfirmQuestion(
                                getTranslation("ultrarapid.start.question"),
                                getTranslation("ultrarapid.start.text"),
                                getTranslation("ultrarapid.start"),
                                () -> {
                                    desk.detox().start(write(), new StartUltraRapid(id, centre));
                                    Toast.success(getTranslation("ultrarapid.started"));
                                    draw();
                                })
                        .open());
    }

    private Grant write() {
        return desk.access().grant(grant.person(), Section.MEDICAL, Right.WRITE, Purpose.CARE);
    }
}
