package org.relais.plan;

import java.util.List;

/**
 * A person's reviews, the latest first, each in the version that holds, cut to what may be read.
 *
 * @param reviews those in full
 * @param titles those of which only the existence and author may be read
 * @param hidden how many exist of which nothing may be read
 */
public record ReviewList(List<ReviewRow> reviews, List<ReviewTitle> titles, int hidden) {

    public ReviewList {
        reviews = List.copyOf(reviews);
        titles = List.copyOf(titles);
    }
}
