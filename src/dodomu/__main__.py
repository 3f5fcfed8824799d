"""``python -m dodomu`` is ``dodomu``."""

from dodomu.cli import main

if __name__ == "__main__":
    main()
