ROOMS = {
    "hall": {"text": "a dusty hall", "exits": {"north": "kitchen", "east": "library"}, "items": ["lamp"]},
    "kitchen": {"text": "a cold kitchen", "exits": {"south": "hall"}, "items": ["knife", "bread"]},
    "library": {"text": "a quiet library", "exits": {"west": "hall", "up": "attic"}, "items": ["book"]},
    "attic": {"text": "a dark attic", "exits": {"down": "library"}, "items": ["treasure"]},
}


class Game:
    def __init__(self):
        self.room = "hall"
        self.inventory = []
        self.moves = 0

    def do_look(self):
        room = ROOMS[self.room]
        items = ", ".join(room["items"]) or "nothing"
        return f"You are in {room['text']}. Exits: {', '.join(room['exits'])}. You see: {items}."

    def do_go(self, way):
        exits = ROOMS[self.room]["exits"]
        if way not in exits:
            return f"You cannot go {way}."
        if exits[way] == "attic" and "lamp" not in self.inventory:
            return "It is too dark up there."
        self.room = exits[way]
        self.moves += 1
        return self.do_look()

    def do_take(self, item):
        if item not in ROOMS[self.room]["items"]:
            return f"There is no {item} here."
        ROOMS[self.room]["items"].remove(item)
        self.inventory.append(item)
        return f"Taken: {item}."

    def do_inventory(self):
        return "You carry " + (" and ".join(self.inventory) if self.inventory else "nothing") + "."

    def command(self, line):
        verb, *args = line.split()
        method = getattr(self, "do_" + verb, None)
        if method is None:
            return f"I do not know how to {verb}."
        return method(*args)


game = Game()
script = "look;inventory;go east;go up;go west;take lamp;take lamp;go east;go up;take treasure;dance;inventory"
for line in script.split(";"):
    print(">", line)
    print(game.command(line))
print("moves:", game.moves, "won:", "treasure" in game.inventory)
