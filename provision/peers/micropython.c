// Starts MicroPython's Unix port, which a wheel holds as a library for Python to load: `micropython FILE [ARGS…]`.
//
// The library's own main function wants nothing of Python. The names that the rest of the library asks for are defined in
// stand-ins.c, which is made from the library itself: there is nothing behind them, and nobody calls them.
#include <dlfcn.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <unistd.h>

#define LIBRARY "micropython.so"
#define MAIN "micropython_unix_main"

typedef int (*main_function)(int, char **);

static main_function find_main(void) {
    char path[PATH_MAX], library[PATH_MAX + sizeof LIBRARY];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
    if (length < 0) {
        return NULL;
    }
    path[length] = '\0';
    snprintf(library, sizeof library, "%s/" LIBRARY, dirname(path));
    void *port = dlopen(library, RTLD_LAZY);
    return port ? (main_function)dlsym(port, MAIN) : NULL;
}

int main(int argc, char **argv) {
    main_function run = find_main();
    if (!run) {
        const char *why = dlerror();
        fprintf(stderr, "micropython: %s\n", why ? why : "cannot find " LIBRARY);
        return 127;
    }
    return run(argc, argv);
}
