using System.Globalization;
using Barometre.Domain.Shared;
using FluentValidation;
using FluentValidation.Results;

namespace Barometre.Application.Shared;

/// <summary>What was asked for is not there, or is not the caller's to see: the two answer alike (404).</summary>
public sealed class NotFound : Exception;

/// <summary>The caller is known and may know why the request is refused (403).</summary>
public sealed class Forbidden(Error error) : Exception(error.Code)
{
    public Error Error { get; } = error;
}

/// <summary>Nobody is signed in, or the session has ended, or what was given to sign in is not right (401).</summary>
public sealed class NotSignedIn(Error? error = null) : Exception(error?.Code)
{
    /// <summary>Null when there is nothing more to say than that nobody is signed in.</summary>
    public Error? Error { get; } = error;
}

/// <summary>Too many attempts in a row; the caller may try again after a while (429).</summary>
public sealed class TooManyAttempts(Error error, TimeSpan retryAfter) : Exception(error.Code)
{
    public Error Error { get; } = error;

    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>The thing changed since the caller read it (412), or the caller did not say which version it read (428).</summary>
public sealed class VersionMismatch(bool missing) : Exception
{
    public bool Missing { get; } = missing;
}

/// <summary>Somebody else changed the thing between its reading and its writing: 412 to a caller who named a version, 409 to another.</summary>
public sealed class LostRace : Exception;

/// <summary>An idempotency key came back with another request (422).</summary>
public sealed class KeyReused : Exception;

/// <summary>The rule that a database constraint stands for: its violation answers 409 with that error. Each module registers its own.</summary>
/// <param name="Constraint">The name of the unique index, foreign key or check.</param>
public sealed record ConstraintError(string Constraint, Error Error);

/// <summary>Says in the application's terms what a failure of the store means; hands back what it does not know.</summary>
public interface IStoreFailures
{
    Exception Translate(Exception failure);

    /// <summary>True when the store undid everything for its own sake (a deadlock, a serialization failure), so that the same again may well succeed.</summary>
    bool MayPass(Exception failure);

    /// <summary>True when the store gave nothing because what the access decision rested on is not so any more: it is to be decided again.</summary>
    bool IsOutdated(Exception failure);
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

    public static readonly Error OnlyReads = new(
        "access.only-reads",
        "Ici vous pouvez lire, pour représenter la personne ou en urgence, et ne rien écrire. Rien n’a été changé.",
        "Here you may read, to represent the person or in an emergency, and write nothing. Nothing was changed.");

    public static readonly Error RoleNeeded = new(
        "access.role-needed",
        "Votre compte n’a pas le rôle que cette action demande. Rien n’a été changé.",
        "Your account does not hold the role this action needs. Nothing was changed.");

    public static readonly Error NotYourView = new(
        "access.not-your-view",
        "Chacun note son propre point de vue ; celui de la personne se note avec elle, sur le même écran. Rien n’a été changé.",
        "Everyone notes their own view; the person’s is noted together with them, on one screen. Nothing was changed.");

    public static readonly Error NobodysSide = new(
        "access.nobodys-side",
        "Un autre système n’est aux côtés de personne : ce qui se note ensemble se note par des gens, sur le même écran. Rien n’a été changé.",
        "Another system is at nobody’s side: what is noted together is noted by people, on one screen. Nothing was changed.");

    public static readonly Error NotTogether = new(
        "access.not-together",
        "Ce que vous notez ensemble ne compte pas comme dit par la personne : elle ne l’a pas permis, ou plus. Rien n’a été changé : notez-le de votre côté ou proposez-le, ou demandez-lui de le permettre depuis son compte.",
        "What you note together does not count as said by the person: they have not allowed it, or no longer. Nothing was changed: note it on your side or propose it, or ask them to allow it from their account.");

    public static readonly Error InFlight = new(
        "request.in-flight",
        "La même demande (même Idempotency-Key) est en cours. Rien n’a été fait deux fois : attendez sa réponse, puis redemandez.",
        "The same request (same Idempotency-Key) is under way. Nothing was done twice: wait for its answer, then ask again.");

    public static readonly Error AnsweredOnce = new(
        "request.answered-once",
        "Cette demande (même Idempotency-Key) a déjà abouti, et sa réponse montrait un secret, qui ne se montre qu’une fois. Rien n’a été refait : recommencez avec une nouvelle clé.",
        "This request (same Idempotency-Key) was done before, and its answer showed a secret, which is shown only once. Nothing was done again: start over with a new key.");

    public static readonly Error Concurrent = new(
        "request.concurrent",
        "Une autre demande changeait la même chose au même moment. Rien n’a été changé par celle-ci : envoyez-la de nouveau.",
        "Another request was changing the same thing at the same time. This one changed nothing: send it again.");

    public static readonly Error AlreadyThere = new(
        "request.already-there",
        "Cela existe déjà. Rien n’a été changé.",
        "This is already there. Nothing was changed.");

    public static readonly Error RefersToNothing = new(
        "request.refers-to-nothing",
        "La demande nomme quelque chose qui n’existe pas, ou qui est encore utilisé ailleurs. Rien n’a été changé.",
        "The request names something that is not there, or that is still used elsewhere. Nothing was changed.");

    public static readonly Error Unavailable = new(
        "request.unavailable",
        "Le service ne peut pas répondre pour le moment. Réessayez dans un instant.",
        "The service cannot answer for the moment. Try again shortly.");
}

/// <summary>The store cannot be reached (503).</summary>
public sealed class StoreUnavailable : Exception;

/// <summary>Gives a rule of ours its code and its text in the caller's language.</summary>
public static class RuleTexts
{
    /// <summary>After a <c>Must(…)</c>: what is wrong, in the terms of the module.</summary>
    public static IRuleBuilderOptions<T, TProperty> Because<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, Error error) =>
        rule.WithErrorCode(error.Code).WithMessage(_ => error.In(CultureInfo.CurrentUICulture));
}

/// <summary>Refusals that only the use case can make, and that point at a field of the request.</summary>
public static class Faults
{
    /// <summary>What is wrong at <paramref name="path"/> (<c>Answers[3].Theme</c>), in the caller's language.</summary>
    public static ValidationFailure At(string path, Error error) => new(path, error.In(CultureInfo.CurrentUICulture)) { ErrorCode = error.Code };

    public static void ThrowIfAny(IReadOnlyCollection<ValidationFailure> failures)
    {
        if (failures.Count > 0)
        {
            throw new ValidationException(failures);
        }
    }
}
