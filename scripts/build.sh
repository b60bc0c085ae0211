# Builds what ./dormouse starts: cli/target/dormouse, and its AOT cache. Sourced by ./dormouse, which sets root,
# distribution and java_home, and whose sources_changed and cache_fits are asked again once the lock is held.

build_log=$root/target/dormouse-build.log

build_distribution() {
    mkdir -p "$root/target"
    lock
    if sources_changed; then
        compile
    fi
    if ! cache_fits; then
        train
    fi
    unlock
}

compile() {
    run_java=$java_home
    find_java build || { no_java "dormouse (to build itself)"; exit 1; }
    command -v mvn >/dev/null || { echo "dormouse: needs Maven (mvn) 3.8 or newer on PATH to build itself." >&2; exit 1; }
    if [ -f "$distribution/built" ]; then
        echo "Building Dormouse (sources changed)…" >&2
    else
        echo "Building Dormouse (first use; about a minute)…" >&2
    fi
    # What changes while the build runs must count as changed afterwards, so the stamp dates from before it.
    : >"$root/target/dormouse-build.began"
    # Formatting and tests cannot change the program that comes out; scripts/verify looks at both.
    if ! (cd "$root" && JAVA_HOME=$java_home mvn -q -B -Dstyle.color=never -T 1C -Dmaven.test.skip=true -Dspotless.check.skip=true \
        -pl cli -am package) >"$build_log" 2>&1; then
        echo "dormouse: the build failed. The whole log is in $build_log; it ends with:" >&2
        grep -v -e 'WARNING: ' -e '^\[ERROR\] *$' -e 'Help 1' -e 're-run Maven' -e 'Re-run Maven' \
            -e 'For more information' -e 'correcting the problems' -e 'mvn <args>' "$build_log" | tail -n 15 >&2
        exit 1
    fi
    mv "$root/target/dormouse-build.began" "$distribution/built"
    java_home=$run_java
}

# One run over the lines of cli/src/training/commands records the classes that a start needs. The cache and the note
# appear by renaming: another process sees all of them or nothing.
train() {
    rm -rf "$distribution/training"
    cp -R "$root/cli/src/training" "$distribution/training"
    cp "$root/examples/github-exports/dormouse.yaml" "$distribution/training/" 2>/dev/null || true
    "$java_home/bin/java" -XX:AOTCacheOutput="$distribution/training/dormouse.aot" -XX:+UseSerialGC \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        -Djava.library.path="$distribution/native" -Dorg.sqlite.lib.path="$distribution/native" \
        -cp "$distribution/dormouse.jar" dev.dormouse.cli.AotTraining "$distribution/training/commands" \
        >"$root/target/dormouse-training.log" 2>&1 || true
    mv -f "$distribution/training/dormouse.aot" "$distribution/dormouse.aot" 2>/dev/null || rm -f "$distribution/dormouse.aot"
    echo "$java_home" >"$distribution/training/trained"
    mv -f "$distribution/training/trained" "$distribution/trained"
    rm -rf "$distribution/training"
}

# The kernel frees a flock when its holder dies. Where there is no flock (macOS), a folder with the holder's id is the lock.
lock() {
    if command -v flock >/dev/null; then
        exec 9>"$root/target/dormouse-build.lock"
        flock -n 9 || { echo "Another dormouse is building; waiting for it…" >&2; flock 9; }
        return
    fi
    lock_folder=$root/target/dormouse-build.locked
    until mkdir "$lock_folder" 2>/dev/null; do
        holder=$(cat "$lock_folder/pid" 2>/dev/null) || holder=
        if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
            rm -rf "$lock_folder"
        fi
        sleep 1
    done
    echo $$ >"$lock_folder/pid"
    trap 'rm -rf "$lock_folder"' EXIT
}

unlock() {
    if command -v flock >/dev/null; then
        exec 9>&-
        return
    fi
    trap - EXIT
    rm -rf "$lock_folder"
}
