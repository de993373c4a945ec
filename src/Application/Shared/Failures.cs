using Barometre.Domain.Shared;

namespace Barometre.Application.Shared;

/// <summary>What was asked for is not there, or is not the caller's to see: the two answer alike (404).</summary>
public sealed class NotFound : Exception;

/// <summary>The caller is known and may know why the request is refused (403).</summary>
public sealed class Forbidden(Error error) : Exception(error.Code)
{
    public Error Error { get; } = error;
}

/// <summary>Nobody is signed in, or the session has ended (401).</summary>
public sealed class NotSignedIn : Exception;

/// <summary>The thing changed since the caller read it (412), or the caller did not say which version it read (428).</summary>
public sealed class VersionMismatch(bool missing) : Exception
{
    public bool Missing { get; } = missing;
}

/// <summary>The failures that every module shares, each code once.</summary>
public static class SharedErrors
{
    public static readonly Error SecondFactorNeeded = new(
        "access.second-factor-needed",
        "Ce rôle demande un second facteur ou une clé d’accès. Rien n’a été changé : ajoutez-en un à votre compte, puis reconnectez-vous.",
        "This role needs a second factor or a passkey. Nothing was changed: add one to your account, then sign in again.");

    public static readonly Error TabClosed = new(
        "access.tab-closed",
        "La personne ne vous a pas ouvert cette partie de son dossier, ou pas à ce point. Rien n’a été changé.",
        "The person has not opened this part of their record to you, or not this far. Nothing was changed.");

    public static readonly Error RoleNeeded = new(
        "access.role-needed",
        "Votre compte n’a pas le rôle que cette action demande. Rien n’a été changé.",
        "Your account does not hold the role this action needs. Nothing was changed.");
}
