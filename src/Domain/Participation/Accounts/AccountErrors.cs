using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation.Accounts;

/// <summary>What is refused about accounts, sign-in and keys, each code once.</summary>
public static class AccountErrors
{
    public static readonly Error NameTaken = new(
        "account.name-taken",
        "Ce nom de compte est déjà pris. Rien n’a été créé : choisissez-en un autre.",
        "This account name is taken. Nothing was made: choose another.");

    public static readonly Error PasswordTooShort = new(
        "account.password-too-short",
        "Ce mot de passe est trop court : il faut au moins {0} caractères. Quelques mots à la suite conviennent. Rien n’a été changé.",
        "This password is too short: it needs at least {0} characters. A few words in a row will do. Nothing was changed.");

    public static readonly Error PasswordTooCommon = new(
        "account.password-too-common",
        "Ce mot de passe est parmi les premiers que l’on essaie. Choisissez-en un autre. Rien n’a été changé.",
        "This password is among the first that are tried. Choose another. Nothing was changed.");

    public static readonly Error PasswordIsName = new(
        "account.password-is-name",
        "Ce mot de passe contient le nom du compte. Choisissez-en un autre. Rien n’a été changé.",
        "This password contains the account’s name. Choose another. Nothing was changed.");

    public static readonly Error LongerPasswordNeeded = new(
        "account.longer-password-needed",
        "Ce rôle demande un mot de passe d’au moins 15 caractères : changez le vôtre, puis recommencez. Rien n’a été changé.",
        "This role needs a password of at least 15 characters: change yours, then try again. Nothing was changed.");

    public static readonly Error WrongNameOrPassword = new(
        "account.wrong-name-or-password",
        "Le nom ou le mot de passe ne correspond pas. Essayez encore, ou demandez un code à votre intervenant.",
        "The name or the password does not match. Try again, or ask your practitioner for a code.");

    public static readonly Error SecondFactorMissing = new(
        "account.code-needed",
        "Ce compte demande aussi le code de votre application d’authentification, ou un code de secours.",
        "This account also asks for the code of your authenticator app, or a recovery code.");

    public static readonly Error WrongCode = new(
        "account.wrong-code",
        "Ce code ne correspond pas, a déjà servi ou n’est plus valable.",
        "This code does not match, was used already or is no longer valid.");

    public static readonly Error WrongPasskey = new(
        "account.wrong-passkey",
        "Cette clé d’accès n’a pas été reconnue. Recommencez, ou connectez-vous autrement.",
        "This passkey was not recognised. Start again, or sign in another way.");

    public static readonly Error WrongRefreshToken = new(
        "account.wrong-refresh-token",
        "La session est terminée. Reconnectez-vous.",
        "The session has ended. Sign in again.");

    public static readonly Error TooManyAttempts = new(
        "account.too-many-attempts",
        "Trop d’essais de suite. Attendez un peu, puis recommencez ; rien n’est perdu.",
        "Too many attempts in a row. Wait a little, then try again; nothing is lost.");

    public static readonly Error AntiforgeryNeeded = new(
        "access.antiforgery-needed",
        "Cette action doit venir de la page elle-même. Rechargez la page, puis recommencez. Rien n’a été changé.",
        "This action must come from the page itself. Reload the page, then try again. Nothing was changed.");

    public static readonly Error StrongSessionNeeded = new(
        "account.strong-session-needed",
        "Pour changer ceci, reconnectez-vous avec votre second facteur ou votre clé d’accès. Rien n’a été changé.",
        "To change this, sign in again with your second factor or your passkey. Nothing was changed.");

    public static readonly Error AuthenticatorNotBegun = new(
        "account.authenticator-not-begun",
        "Aucune application d’authentification n’attend d’être confirmée. Commencez par en ajouter une.",
        "No authenticator is waiting to be confirmed. Begin by adding one.");

    public static readonly Error AuthenticatorPresent = new(
        "account.authenticator-present",
        "Ce compte a déjà une application d’authentification. Retirez-la d’abord. Rien n’a été changé.",
        "This account already has an authenticator. Remove it first. Nothing was changed.");

    public static readonly Error NoAccountToRecover = new(
        "account.none-to-recover",
        "Cette personne n’a pas encore de compte : donnez-lui un code pour prendre possession de son dossier. Rien n’a été changé.",
        "This person has no account yet: give them a code to claim their record. Nothing was changed.");

    public static readonly Error KeyLife = new(
        "integrator.key-life",
        "Une clé vaut jusqu’à une date à venir, dans {0} jours au plus. Rien n’a été changé.",
        "A key lasts until a date to come, at most {0} days away. Nothing was changed.");

    public static readonly Error KeyEnded = new(
        "integrator.key-ended",
        "Cette clé a expiré ou a été révoquée : faites-en une nouvelle. Rien n’a été changé.",
        "This key has expired or was revoked: make a new one. Nothing was changed.");
}
