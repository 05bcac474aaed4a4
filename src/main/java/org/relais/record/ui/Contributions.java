package org.relais.record.ui;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.relais.access.Grant;
import org.relais.access.Level;
import org.relais.record.page.ComposerType;
import org.relais.record.page.ComposerTypes;
import org.relais.record.page.EntryDecoration;
import org.relais.record.page.EntryThread;
import org.relais.record.page.RecordBanner;
import org.relais.record.page.RecordContext;
import org.relais.record.page.RecordSection;
import org.relais.record.page.RecordSide;
import org.relais.uikit.RefusalOffer;

/** What the rooms contribute to the page, in order. */
@Component
class Contributions {

    private static final EntryDecoration PLAIN = new PlainDecoration();

    private final ObjectProvider<RecordSection> sections;
    private final ObjectProvider<ComposerType> composerTypes;
    private final ObjectProvider<ComposerTypes> families;
    private final ObjectProvider<EntryDecoration> decorations;
    private final ObjectProvider<RefusalOffer> offers;
    private final ObjectProvider<RecordBanner> banners;
    private final ObjectProvider<RecordSide> sides;
    private final ObjectProvider<EntryThread> threads;

    Contributions(
            ObjectProvider<RecordSection> sections,
            ObjectProvider<ComposerType> composerTypes,
            ObjectProvider<ComposerTypes> families,
            ObjectProvider<EntryDecoration> decorations,
            ObjectProvider<RefusalOffer> offers,
            ObjectProvider<RecordBanner> banners,
            ObjectProvider<RecordSide> sides,
            ObjectProvider<EntryThread> threads) {
        this.sections = sections;
        this.composerTypes = composerTypes;
        this.families = families;
        this.decorations = decorations;
        this.offers = offers;
        this.banners = banners;
        this.sides = sides;
        this.threads = threads;
    }

    /** The sections of which the grant's role may read at least a summary. */
    List<RecordSection> sections(Grant record) {
        return sections.stream()
                .filter(section -> record.level(section.section()).atLeast(Level.SUMMARY))
                .filter(section -> section.offered(record))
                .sorted(Comparator.comparingInt(RecordSection::order))
                .toList();
    }

    Optional<RecordSection> section(Grant record, String path) {
        return sections(record).stream()
                .filter(section -> section.path().equals(path))
                .findFirst();
    }

    /** What the grant's role may add. */
    List<ComposerType> composerTypes(Grant record) {
        return Stream.concat(composerTypes.stream(), families.stream().flatMap(family -> family.all().stream()))
                .filter(type -> record.mayWrite(type.section()))
                .filter(type -> type.offeredTo(record.actor().role()))
                .sorted(Comparator.comparingInt(ComposerType::order))
                .toList();
    }

    /** What is offered where a part of the open record is locked to its reader. */
    Optional<com.vaadin.flow.component.Component> refusalOffer(String path) {
        return offers.stream()
                .filter(RefusalOffer::opensWhatIsLocked)
                .flatMap(offer -> offer.create(path).stream())
                .findFirst();
    }

    /** What stands above everything else. */
    List<com.vaadin.flow.component.Component> banners(RecordContext context) {
        return banners.stream().map(banner -> banner.create(context)).toList();
    }

    /** What stands in the right-hand column above what is due. */
    List<RecordSide> sides(Grant record) {
        return sides.stream()
                .filter(side -> side.offered(record))
                .sorted(Comparator.comparingInt(RecordSide::order))
                .toList();
    }

    /** What ties entries to something outside the record. */
    List<EntryThread> threads() {
        return threads.orderedStream().toList();
    }

    /** How entries are drawn, by type; rows without one are drawn plainly. */
    Decorations decorations() {
        var byType = new HashMap<String, EntryDecoration>();
        decorations.stream().forEach(decoration -> decoration.types().forEach(type -> byType.put(type, decoration)));
        return new Decorations(Map.copyOf(byType));
    }

    /** The decorations of one page. */
    record Decorations(Map<String, EntryDecoration> byType) {

        EntryDecoration of(@Nullable String type) {
            return type == null ? PLAIN : byType.getOrDefault(type, PLAIN);
        }
    }

    /** Draws an entry from its own words. */
    private static final class PlainDecoration implements EntryDecoration {

        @Override
        public Set<String> types() {
            return Set.of();
        }
    }
}
