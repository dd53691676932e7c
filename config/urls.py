"""Every address of the site: accounts, the two wings, and the styleguide."""

from __future__ import annotations

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from config import views

# The admin's own form asks for a password alone; ours asks for the second step too.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign, no-untyped-call]

urlpatterns = [
    path("", include("curriculum.urls")),
    path("", include("quiz.urls")),
    path("accounts/", include("config.accounts.urls")),
    path("theme/", views.theme, name="theme"),
    path("styleguide/", views.styleguide, name="styleguide"),
    path("admin/", admin.site.urls),
]
