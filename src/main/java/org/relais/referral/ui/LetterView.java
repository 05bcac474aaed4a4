package org.relais.referral.ui;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.jspecify.annotations.Nullable;

import org.relais.access.AccessDenied;
import org.relais.access.Grant;
import org.relais.audit.AccessAction;
import org.relais.person.PersonRoutes;
import org.relais.referral.Letter;
import org.relais.referral.ReferralRoutes;
import org.relais.referral.SharingRefused;
import org.relais.referral.SharingVerdict;
import org.relais.shared.InvalidInput;
import org.relais.shared.NotFound;
import org.relais.shared.PartnerReferralId;
import org.relais.shared.PersonId;
import org.relais.shared.Severity;
import org.relais.staff.Roles;
import org.relais.uikit.BusyButton;
import org.relais.uikit.Formats;
import org.relais.uikit.Glyph;
import org.relais.uikit.NoticeBar;
import org.relais.uikit.PageHeader;

/** A letter as it is printed or saved as a PDF. It is refused, with the reason, when the consent no longer covers it. */
@Route(ReferralRoutes.LETTER)
@RolesAllowed(Roles.SOCIAL_WORKER)
class LetterView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final transient ReferralDesk desk;
    private transient @Nullable PersonId person;
    private transient @Nullable PartnerReferralId referral;

    LetterView(ReferralDesk desk) {
        this.desk = desk;
        addClassNames("relais-page", "relais-sheet-page");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("referral.add.letter");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PersonId whose;
        PartnerReferralId id;
        Grant write;
        try {
            // The pass comes first: who may not open the record leaves a refusal in the log, whatever else they asked
            whose = PersonId.parse(event.getRouteParameters().get("personId").orElse(""));
            write = desk.write(whose);
            id = PartnerReferralId.parse(
                    event.getRouteParameters().get("referralId").orElse(""));
        } catch (InvalidInput | AccessDenied nothing) {
            throw new NotFound();
        }
        person = whose;
        referral = id;
        show(write, whose, id);
    }

    private void show(Grant write, PersonId whose, PartnerReferralId id) {
        removeAll();
        var administrative = desk.administrative(whose);
        var sections = desk.referrals().letterSections(write);
        var passes = new java.util.ArrayList<>(desk.others(whose, sections));
        passes.add(administrative);
        var letter = desk.referrals().letter(write, passes, id);
        var verdict = desk.referrals().mayBeSent(write, administrative, id);
        var back =
                new Anchor(PersonRoutes.record(whose, ReferralRoutes.SECTION), getTranslation("referral.letter.back"));
        back.getElement().setAttribute("router-link", true);
        back.addClassName("relais-button-link");
        var header = new PageHeader(getTranslation("referral.letter.page", letter.recipient()), "", back);
        if (verdict.allowed()) {
            var print = new BusyButton(getTranslation("referral.letter.print"), Glyph.PRINTER, this::print);
            print.addThemeName("primary");
            header.addAction(download(whose, id));
            header.addAction(print);
            add(header, sheet(letter));
        } else {
            add(header, refusal(letter, verdict));
        }
    }

    private NoticeBar refusal(Letter letter, SharingVerdict verdict) {
        return new NoticeBar(
                Severity.WARNING,
                Glyph.LOCK,
                getTranslation("referral.consent.refused", letter.recipient()),
                String.join(" ", new ReferralWords(desk, getLocale()).obstacles(verdict.obstacles())));
    }

    private Anchor download(PersonId whose, PartnerReferralId id) {
        var locale = getLocale();
        var link = new Anchor(
                event -> {
                    event.setFileName(getTranslation("referral.letter.file"));
                    event.setContentType("application/pdf");
                    var response = event.getResponse();
                    response.setHeader("Cache-Control", "no-store");
                    response.setHeader("X-Content-Type-Options", "nosniff");
                    try {
                        event.getOutputStream()
                                .write(desk.referrals()
                                        .pdf(desk.write(whose), desk.administrative(whose), others(whose), id, locale));
                    } catch (SharingRefused refused) {
                        response.setStatus(403);
                    }
                },
                AttachmentType.DOWNLOAD,
                "");
        link.add(Glyph.DOWNLOAD.create(), new Span(getTranslation("referral.letter.pdf")));
        link.addClassName("relais-button-link");
        return link;
    }

    private List<Grant> others(PersonId whose) {
        return desk.others(whose, desk.referrals().letterSections(desk.write(whose)));
    }

    private void print() {
        var whose = person;
        var id = referral;
        if (whose == null || id == null) {
            return;
        }
        try {
            desk.referrals()
                    .outgoing(desk.write(whose), desk.administrative(whose), others(whose), id, AccessAction.PRINT);
            getElement().executeJs("setTimeout(() => window.print())");
        } catch (SharingRefused refused) {
            show(desk.write(whose), whose, id);
        }
    }

    private Article sheet(Letter letter) {
        var centre = desk.centres().centre(letter.centre());
        var from = new Div(new Paragraph(centre.name()));
        if (centre.telephone() != null) {
            from.add(new Paragraph(centre.telephone()));
        }
        var to = new Div(new Paragraph(letter.recipient()));
        to.addClassName("relais-letter-to");
        if (letter.address() != null) {
            to.add(new Paragraph(letter.address()));
        }
        to.add(new Paragraph(new Formats(getLocale(), centre.serviceDay().zone()).date(letter.on())));
        var sheet = new Article(from, to, new H2(getTranslation("referral.letter.title", letter.subject())));
        sheet.addClassNames("relais-sheet", "relais-letter");
        letter.paragraphs().forEach(paragraph -> {
            var text = new Paragraph(paragraph.text());
            text.addClassName("relais-sheet-words");
            sheet.add(new H3(paragraph.heading()), text);
        });
        var ending = new Paragraph(getTranslation("referral.letter.redisclosure"));
        ending.addClassName("relais-meta");
        sheet.add(ending);
        return sheet;
    }
}
