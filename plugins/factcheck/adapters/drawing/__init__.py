"""
Image drawing: the one place that knows fonts, shapes of letters and pixels.

HarfBuzz shapes and draws the letters, Pillow puts the picture together and writes it. Both bring
all that they need in their wheels, so that a picture is the same on every machine.
"""
