"""What each template is filled with: pure functions from the registry to frozen records of text.

Documents are Vietnamese whatever the language of the program: no catalogue is asked here.
"""
