package org.relais.exchange.fhir;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.jspecify.annotations.Nullable;

import org.relais.exchange.referral.Fault;
import org.relais.exchange.referral.IncomingNote;
import org.relais.exchange.referral.IncomingReport;
import org.relais.exchange.referral.LeftOutReason;

/**
 * Reads notes and reports. Some systems send every note twice, as a document and as a report: the notes must be read
 * before the reports, so that a report is known to repeat one.
 */
final class NoteReading {

    private static final String PLAIN_TEXT = "text/plain";

    private final Referents referents;
    private final Tally tally;
    private final Set<ByteBuffer> notes = new HashSet<>();

    NoteReading(Referents referents, Tally tally) {
        this.referents = referents;
        this.tally = tally;
    }

    /** The note, or null when it holds no plain text. */
    @Nullable
    IncomingNote note(Entry entry) {
        var document = (DocumentReference) entry.resource();
        var attachments =
                document.getContent().stream().map(each -> each.getAttachment()).toList();
        var text = text(entry, attachments);
        if (text == null) {
            return null;
        }
        reportParts("DocumentReference.content", attachments);
        attachments.stream().filter(NoteReading::plain).forEach(each -> notes.add(ByteBuffer.wrap(each.getData())));
        return new IncomingNote(
                referents.key(entry),
                document.hasStatus() ? document.getStatus().toCode() : null,
                FhirValues.concept(document.getType()),
                FhirValues.concepts(document.getCategory()),
                FhirValues.time(document.getDateElement()),
                referents.mentions(document.getAuthor()),
                referents.mention(document.getCustodian()),
                referents.mentions(document.getContext().getEncounter()),
                document.hasDescription()
                        ? document.getDescription()
                        : attachments.getFirst().getTitle(),
                text);
    }

    /** The report, or null when all it holds is the text of a note that was taken. */
    @Nullable
    IncomingReport report(Entry entry) {
        var report = (DiagnosticReport) entry.resource();
        var forms = report.getPresentedForm();
        var repeats = !forms.isEmpty()
                && forms.stream().allMatch(form -> form.hasData() && notes.contains(ByteBuffer.wrap(form.getData())));
        if (repeats && !report.hasResult() && !report.hasConclusion() && !report.hasConclusionCode()) {
            return null;
        }
        if (repeats) {
            tally.partLeftOut("DiagnosticReport.presentedForm", LeftOutReason.REPEATS_A_NOTE);
        } else {
            reportParts("DiagnosticReport.presentedForm", forms);
        }
        return new IncomingReport(
                referents.key(entry),
                report.hasStatus() ? report.getStatus().toCode() : null,
                FhirValues.required(report.getCode()),
                FhirValues.concepts(report.getCategory()),
                ObservationReading.start(report.getEffective()),
                ObservationReading.end(report.getEffective()),
                FhirValues.instant(report.getIssuedElement()),
                referents.mentions(report.getPerformer()),
                referents.mention(report.getEncounter()),
                referents.mentions(report.getResult()),
                report.getConclusion(),
                FhirValues.concepts(report.getConclusionCode()),
                repeats ? null : text(entry, forms));
    }

    private void reportParts(String path, List<Attachment> attachments) {
        attachments.stream()
                .filter(each -> !plain(each))
                .forEach(each -> tally.partLeftOut(path, LeftOutReason.NOT_PLAIN_TEXT));
    }

    private static @Nullable String text(Entry entry, List<Attachment> attachments) {
        var text = attachments.stream()
                .filter(NoteReading::plain)
                .map(each -> decode(entry, each))
                .collect(Collectors.joining("\n\n"));
        return text.isBlank() ? null : text;
    }

    private static boolean plain(Attachment attachment) {
        return attachment.hasData() && type(attachment).split(";", 2)[0].strip().equals(PLAIN_TEXT);
    }

    private static String type(Attachment attachment) {
        return String.valueOf(attachment.getContentType()).toLowerCase(Locale.ROOT);
    }

    private static String decode(Entry entry, Attachment attachment) {
        var field = entry.resource() instanceof DiagnosticReport ? ".presentedForm" : ".content";
        try {
            var text = charset(attachment)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(attachment.getData()))
                    .toString();
            if (!TreeCheck.clean(text)) {
                throw new Refused(entry.path() + field, Fault.CONTROL_CHARACTER);
            }
            return text;
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException unreadable) {
            throw new Refused(entry.path() + field, Fault.NOTE_UNREADABLE);
        }
    }

    private static Charset charset(Attachment attachment) {
        for (var parameter : type(attachment).split(";")) {
            var pair = parameter.split("=", 2);
            if (pair.length == 2 && pair[0].strip().equals("charset")) {
                return Charset.forName(pair[1].strip().replace("\"", ""));
            }
        }
        return StandardCharsets.UTF_8;
    }
}
