import re

RULES = [
    (re.compile(r"my name is (\w+)", re.I), "Nice to meet you, {0}!"),
    (re.compile(r"i (?:feel|am) (\w+)", re.I), "Why are you {0}?"),
    (re.compile(r"(\d+) (plus|minus|times) (\d+)", re.I), None),
    (re.compile(r"\b(hello|hi|hey)\b", re.I), "Hello there."),
    (re.compile(r"\?$"), "That is a good question."),
]
OPERATIONS = {"plus": lambda a, b: a + b, "minus": lambda a, b: a - b, "times": lambda a, b: a * b}


class Bot:
    def __init__(self):
        self.memory = {}
        self.turns = 0

    def reply(self, text):
        self.turns += 1
        for pattern, answer in RULES:
            match = pattern.search(text)
            if not match:
                continue
            if answer is None:
                a, op, b = match.groups()
                return str(OPERATIONS[op.lower()](int(a), int(b)))
            if "name" in pattern.pattern:
                self.memory["name"] = match.group(1).capitalize()
            return answer.format(*(g.capitalize() if "name" in pattern.pattern else g for g in match.groups()))
        if "name" in self.memory:
            return f"Tell me more, {self.memory['name']}."
        return "Go on."


bot = Bot()
for line in ["hey bot", "My name is alice", "I am tired today", "what is 12 times 12", "30 MINUS 45",
             "the weather is bad", "do you like tea?", "..."]:
    print("you:", line)
    print("bot:", bot.reply(line))
print(bot.turns, bot.memory)
