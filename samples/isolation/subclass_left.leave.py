"""Leaves: a class that stands among the subclasses of dict."""


class Leaked(dict):
    pass


Leaked.me = Leaked()
