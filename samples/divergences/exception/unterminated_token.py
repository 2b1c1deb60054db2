"""The tokenizer accepts a text that is not closed

provenance: own campaign
"""

import io
import tokenize

try:
    list(tokenize.generate_tokens(io.StringIO("'abc").readline))
    print("accepted")
except tokenize.TokenError as error:
    print(type(error).__name__)
