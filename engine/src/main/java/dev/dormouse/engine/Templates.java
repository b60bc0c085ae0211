package dev.dormouse.engine;

import com.samskivert.mustache.Mustache;
import dev.dormouse.core.workflow.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts of notices: {@code NAME.txt}, whose first line is the subject, and {@code NAME.html} where there is one, in
 * Mustache. A file in the configuration's {@code templates} folder replaces the one that ships with the program.
 */
public final class Templates {

    private static final Mustache.Compiler TEXT = Mustache.compiler().escapeHTML(false);
    private static final Mustache.Compiler HTML = Mustache.compiler().escapeHTML(true);

    private final Path folder;

    /** @param folder need not exist */
    public Templates(Path folder) {
        this.folder = folder;
    }

    /**
     * A notice with its values filled in.
     *
     * @throws EngineException where there is no such template, it cannot be read, or it uses a value that is not given
     */
    Rendered render(String name, Map<String, Object> values) {
        String text = find(name + ".txt");
        if (text == null) {
            throw new EngineException("there is no template '" + name + "': write " + folder.resolve(name + ".txt")
                    + ", the subject in its first line");
        }
        String html = find(name + ".html");
        String filled = fill(TEXT, name + ".txt", text, values);
        int firstLine = filled.indexOf('\n');
        String subject = firstLine < 0 ? filled : filled.substring(0, firstLine);
        String body = firstLine < 0 ? "" : filled.substring(firstLine + 1).strip() + "\n";
        return new Rendered(subject.strip(), body, html == null ? "" : fill(HTML, name + ".html", html, values));
    }

    /**
     * What keeps a notice of that workflow from being written; null for nothing.
     *
     * @param deadline any one; null for a notice that has none
     */
    public @Nullable String fault(Workflow document, String name, @Nullable Instant deadline) {
        try {
            render(name, Values.sample(document, deadline).forTemplates());
            return null;
        } catch (EngineException e) {
            return e.getMessage();
        }
    }

    private static String fill(Mustache.Compiler compiler, String name, String template, Map<String, Object> values) {
        try {
            return compiler.compile(template).execute(values);
        } catch (com.samskivert.mustache.MustacheException e) {
            throw new EngineException("template " + name + ": " + e.getMessage());
        }
    }

    private @Nullable String find(String file) {
        try {
            Path own = folder.resolve(file);
            if (Files.exists(own)) {
                return Files.readString(own);
            }
            try (InputStream shipped = Templates.class.getResourceAsStream("/templates/" + file)) {
                return shipped == null ? null : new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new EngineException("the template " + file + " cannot be read: " + e);
        }
    }

    record Rendered(String subject, String text, String html) {}
}
