package dev.dormouse.app.storm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * What lets a process start fast: DuckDB's library unpacked once (each kill would leave a copy), and class folders as
 * jars, because the virtual machine keeps archives of classes for jars alone.
 */
record Libraries(Path natives, Path archive, String classPath) {

    private static final String DUCKDB = "duckdb_jdbc";

    static Libraries in(Path folder) throws IOException {
        List<String> classPath = new ArrayList<>();
        String present = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : present.split(java.io.File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                Path jar = folder.resolve("classes" + classPath.size() + ".jar");
                pack(path, jar);
                classPath.add(jar.toString());
            } else if (Files.exists(path)) {
                classPath.add(entry);
                unpack(path, folder);
            }
        }
        return new Libraries(folder, folder.resolve("classes.jsa"), String.join(java.io.File.pathSeparator, classPath));
    }

    boolean isArchived() {
        return Files.exists(archive);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (Stream<Path> files = Files.walk(classes);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.setLevel(0);
            for (Path file : files.sorted().toList()) {
                String name = classes.relativize(file).toString().replace(java.io.File.separatorChar, '/');
                // Folders have entries too: migrations are found by looking for theirs.
                boolean folder = Files.isDirectory(file);
                zip.putNextEntry(new ZipEntry(folder ? name + "/" : name));
                if (!folder) {
                    Files.copy(file, zip);
                }
                zip.closeEntry();
            }
        }
    }

    /** DuckDB's jar carries its library under a name that says for which machine. */
    private static void unpack(Path jar, Path folder) throws IOException {
        if (!String.valueOf(jar.getFileName()).contains(DUCKDB)) {
            return;
        }
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : System.getProperty("os.arch");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry library = zip.getEntry("libduckdb_java.so_linux_" + machine);
            if (library != null) {
                try (InputStream in = zip.getInputStream(library);
                        OutputStream out = Files.newOutputStream(folder.resolve("libduckdb_java.so"))) {
                    in.transferTo(out);
                }
            }
        }
    }
}
