"""Pictures of codes as people take them: turned, askew, in poor light, out of focus. All made here."""

import io
from collections.abc import Callable, Mapping

import numpy
import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageOps

PAPER, SCENE = 230, (1280, 960)
Bend = Callable[[Image.Image], Image.Image]


def written(text: str | bytes, format: str = "QRCode", scale: int = 4, **options: str) -> Image.Image:
    """A code as a program prints it."""
    code = zxingcpp.create_barcode(text, getattr(zxingcpp.BarcodeFormat, format), **options)
    view = memoryview(code.to_image(scale=scale))
    return Image.frombytes("L", (view.shape[1], view.shape[0]), view.tobytes())


def saved(picture: Image.Image, kind: str = "PNG", **options: int) -> bytes:
    """The bytes of a picture's file."""
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def on_paper(code: Image.Image, paper: int = PAPER) -> Image.Image:
    """The code in the middle of a sheet."""
    scene = Image.new("L", SCENE, paper)
    scene.paste(code, ((SCENE[0] - code.width) // 2, (SCENE[1] - code.height) // 2))
    return scene


def picture_of(text: str, corner: str = "") -> bytes:
    """The file of a picture of a sheet with this code in its middle, and maybe another one in its corner."""
    scene = on_paper(written(text))
    if corner:
        scene.paste(written(corner), (20, 20))
    return saved(scene)


def vcard(name: str, mail: str = "") -> str:
    """What stands in the code of somebody's badge."""
    return f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nEMAIL:{mail}\nEND:VCARD"


def turned(degrees: int) -> Bend:
    return lambda scene: scene.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=PAPER)


def askew(share: float) -> Bend:
    """Seen from the side: the right edge further away by this share of the height."""

    def bend(scene: Image.Image) -> Image.Image:
        width, height = scene.size
        out = height * share
        corners = (0, 0, 0, height, width, height + out, width, -out)
        return scene.transform(scene.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)

    return bend


def shaded(scene: Image.Image) -> Image.Image:
    """A lamp below, a shadow above."""
    lamp = Image.linear_gradient("L").resize(scene.size).point(lambda value: 110 + value * 145 // 255)
    return ImageChops.multiply(scene, lamp)


def faint(scene: Image.Image) -> Image.Image:
    return scene.point(lambda value: 120 + value * 16 // 255)


def grain(size: tuple[int, int], sigma: float, seed: int) -> Image.Image:
    """Grey noise around 128, the same at each run, as Pillow's own can't be."""
    drawn = numpy.random.default_rng(seed).normal(128, sigma, size[::-1])
    return Image.fromarray(drawn.clip(0, 255).astype(numpy.uint8))


def grainy(sigma: int) -> Bend:
    """Noise of a camera in the dark."""

    def bend(scene: Image.Image) -> Image.Image:
        return ImageChops.add(scene, grain(scene.size, sigma, 3), 1, -128)

    return bend


def blurred(radius: float) -> Bend:
    return lambda scene: scene.filter(ImageFilter.GaussianBlur(radius))


def negative(scene: Image.Image) -> Image.Image:
    return ImageOps.invert(scene)


BENDS: Mapping[str, tuple[Bend, ...]] = {
    "turned by 5 degrees": (turned(5),),
    "turned by 20 degrees": (turned(20),),
    "turned by 100 degrees": (turned(100),),
    "seen from the side": (askew(0.15),),
    "light on dark": (negative,),
    "light on dark, turned": (negative, turned(20)),
    "faint": (faint,),
    "in the shade": (faint, shaded),
    "grainy": (grainy(60),),
    "out of focus": (blurred(1.5),),
}
"""What happens to a picture, by what a person would say of it."""
