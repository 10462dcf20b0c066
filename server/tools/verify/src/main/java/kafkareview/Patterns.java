package kafkareview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Says whether texts match patterns as Kafka asks: the whole text, in the regular expressions of Java.
 *
 * <p>Usage: {@code Patterns PAIRS OUT}, PAIRS a JSON list of [pattern, text]. Each answer is yes, no, invalid (no pattern for Java) or slow (given up after a million steps).
 */
public final class Patterns {
    private Patterns() {}

    private static final int STEPS = 1_000_000;

    public static void main(String[] arguments) throws Exception {
        List<String> answers = new ArrayList<>();
        for (JsonNode pair : new ObjectMapper().readTree(new File(arguments[0]))) answers.add(ask(pair.get(0).asText(), pair.get(1).asText()));
        Files.writeString(Path.of(arguments[1]), Json.write(answers));
    }

    private static String ask(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(new Counted(text, new int[1])).matches() ? "yes" : "no";
        } catch (PatternSyntaxException invalid) {
            return "invalid";
        } catch (TooManySteps | StackOverflowError slow) {
            return "slow";
        }
    }

    private static final class TooManySteps extends RuntimeException {
        TooManySteps() {
            super(null, null, false, false);
        }
    }

    /** A text that counts how often it is looked at: the time of a pattern without a clock. */
    private record Counted(CharSequence text, int[] steps) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (steps[0]++ > STEPS) throw new TooManySteps();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
