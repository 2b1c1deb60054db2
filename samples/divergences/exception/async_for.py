"""`async for` over what cannot be walked raises another type

provenance: Lib/test/test_coroutines.py test_for_2
"""


async def walk():
    async for _ in (1, 2):
        pass


try:
    walk().send(None)
except (TypeError, AttributeError) as error:
    print(type(error).__name__)
