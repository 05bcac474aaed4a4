package org.relais.assessment;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.relais.assessment.Forms.EarlierTotal;
import org.relais.shared.Severity;

/**
 * What an entry of this room carries in the timeline, to be drawn without a further question to the database. Words are
 * not stored: bands, alerts and reasons are codes of the rule's version.
 *
 * @param instrument the code of the rule
 * @param version its version
 * @param total null unless scored
 * @param band the code of the band or risk; null unless scored
 * @param profile the band profile used, or how saturation was read
 * @param previous the totals before this one at the same centre, oldest first, at most four
 * @param since the time between the last of them and this one; null without one
 * @param alerts the codes of the item alerts that fired
 * @param parts the scores of some of the items, in the order of the rule file
 * @param reason the code of the reason why it could not be used
 * @param missing the parameters of the early-warning score that were not measured
 * @param measured the vital signs as they were read, each in its own unit
 * @param bloodEquivalent of the breath alcohol reading, in g/L of blood
 */
public record EntryDetail(
        String instrument,
        int version,
        AssessmentStatus status,
        @Nullable Integer total,
        @Nullable String band,
        @Nullable Severity severity,
        @Nullable String profile,
        List<Integer> previous,
        @Nullable Duration since,
        List<String> alerts,
        List<PartResult> parts,
        @Nullable String reason,
        @Nullable String reasonDetail,
        List<EarlyWarningParameter> missing,
        Map<VitalSign, BigDecimal> measured,
        @Nullable BigDecimal bloodEquivalent) {

    public EntryDetail {
        previous = List.copyOf(previous);
        alerts = List.copyOf(alerts);
        parts = List.copyOf(parts);
        missing = List.copyOf(missing);
        measured = Map.copyOf(measured);
    }

    /** How much the total rose, negative when it fell; empty without a total or an earlier one. */
    public Optional<Integer> change() {
        return total == null || previous.isEmpty() ? Optional.empty() : Optional.of(total - previous.getLast());
    }

    static EntryDetail of(
            Form form,
            List<EarlierTotal> newestFirst,
            List<EarlyWarningParameter> missing,
            VitalSigns signs,
            @Nullable BigDecimal bloodEquivalent) {
        var measured = new EnumMap<VitalSign, BigDecimal>(VitalSign.class);
        for (var sign : VitalSign.values()) {
            var value = signs.measured(sign);
            if (value != null) {
                measured.put(sign, value);
            }
        }
        return new EntryDetail(
                form.instrument(),
                form.version(),
                form.status(),
                form.total(),
                form.band(),
                form.severity(),
                form.profile(),
                newestFirst.reversed().stream().map(EarlierTotal::total).toList(),
                newestFirst.isEmpty()
                        ? null
                        : Duration.between(newestFirst.getFirst().occurredAt(), form.occurredAt()),
                form.alerts(),
                form.parts(),
                form.reason(),
                form.reasonDetail(),
                missing,
                measured,
                bloodEquivalent);
    }

    /** As the timeline stores it. */
    Map<String, String> texts() {
        var texts = new HashMap<String, String>();
        texts.put("instrument", instrument);
        texts.put("version", String.valueOf(version));
        texts.put("status", status.name());
        put(texts, "total", total);
        put(texts, "band", band);
        put(texts, "severity", severity);
        put(texts, "profile", profile);
        putList(texts, "previous", previous);
        put(texts, "minutes", since == null ? null : since.toMinutes());
        putList(texts, "alerts", alerts);
        put(texts, "parts", parts.isEmpty() ? null : PartResult.text(parts));
        put(texts, "reason", reason);
        put(texts, "reasonDetail", reasonDetail);
        putList(texts, "missing", missing);
        measured.forEach((sign, value) -> texts.put(sign.field(), value.toPlainString()));
        put(texts, "bloodEquivalent", bloodEquivalent == null ? null : bloodEquivalent.toPlainString());
        return texts;
    }

    /** Reads what {@link #texts} stored; empty for a row cut to its summary, which carries nothing. */
    public static Optional<EntryDetail> read(Map<String, String> texts) {
        var instrument = texts.get("instrument");
        var version = texts.get("version");
        var status = texts.get("status");
        if (instrument == null || version == null || status == null) {
            return Optional.empty();
        }
        var total = texts.get("total");
        var severity = texts.get("severity");
        var minutes = texts.get("minutes");
        var equivalent = texts.get("bloodEquivalent");
        var measured = Arrays.stream(VitalSign.values())
                .filter(sign -> texts.containsKey(sign.field()))
                .collect(Collectors.toMap(sign -> sign, sign -> new BigDecimal(texts.getOrDefault(sign.field(), "0"))));
        return Optional.of(new EntryDetail(
                instrument,
                Integer.parseInt(version),
                AssessmentStatus.valueOf(status),
                total == null ? null : Integer.valueOf(total),
                texts.get("band"),
                severity == null ? null : Severity.valueOf(severity),
                texts.get("profile"),
                list(texts, "previous").stream().map(Integer::valueOf).toList(),
                minutes == null ? null : Duration.ofMinutes(Long.parseLong(minutes)),
                list(texts, "alerts"),
                PartResult.read(texts.get("parts")),
                texts.get("reason"),
                texts.get("reasonDetail"),
                list(texts, "missing").stream()
                        .map(EarlyWarningParameter::valueOf)
                        .toList(),
                measured,
                equivalent == null ? null : new BigDecimal(equivalent)));
    }

    private static void put(Map<String, String> texts, String key, @Nullable Object value) {
        if (value != null) {
            texts.put(key, value.toString());
        }
    }

    private static void putList(Map<String, String> texts, String key, List<?> values) {
        if (!values.isEmpty()) {
            texts.put(key, values.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
    }

    private static List<String> list(Map<String, String> texts, String key) {
        var text = texts.get(key);
        return text == null ? new ArrayList<>() : Arrays.asList(text.split(",", -1));
    }
}
