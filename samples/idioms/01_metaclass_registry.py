"""Idiom: a metaclass registers subclasses, here image codecs found by file extension."""


class CodecMeta(type):
    """Keeps one table of codecs, filled in as their classes are defined."""

    registry = {}

    def __new__(mcls, name, bases, namespace, **options):
        cls = super().__new__(mcls, name, bases, namespace)
        for extension in namespace.get("extensions", ()):
            mcls.registry[extension] = cls
        return cls

    def __init__(cls, name, bases, namespace, lossless=True):
        super().__init__(name, bases, namespace)
        cls.lossless = lossless

    def __contains__(cls, extension):
        return CodecMeta.registry.get(extension) is cls

    def __call__(cls, *args, **kwargs):
        codec = super().__call__(*args, **kwargs)
        codec.serial = cls.created = getattr(cls, "created", 0) + 1
        return codec


class Codec(metaclass=CodecMeta):
    def __init__(self, quality=90):
        self.quality = quality

    def describe(self):
        kind = "lossless" if self.lossless else f"quality {self.quality}"
        return f"{type(self).__name__} #{self.serial} ({kind})"


class Png(Codec):
    extensions = ("png", "apng")


class Jpeg(Codec, lossless=False):
    extensions = ("jpg", "jpeg")


class Webp(Jpeg, lossless=False):
    extensions = ("webp",)


for filename in ["logo.png", "photo.jpeg", "anim.apng", "hero.webp", "scan.tiff"]:
    codec_class = CodecMeta.registry.get(filename.rsplit(".", 1)[-1])
    print(f"{filename:<11}", codec_class(quality=75).describe() if codec_class else "no codec")

print("known:", ", ".join(sorted(CodecMeta.registry)))
print("metaclass:", type(Webp).__name__, [base.__name__ for base in Webp.__mro__])
print("membership:", "webp" in Webp, "webp" in Jpeg, "png" in Png)
