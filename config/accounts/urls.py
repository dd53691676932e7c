"""Addresses of accounts. Ours come first where both allauth and we have one."""

from __future__ import annotations

from allauth.urls import build_provider_urlpatterns
from django.urls import include, path

from config.accounts import views

urlpatterns = [
    path("", views.account, name="account"),
    path("name/", views.account_name, name="account_name"),
    path("login/", views.login, name="login"),
    path("logout/", views.logout, name="logout"),
    path("signup/", views.signup, name="signup"),
    path("password/reset/", views.account_reset_password, name="account_reset_password"),
    path("", include("allauth.account.urls")),
    path("2fa/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
    path("3rdparty/", include("allauth.socialaccount.urls")),
    *build_provider_urlpatterns(),
]
