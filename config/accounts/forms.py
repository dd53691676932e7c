"""allauth's forms with our labels, and those of our own: a new name, a farewell."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from allauth.socialaccount import forms as social
from django import forms
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest

from config.limits import spent

USERNAME_HELP = "Letters, digits and @ . + - _, without spaces."
PASSWORD_HELP = "At least 8 characters, not only digits, and not one that many people use."
CODE_HELP = "The six digits that your app shows now, or one of your recovery codes."


class Worded:
    """What makes a form of allauth's ours: our labels and help, and no placeholders."""

    fields: dict[str, forms.Field]
    words: ClassVar[dict[str, tuple[str, str]]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in self.words:
                field.label, field.help_text = self.words[name]


class SignInForm(Worded, account.LoginForm):
    """A name or an address, and the password."""

    words: ClassVar = {"login": ("Username or e-mail", ""), "password": ("Password", "")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs.update(autocomplete="username", autocapitalize="none")

    def add_prefix(self, field_name: str) -> str:
        """Call the first field what browsers, password managers and our limits know it by."""
        return "username" if field_name == "login" else super().add_prefix(field_name)


def email_words() -> tuple[str, str]:
    """What an address is for, here."""
    if settings.SENDS_MAIL:
        return "E-mail", "For a new password when you forget yours. We send nothing else there."
    return "E-mail (optional)", "This site sends no e-mail. You can sign in with it, that is all."


class SignUpForm(Worded, account.SignupForm):
    """A new account."""

    words: ClassVar = {
        "username": ("Username", USERNAME_HELP),
        "password1": ("Password", PASSWORD_HELP),
        "password2": ("Password again", ""),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label, self.fields["email"].help_text = email_words()


class SocialSignUpForm(Worded, social.SignupForm):
    """What an account elsewhere did not tell us."""

    words: ClassVar = {"username": ("Username", USERNAME_HELP)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label, self.fields["email"].help_text = email_words()


class EmailForm(Worded, account.AddEmailForm):
    """Another e-mail address."""

    words: ClassVar = {"email": ("New e-mail address", "")}

    def save(self, request: HttpRequest) -> EmailAddress:
        """Take it once its owner confirms it; at once where nothing can be sent to confirm it."""
        if settings.SENDS_MAIL:
            changed: EmailAddress = super().save(request)
            return changed
        user = request.user
        assert isinstance(user, User)  # the page is private
        EmailAddress.objects.filter(user=user).delete()
        address = EmailAddress.objects.create(user=user, email=self.cleaned_data["email"])
        address.set_as_primary()
        return address


NEW_PASSWORD = {
    "password1": ("New password", PASSWORD_HELP),
    "password2": ("New password again", ""),
}


class ChangePasswordForm(Worded, account.ChangePasswordForm):
    """Another password, by whoever knows the present one."""

    words: ClassVar = {"oldpassword": ("Password now", ""), **NEW_PASSWORD}


class SetPasswordForm(Worded, account.SetPasswordForm):
    """A first password for an account that came from elsewhere."""

    words: ClassVar = NEW_PASSWORD


class ResetPasswordForm(Worded, account.ResetPasswordForm):
    """Where to send the link."""

    words: ClassVar = {"email": ("E-mail", "")}


class ResetPasswordKeyForm(Worded, account.ResetPasswordKeyForm):
    """The new password, after the link."""

    words: ClassVar = NEW_PASSWORD


class AgainForm(Worded, account.ReauthenticateForm):
    """The password once more, before a change that matters."""

    words: ClassVar = {"password": ("Password", "")}


class Counted(Worded):
    """A form for a code: six digits are guessed in no time, so tries are few."""

    user: User
    words: ClassVar = {"code": ("Code", CODE_HELP)}

    def clean_code(self) -> str:
        """Look at no more than ten in five minutes."""
        if spent("code", str(self.user.pk), tries=10, seconds=300):
            raise get_adapter().validation_error("too_many_login_attempts")
        code: str = super().clean_code()  # type: ignore[misc]  # of allauth's form beside it
        return code


class CodeForm(Counted, mfa.AuthenticateForm):
    """The second step of a sign-in."""


class CodeAgainForm(Counted, mfa.ReauthenticateForm):
    """A code once more, before a change that matters."""


class AppForm(Worded, totp.ActivateTOTPForm):
    """The first code of a new app proves that it took the secret in."""

    words: ClassVar = {"code": ("Code", "The six digits that the app shows now.")}


class PasskeyForm(Worded, webauthn.AddWebAuthnForm):
    """A new passkey: always one that signs in by itself."""

    words: ClassVar = {"name": ("Its name", "So that you know it again, such as “My phone”.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"] = forms.BooleanField(initial=True, widget=forms.HiddenInput)


class PasskeyNameForm(Worded, webauthn.EditWebAuthnForm):
    """Another name for a passkey."""

    words: ClassVar = {"name": ("Its name", "")}


class NameForm(forms.Form):
    """Another username."""

    username = forms.CharField(label="Username", max_length=150, help_text=USERNAME_HELP)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["username"] = user.username
        self.user = user

    def clean_username(self) -> str:
        """A name that nobody else has, however its letters are written."""
        name: str = self.cleaned_data["username"]
        own = name.casefold() == self.user.username.casefold()
        cleaned: str = get_adapter().clean_username(name, shallow=own)
        return cleaned


class FarewellForm(forms.Form):
    """Before an account goes: that it is its owner who asks, and that they mean it."""

    def __init__(self, *args: Any, user: User, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.request = user, request
        self.fields["proof"] = self._proof()
        self.fields["sure"] = forms.BooleanField(
            label="Yes, delete all of this for good",
            error_messages={"required": "Tick the box if you are sure."},
        )

    def _proof(self) -> forms.CharField:
        if self.user.has_usable_password():
            secret = forms.PasswordInput(attrs={"autocomplete": "current-password"})
            return forms.CharField(label="Your password", strip=False, widget=secret)
        return forms.CharField(label="Your username", help_text="Type it to show that it is you.")

    def clean_proof(self) -> str:
        """The password, counted like a sign-in; or the name of an account that has none."""
        proof: str = self.cleaned_data["proof"]
        if not self.user.has_usable_password():
            if proof != self.user.username:
                raise forms.ValidationError("That is not your username.")
        elif not get_adapter(self.request).reauthenticate(self.user, proof):
            raise get_adapter().validation_error("incorrect_password")
        return proof
