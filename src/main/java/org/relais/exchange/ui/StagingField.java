package org.relais.exchange.ui;

import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.access.Section;
import org.relais.centre.Centre;
import org.relais.exchange.ExchangeRoutes;
import org.relais.exchange.StagedReceipt;
import org.relais.exchange.StagedReferrals;
import org.relais.exchange.referral.BrokenReferral;
import org.relais.shared.CentreId;
import org.relais.shared.RelaisException;
import org.relais.shared.Severity;
import org.relais.uikit.Glyph;
import org.relais.uikit.Panel;
import org.relais.uikit.SeverityBadge;

/** Where files are put in, several in one go; what came of each stands beside its name. */
final class StagingField extends Panel {

    private static final Logger LOG = LoggerFactory.getLogger(StagingField.class);
    private static final int MOST_FILES = 50;
    private static final int MOST_NAME = 120;

    private final transient StagedReferrals staged;
    private final transient AccessService access;
    private final int most;
    private final transient Consumer<StagedReceipt> taken;
    private final UnorderedList outcomes = new UnorderedList();

    // Read outside the lock of the page, while a file comes in
    private transient volatile @Nullable CentreId centre;

    /**
     * @param most bytes of one file
     * @param taken told of each file that was put in
     */
    StagingField(
            List<Centre> centres,
            StagedReferrals staged,
            AccessService access,
            int most,
            Consumer<StagedReceipt> taken) {
        super(com.vaadin.flow.i18n.I18NProvider.translate("exchange.staging.title"));
        this.staged = staged;
        this.access = access;
        this.most = most;
        this.taken = taken;
        addClassName("relais-staging");
        outcomes.addClassName("relais-staging-outcomes");
        outcomes.getElement().setAttribute("aria-live", "polite");
        outcomes.setVisible(false);
        var help = new Div(getTranslation("exchange.staging.help"));
        help.addClassName("relais-meta");
        addContent(help);
        if (centres.size() > 1) {
            addContent(createCentre(centres));
        }
        centre = centres.getFirst().id();
        addContent(createUpload(), outcomes);
    }

    private Select<Centre> createCentre(List<Centre> centres) {
        var field = new Select<Centre>();
        field.setLabel(getTranslation("exchange.staging.centre"));
        field.setItems(centres);
        field.setItemLabelGenerator(Centre::name);
        field.setValue(centres.getFirst());
        field.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                centre = change.getValue().id();
            }
        });
        return field;
    }

    private Upload createUpload() {
        var verb = getTranslation("exchange.staging.choose");
        var drop = getTranslation("exchange.staging.drop");
        var megabytes = most / (1024 * 1024);
        var upload = new Upload(new StagingHandler(most, this::take));
        upload.setMaxFiles(MOST_FILES);
        upload.setMaxFileSize(most);
        upload.setUploadButton(new Button(verb, Glyph.UPLOAD.create()));
        upload.setDropLabel(new Span(drop));
        upload.setI18n(new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(drop).setMany(drop))
                .setAddFiles(new UploadI18N.AddFiles().setOne(verb).setMany(verb))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(getTranslation("exchange.staging.many", MOST_FILES))
                        .setFileIsTooBig(getTranslation("exchange.staging.large", megabytes))
                        .setIncorrectFileType(getTranslation("exchange.staging.failed")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("exchange.staging.connecting"))
                                .setStalled(getTranslation("exchange.staging.stalled"))
                                .setProcessing(getTranslation("exchange.staging.reading"))
                                .setHeld(getTranslation("exchange.staging.queued")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix("")
                                .setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("exchange.staging.failed"))
                                .setUnexpectedServerError(getTranslation("exchange.staging.failed"))
                                .setForbidden(getTranslation("exchange.staging.failed"))))
                .setFile(new UploadI18N.File()
                        .setRetry(getTranslation("exchange.staging.retry"))
                        .setStart(verb)
                        .setRemove(getTranslation("exchange.staging.remove"))));
        upload.addFileRejectedListener(event -> refused(event.getFileName(), event.getErrorMessage()));
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        return upload;
    }

    private Runnable take(String file, byte @Nullable [] content) {
        var name = lastPart(file);
        try {
            if (content == null) {
                return () -> refused(name, getTranslation("exchange.staging.large", most / (1024 * 1024)));
            }
            var scope = access.scope(Section.ADMINISTRATIVE, Purpose.IMPORT, null);
            var receipt = staged.stage(scope, java.util.Objects.requireNonNull(centre), name, content);
            return () -> came(receipt);
        } catch (RelaisException refusal) {
            return () -> refused(name, refusal);
        } catch (RuntimeException failed) {
            LOG.error("A file could not be put in", failed);
            return () -> refused(name, getTranslation("exchange.staging.failed"));
        }
    }

    private void came(StagedReceipt receipt) {
        var file = receipt.file();
        var link = new Anchor(ExchangeRoutes.staged(file.id()), file.file());
        link.setRouterIgnore(false);
        var badge = receipt.already()
                ? new SeverityBadge(Severity.WARNING, getTranslation("exchange.staging.already"))
                : new SeverityBadge(Severity.OK, Glyph.CIRCLE_CHECK, getTranslation("exchange.staging.read"));
        var more = new Span(
                receipt.already()
                        ? getTranslation(
                                "exchange.staging.twin",
                                getTranslation(file.state().key()))
                        : getTranslation("exchange.staging.counted", file.wouldTake(), file.leftOut()));
        more.addClassName("relais-secondary");
        say(new ListItem(badge, link, more));
        taken.accept(receipt);
    }

    private void refused(String file, RelaisException refusal) {
        var text = getTranslation(refusal.key(), refusal.arguments());
        if (refusal instanceof BrokenReferral broken) {
            // Its words begin with the file
            var place = getTranslation(broken.place().key(), broken.place().arguments());
            say(new ListItem(refusedBadge(), new Span(getTranslation("exchange.staging.place", text, place))));
        } else {
            refused(file, text);
        }
    }

    private void refused(String file, String reason) {
        var name = new Span(file.length() <= MOST_NAME ? file : file.substring(0, MOST_NAME) + "…");
        name.addClassName("relais-strong");
        say(new ListItem(refusedBadge(), name, new Span(reason)));
    }

    private SeverityBadge refusedBadge() {
        return new SeverityBadge(Severity.CRITICAL, getTranslation("exchange.staging.refused"));
    }

    private void say(ListItem outcome) {
        outcomes.addComponentAsFirst(outcome);
        outcomes.setVisible(true);
    }

    // Some browsers send the folder too
    private static String lastPart(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
