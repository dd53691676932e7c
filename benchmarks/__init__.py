"""Figures, each beside a floor measured in the same run; one documented command each."""
