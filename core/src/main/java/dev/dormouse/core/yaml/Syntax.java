package dev.dormouse.core.yaml;

import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in plain words what the YAML library did not understand. */
final class Syntax {

    /** What the library's words mean in most cases, found by a part of them. */
    private static final Map<String, String> PLAIN = Map.of(
            "TAB", "a tab stands where spaces belong; YAML is indented with spaces only",
            "mapping values are not allowed",
                    "a second colon on the line, or wrong indentation; put a text that contains ': ' in quotes",
            "could not find expected ':'",
                    "this line has no 'key: value'; is the colon or the space behind it missing?",
            "expected <block end>",
                    "the indentation does not fit the lines above; a key may not follow the items of a list on their level",
            "unexpected end of stream", "a quote is opened and never closed",
            "expected ',' or", "a comma or the closing bracket is missing");

    private Syntax() {}

    static void explain(String file, String text, YamlEngineException e, Faults faults) {
        switch (e) {
            case MarkedYamlEngineException marked -> faults.add(position(file, marked), problem(marked));
            case ReaderException character ->
                faults.add(
                        position(file, text, character.getPosition()),
                        "the character U+%04X is not allowed in YAML".formatted(character.getCodePoint()));
            default -> faults.add(Position.wholeFile(file), "is not YAML that can be read");
        }
    }

    private static String problem(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String plain = PLAIN.entrySet().stream()
                .filter(known -> problem.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(problem.isEmpty() ? "the text cannot be read" : problem);
        return "not valid YAML: " + plain;
    }

    private static Position position(String file, MarkedYamlEngineException e) {
        Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
        return mark == null ? Position.wholeFile(file) : new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Position position(String file, String text, int codePoints) {
        int line = 1;
        int column = 1;
        int[] points = text.codePoints().limit(codePoints).toArray();
        for (int point : points) {
            column = point == '\n' ? 1 : column + 1;
            line += point == '\n' ? 1 : 0;
        }
        return new Position(file, line, column);
    }
}
