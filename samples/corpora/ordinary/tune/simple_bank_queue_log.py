class Logger:
    levels = ["debug", "info", "warning", "error"]

    def __init__(self, threshold="info"):
        self.threshold = self.levels.index(threshold)
        self.lines = []

    def __getattr__(self, level):
        if level not in self.levels:
            raise AttributeError(level)

        def write(message, *args, **context):
            if self.levels.index(level) >= self.threshold:
                extra = " ".join(f"{k}={v}" for k, v in context.items())
                self.lines.append(f"[{level.upper():<7}] {message % args if args else message} {extra}".rstrip())

        return write


log = Logger()
log.debug("not shown")
log.info("started %s with %d workers", "server", 4)
log.warning("disk almost full", used="93%", path="/var")
log.error("cannot connect", host="db1", attempt=3)
print("\n".join(log.lines))
quiet = Logger("error")
quiet.info("nothing")
quiet.error("only this")
print(quiet.lines)
try:
    log.fatal("x")
except AttributeError as error:
    print("no level", error)
counts = {}
for line in log.lines + quiet.lines:
    level = line[1:8].strip()
    counts[level] = counts.get(level, 0) + 1
print(counts)
