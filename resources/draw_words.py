"""What a drawn scene is, and the ways people put one into words."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

OBJECTS = Path(__file__).resolve().parent / "drawn_objects.txt"

COLOURS = {
    "red": (214, 32, 38), "orange": (245, 132, 24), "yellow": (246, 212, 30), "green": (44, 154, 62),
    "blue": (36, 92, 210), "purple": (132, 54, 170), "pink": (244, 128, 178),
    "black": (24, 24, 28), "white": (248, 248, 248), "brown": (126, 78, 42),
}  # fmt: skip
TINTS = ("red", "orange", "yellow", "green", "blue", "purple", "pink")
SHAPES = ("circle", "square", "triangle", "star", "cross", "hexagon", "oval")
PLACES = {
    "lake": ("at the lake", "on a lake", "on the water"),
    "beach": ("on the beach", "at the seaside", "at the beach"),
    "meadow": ("on the grass", "in a meadow", "in a field"),
    "night": ("at night", "in the dark", "under the stars"),
    "snow": ("in the snow", "in winter", "on snow"),
    "desert": ("in the desert", "on the sand dunes", "in a desert"),
    "room": ("in a room", "in the house", "indoors"),
    "road": ("on the road", "in the street", "on a road"),
}
RELATIONS = {
    "left": (("left of", "to the left of", "on the left of"), ("right of", "to the right of", "on the right of")),
    "above": (("above", "over", "on top of"), ("below", "under", "beneath")),
}
STARTS = ("", "", "", "", "a picture of ", "a photo of ", "picture of ", "photo with ", "the photo with ")
NUMBERS = {2: ("two", "2"), 3: ("three", "3"), 4: ("four", "4")}
IRREGULAR = {
    "mouse": "mice", "computer mouse": "computer mice", "goose": "geese", "wolf": "wolves", "tooth": "teeth",
    "knife": "knives", "loaf": "loaves", "leaf": "leaves", "man": "men", "woman": "women", "policeman": "policemen",
    "snowman": "snowmen", "sheep": "sheep", "fish": "fish",
}  # fmt: skip


@dataclass(frozen=True)
class Thing:
    """``count`` (1 to 4) equal objects or shapes; ``name`` is the first name of its line in drawn_objects.txt."""

    name: str
    colour: str | None = None
    count: int = 1
    size: str | None = None


@dataclass(frozen=True)
class Scene:
    """One to three things; ``relation`` (left, above) says where the first of two is."""

    things: tuple[Thing, ...]
    relation: str | None = None
    place: str | None = None

    @property
    def held_out(self) -> bool:
        """One in eight of the combinations: never drawn for training, whatever their place and relation."""
        key = "|".join(sorted(f"{thing.name}/{thing.colour}/{thing.count}" for thing in self.things))
        plain = len(self.things) == 1 and self.things[0].colour is None
        return not plain and zlib.crc32(key.encode()) % 8 == 0


def read_objects() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Name -> (its drawings, one character each; all its names)."""
    found = {}
    for line in OBJECTS.read_text(encoding="utf-8").splitlines():
        drawings, _, names = line.partition(" ")
        words = tuple(names.split(", "))
        found[words[0]] = (drawings, words)
    return found


NAMES = {name: words for name, (_, words) in read_objects().items()}


def make_scene(random: Random, things: int | None = None) -> Scene:
    """A scene of ``things`` different things, of one to three when None."""
    number = things or random.choices((1, 2, 3), (35, 50, 15))[0]
    made: list[Thing] = []
    while len(made) < number:
        thing = make_thing(random, number)
        if thing.name not in [other.name for other in made]:
            made.append(thing)
    relation = random.choice(tuple(RELATIONS)) if number == 2 and random.random() < 0.4 else None
    place = random.choice(tuple(PLACES)) if random.random() < 0.4 else None
    return Scene(tuple(made), relation, place)


def make_thing(random: Random, beside: int) -> Thing:
    colour = None
    if random.random() < 0.15:
        name, colour = random.choice(SHAPES), random.choice(tuple(COLOURS))
    else:
        name = random.choice(tuple(NAMES))
        if random.random() < 0.3:
            colour = random.choice(TINTS)
    count, size = 1, None
    if random.random() < (0.25 if beside == 1 else 0.12 if beside == 2 else 0):
        count = random.choice(tuple(NUMBERS))
    elif beside == 1 and random.random() < 0.2:
        size = random.choice(("small", "big"))
    return Thing(name, colour, count, size)


def vary(scene: Scene, random: Random) -> Scene:
    """The scene with one thing about it changed: what a model must not confuse it with."""
    things = list(scene.things)
    which = random.randrange(len(things))
    thing = things[which]
    ways = ["object"]
    if thing.colour:
        ways += ["colour", "colour"]
    if len(things) == 2 and things[0].colour and things[1].colour and things[0].colour != things[1].colour:
        ways += ["exchange", "exchange"]
    if thing.count > 1:
        ways += ["count", "count"]
    if scene.relation:
        ways += ["relation", "relation", "turn"]
    if scene.place:
        ways += ["place"]
    match random.choice(ways):
        case "relation":
            return replace(scene, things=scene.things[::-1])
        case "turn":
            return replace(scene, relation="above" if scene.relation == "left" else "left")
        case "place":
            return replace(scene, place=random.choice([place for place in PLACES if place != scene.place]))
        case "exchange" if all(thing.colour in TINTS for thing in things):
            first, second = things
            things = [replace(first, colour=second.colour), replace(second, colour=first.colour)]
        case "colour":
            things[which] = replace(thing, colour=random.choice([name for name in TINTS if name != thing.colour]))
        case "count":
            others = [count for count in (1, 2, 3, 4) if count != thing.count]
            things[which] = replace(thing, count=random.choice(others))
        case _:
            names = [name for name in NAMES if name not in [other.name for other in things]]
            colour = thing.colour if thing.colour in TINTS else None
            things[which] = replace(thing, name=random.choice(names), colour=colour)
    return replace(scene, things=tuple(things))


def caption(scene: Scene, random: Random, *, partial: bool = False) -> str:
    """One of many ways to say what the scene shows; ``partial`` may leave out a thing, a colour or the place."""
    things = list(scene.things)
    place = scene.place
    if partial:
        if len(things) > 1 and random.random() < 0.5:
            things.pop(random.randrange(len(things)))
        things = [replace(thing, colour=None) if thing.name in NAMES and random.random() < 0.3 else thing
                  for thing in things]  # fmt: skip
        place = place if random.random() < 0.5 else None
    said = [phrase(thing, random) for thing in things]
    if scene.relation and len(said) == 2:
        forward, backward = RELATIONS[scene.relation]
        first, second = said
        way, other_way = random.choice(forward), random.choice(backward)
        text = random.choice((f"{first} {way} {second}", f"{second} {other_way} {first}"))
    elif len(said) == 1:
        text = said[0]
    else:
        random.shuffle(said)
        text = f"{', '.join(said[:-1])} {random.choice(('and', 'and', 'with', 'next to', 'beside'))} {said[-1]}"
    if place:
        text = f"{text} {random.choice(PLACES[place])}"
    return random.choice(STARTS) + text


def phrase(thing: Thing, random: Random) -> str:
    names = NAMES.get(thing.name, (thing.name,))
    name = names[0] if random.random() < 0.6 else random.choice(names)
    words = " ".join(word for word in (thing.size, thing.colour) if word)
    if thing.count > 1:
        return " ".join(part for part in (random.choice(NUMBERS[thing.count]), words, plural(name)) if part)
    words = f"{words} {name}".strip()
    if name.endswith("s") and not name.endswith("ss"):
        return words
    article = "an" if words[0] in "aeiou" and not words.startswith(("uni", "ufo")) else "a"
    return random.choice((f"{article} {words}", f"{article} {words}", words, f"the {words}", f"one {words}"))


def plural(name: str) -> str:
    head, joint, rest = name.partition(" of ")
    if head in IRREGULAR:
        head = IRREGULAR[head]
    elif head.endswith(("ss", "sh", "ch", "x")):
        head += "es"
    elif head.endswith("y") and head[-2] not in "aeiou":
        head = head[:-1] + "ies"
    elif not head.endswith("s"):
        head += "s"
    return head + joint + rest
