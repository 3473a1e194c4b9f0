"""The eye for business cards, in a process of its own: pictures in, lines of text with their places out.

Run as `python -m boothapp.badge.card_eye`: it is large and slow, and the window must never wait for it.
Each line of stdin is a picture's file in base 64; each line of stdout the JSON of what was seen.
"""

import json
import os
import sys
from base64 import b64decode
from typing import Any, TextIO

TURNS = (0, 180, 90, 270)
# What is read the right way up scores above this on every sharp card; upside down it stays below.
_SURE = 0.8
# One visitor's card may not take both cores of a booth laptop from the form.
_THREADS = 1
_KINDNESS = 5


def main(asked: TextIO, answers: TextIO) -> None:
    """Answers until nothing more is asked."""
    os.nice(_KINDNESS) if hasattr(os, "nice") else None
    engine = _engine()
    for line in asked:
        answers.write(json.dumps(_seen(engine, b64decode(line))) + "\n")
        answers.flush()


def _engine() -> Any:
    from rapidocr import RapidOCR

    threads = {"EngineConfig.onnxruntime.intra_op_num_threads": _THREADS}
    return RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False, **threads})


def _seen(engine: Any, picture: bytes) -> dict[str, Any]:
    """The lines the right way up, and by how many degrees against the clock it was turned."""
    import cv2
    import numpy

    image: Any = cv2.imdecode(numpy.frombuffer(picture, numpy.uint8), cv2.IMREAD_COLOR)
    best: dict[str, Any] = {"turn": 0, "lines": []}
    for turn in TURNS:
        lines = _lines(engine, numpy.ascontiguousarray(numpy.rot90(image, turn // 90)))
        if _weight(lines) > _weight(best["lines"]):
            best = {"turn": turn, "lines": lines}
        if not lines or _upright(best["lines"]):
            break
    return best


def _lines(engine: Any, image: Any) -> list[dict[str, Any]]:
    """Every line that was found, also those of which no letter is known: another reader may know them."""
    from rapidocr.utils.process_img import map_boxes_to_original

    view, done = engine.preprocess_img(image)
    found, _, read, _ = engine.run_ocr_steps(view, done)
    if found.boxes is None or read.txts is None:
        return []
    places = map_boxes_to_original(found.boxes, done, *image.shape[:2]).tolist()
    seen = zip(places, read.txts, read.scores, strict=True)
    return [{"corners": corners, "text": text, "score": float(score)} for corners, text, score in seen]


def _weight(lines: list[dict[str, Any]]) -> float:
    """How much was read, and how surely; lines on their side count little."""
    return sum((len(one["text"]) * one["score"] ** 4 * (1 if _lies(one) else 0.3) for one in lines), 0.0)


def _upright(lines: list[dict[str, Any]]) -> bool:
    long = [one for one in lines if len(one["text"]) > 3] or lines
    sure = sum(one["score"] for one in long) / len(long)
    return sure >= _SURE and sum(map(_lies, long)) * 2 > len(long)


def _lies(line: dict[str, Any]) -> bool:
    (left, top), (right, _), _, (_, bottom) = line["corners"]
    return bool(abs(right - left) >= abs(bottom - top))


if __name__ == "__main__":
    main(sys.stdin, sys.stdout)
