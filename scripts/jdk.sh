# Finds a Java 25 or newer. Sourced by ./dormouse and scripts/verify; POSIX sh, and no process is started on the usual way.

oldest_java=25

# Prints nothing; sets $major to the major version of the Java in folder $1, or to 0.
java_major() {
    major=0
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
    while IFS='=' read -r key value; do
        if [ "$key" = JAVA_VERSION ]; then
            value=${value#\"}
            value=${value%%[!0-9]*}
            major=${value:-0}
            return 0
        fi
    done <"$1/release"
}

# Is folder $1 good enough for $2: run, or build (which needs the compiler)?
java_suits() {
    java_major "$1"
    [ "$major" -ge "$oldest_java" ] && { [ "$2" = run ] || [ -x "$1/bin/javac" ]; }
}

# The folder of the java on PATH, behind its symbolic links.
java_on_path() {
    path_java=$(command -v java) || return 1
    path_java=$(readlink -f "$path_java" 2>/dev/null) || return 1
    path_home=${path_java%/bin/java}
}

# Sets $java_home to a Java for $1 (run or build). JAVA_HOME wins, then PATH, then the newest in the usual folders.
find_java() {
    java_home=
    if [ -n "${JAVA_HOME:-}" ] && java_suits "$JAVA_HOME" "$1"; then
        java_home=$JAVA_HOME
        return 0
    fi
    if java_on_path && java_suits "$path_home" "$1"; then
        java_home=$path_home
        return 0
    fi
    newest=0
    for folder in /usr/lib/jvm/* /usr/java/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if java_suits "$folder" "$1" && [ "$major" -gt "$newest" ]; then
            newest=$major
            java_home=$folder
        fi
    done
    [ -n "$java_home" ]
}

no_java() {
    echo "$1: needs a JDK $oldest_java or newer and found none in JAVA_HOME, on PATH, or in the usual folders (/usr/lib/jvm," \
        "/Library/Java/JavaVirtualMachines, ~/.sdkman, ~/.jdks). Install one, for example from https://adoptium.net," \
        "or set JAVA_HOME to the folder of one that you have." >&2
}
