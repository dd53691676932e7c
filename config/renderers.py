"""Forms render through our own field component."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class ComponentRenderer(TemplatesSetting):
    """Renders ``{{ form.name.as_field_group }}`` with ``components/field.html``."""

    field_template_name = "components/field.html"
