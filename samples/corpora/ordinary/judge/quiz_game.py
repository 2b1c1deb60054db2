QUESTIONS = [
    ("Capital of France?", ["Rome", "Paris", "Oslo"], 1),
    ("2 + 2 * 2?", ["8", "6", "4"], 1),
    ("Largest planet?", ["Jupiter", "Mars", "Earth"], 0),
]


class Quiz:
    def __init__(self, questions):
        self.questions = questions
        self.score = 0
        self.streak = 0

    def answer(self, number, choice):
        text, options, right = self.questions[number]
        index = "abc".find(choice.lower())
        if index < 0:
            raise ValueError(f"{choice!r} is not a choice")
        if index == right:
            self.streak += 1
            self.score += 10 * self.streak
            return f"right, +{10 * self.streak}"
        self.streak = 0
        return f"wrong, it is {options[right]}"


for player, answers in {"Ann": "BBA", "Ben": "aba", "Cat": "bxa"}.items():
    quiz = Quiz(QUESTIONS)
    print(player)
    for number, choice in enumerate(answers):
        try:
            result = quiz.answer(number, choice)
        except ValueError as error:
            result = f"skipped: {error}"
        print(f"  {QUESTIONS[number][0]:<20} {choice} {result}")
    print(f"  score {quiz.score}, {quiz.score / 60:.0%}")
