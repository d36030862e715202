"""What a registry's files may say: pydantic models, one file kind per module.

Every scalar arrives as text (`registry.yaml_source`); the types here give it its meaning. A model
checks one file by itself; rules between files are in `checks`.
"""
