"""Views: fetch through permission, act, respond."""
