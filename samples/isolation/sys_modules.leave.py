"""Leaves: two modules in sys.modules, one of them under the name of a real one."""

import sys
import types

sys.modules["leaked"] = types.ModuleType("leaked")
sys.modules["colorsys"] = types.ModuleType("colorsys")
