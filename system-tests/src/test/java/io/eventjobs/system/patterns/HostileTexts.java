package io.eventjobs.system.patterns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Texts that are hard for a regular expression: for each of its repetitions, what leads to it, then very much of what it repeats, then
 * something that does not fit; and very many beginnings of what it looks for.
 */
final class HostileTexts {
    private static final String CHARACTERS = "a 1-<\n/:.,\"'(x_z\t[]{}=&;>|#*!?%@\\+~`^$)e0Zé\u00a0\u2028中\u0001"
            + "bcdfghijklmnopqrstuvwyABCDEFGHIJKLMNOPQRSTUVWXY23456789–—…“”«»";
    private static final List<String> ENDS = List.of("\u0001", "", "\n\u0001", "a", " !");
    private static final int SAMPLES = 4;

    /** A repetition of at most this many is no danger by itself. */
    private static final int HARMLESS = 20;

    private final int flags;
    private final ExpressionTree tree;
    private final Random random = new Random(1);
    private final Map<String, List<String>> characters = new HashMap<>();

    HostileTexts(Pattern pattern) {
        this.flags = pattern.flags();
        this.tree = ExpressionTree.of(pattern.pattern());
    }

    /** A text that grows with the number of repetitions. */
    record Hostile(String start, String repeated, String end) {
        String times(int repetitions) {
            return start + repeated.repeat(repetitions) + end;
        }

        @Override
        public String toString() {
            return "'" + start + "' + '" + repeated + "' x n + '" + end + "'";
        }
    }

    List<Hostile> all() {
        List<ExpressionTree.Repetition> repetitions = new ArrayList<>();
        collect(tree, repetitions);
        List<Hostile> texts = new ArrayList<>();
        for (ExpressionTree.Repetition repetition : repetitions) {
            for (int sample = 0; sample < SAMPLES; sample++) {
                StringBuilder start = new StringBuilder();
                writeUntil(tree, repetition, start);
                String repeated = sample(repetition.part());
                for (String end : ENDS) {
                    texts.add(new Hostile(start.toString(), repeated, end));
                    texts.add(new Hostile("", repeated, end));
                    texts.add(new Hostile("", start + repeated, end));
                }
            }
        }
        return texts.stream()
                .filter(text -> !text.repeated().isEmpty())
                .distinct()
                .toList();
    }

    private static void collect(ExpressionTree tree, List<ExpressionTree.Repetition> found) {
        switch (tree) {
            case ExpressionTree.One one -> {}
            case ExpressionTree.Nothing nothing -> {}
            case ExpressionTree.Sequence sequence -> sequence.parts().forEach(part -> collect(part, found));
            case ExpressionTree.Choice choice -> choice.options().forEach(option -> collect(option, found));
            case ExpressionTree.Repetition repetition -> {
                if (repetition.max() > HARMLESS) {
                    found.add(repetition);
                }
                collect(repetition.part(), found);
            }
        }
    }

    /** Writes what comes before this repetition; returns whether it was met. */
    private boolean writeUntil(ExpressionTree tree, ExpressionTree.Repetition end, StringBuilder text) {
        return switch (tree) {
            case ExpressionTree.Sequence sequence -> {
                for (ExpressionTree part : sequence.parts()) {
                    if (writeUntil(part, end, text)) {
                        yield true;
                    }
                }
                yield false;
            }
            case ExpressionTree.Choice choice -> {
                for (ExpressionTree option : choice.options()) {
                    StringBuilder start = new StringBuilder();
                    if (writeUntil(option, end, start)) {
                        text.append(start);
                        yield true;
                    }
                }
                text.append(sample(choice));
                yield false;
            }
            case ExpressionTree.Repetition repetition -> {
                if (repetition == end) {
                    yield true;
                }
                StringBuilder start = new StringBuilder();
                if (writeUntil(repetition.part(), end, start)) {
                    text.append(start);
                    yield true;
                }
                text.append(sample(repetition));
                yield false;
            }
            case ExpressionTree.One one -> {
                text.append(sample(one));
                yield false;
            }
            case ExpressionTree.Nothing nothing -> false;
        };
    }

    private String sample(ExpressionTree tree) {
        return switch (tree) {
            case ExpressionTree.One one -> {
                List<String> fitting = characters.computeIfAbsent(one.source(), this::fitting);
                yield fitting.isEmpty() ? "" : fitting.get(random.nextInt(fitting.size()));
            }
            case ExpressionTree.Nothing nothing -> "";
            case ExpressionTree.Sequence sequence ->
                sequence.parts().stream().map(this::sample).reduce("", String::concat);
            case ExpressionTree.Choice choice ->
                sample(choice.options().get(random.nextInt(choice.options().size())));
            case ExpressionTree.Repetition repetition -> {
                int count = Math.min(repetition.max(), repetition.min() + random.nextInt(2));
                yield IntStream.range(0, count)
                        .mapToObj(i -> sample(repetition.part()))
                        .reduce("", String::concat);
            }
        };
    }

    /** The first few of the characters that this part of the expression matches. */
    private List<String> fitting(String source) {
        Pattern one = Pattern.compile(source, flags);
        return CHARACTERS
                .chars()
                .mapToObj(Character::toString)
                .filter(character -> one.matcher(character).matches())
                .limit(6)
                .toList();
    }
}
