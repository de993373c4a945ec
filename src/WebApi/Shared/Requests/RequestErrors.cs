using Barometre.Domain.Shared;

namespace Barometre.WebApi.Shared.Requests;

/// <summary>What can be wrong with a request before any use case sees it, each code once.</summary>
internal static class RequestErrors
{
    public static readonly Error Malformed = new("request.malformed", "La demande n’a pas pu être lue. Rien n’a été changé.", "The request could not be read. Nothing was changed.");

    public static readonly Error MalformedJson = new(
        "request.malformed-json", "Le corps n’est pas du JSON bien formé. Rien n’a été changé.", "The body is not well-formed JSON. Nothing was changed.");

    public static readonly Error BodyMissing = new("request.body-missing", "Un corps JSON est attendu. Rien n’a été changé.", "A JSON body is expected. Nothing was changed.");

    public static readonly Error UnknownMember = new(
        "request.unknown-member", "Le corps contient un membre inconnu. Rien n’a été changé.", "The body has a member that is not known. Nothing was changed.");

    public static readonly Error MissingMember = new("request.missing-member", "Il manque un membre dans le corps. Rien n’a été changé.", "A member is missing from the body. Nothing was changed.");

    public static readonly Error DuplicateMember = new(
        "request.duplicate-member", "Un membre est donné deux fois dans le corps. Rien n’a été changé.", "A member is given twice in the body. Nothing was changed.");

    public static readonly Error WrongType = new(
        "request.wrong-type", "Une valeur n’a pas le type ou la forme attendus. Rien n’a été changé.", "A value does not have the expected type or form. Nothing was changed.");

    public static readonly Error BadText = new(
        "request.bad-text",
        "Un texte contient un caractère qui ne peut pas être gardé (nul ou demi-caractère). Rien n’a été changé.",
        "A text holds a character that cannot be kept (null, or half of one). Nothing was changed.");

    public static readonly Error BadParameter = new(
        "request.bad-parameter", "Un paramètre n’a pas la forme attendue. Rien n’a été changé.", "A parameter does not have the expected form. Nothing was changed.");

    public static readonly Error BadIdempotencyKey = new(
        "request.bad-idempotency-key",
        "Idempotency-Key doit avoir de 1 à 200 caractères ASCII visibles. Rien n’a été changé.",
        "Idempotency-Key must be 1 to 200 visible ASCII characters. Nothing was changed.");

    public static readonly Error BadIfMatch = new(
        "request.bad-if-match",
        "If-Match attend une seule étiquette forte, comme \"3\", ou *. Rien n’a été changé.",
        "If-Match takes one strong tag, such as \"3\", or *. Nothing was changed.");

    public static readonly Error Invalid = new(
        "request.invalid", "La demande n’a pas la forme attendue. Rien n’a été changé.", "The request does not have the expected form. Nothing was changed.");

    public static readonly Error KeyReused = new(
        "request.key-reused",
        "Cette Idempotency-Key a déjà servi à une autre demande. Rien n’a été changé : prenez-en une nouvelle.",
        "This Idempotency-Key was used for another request. Nothing was changed: take a new one.");

    public static readonly Error NotSignedIn = new("access.not-signed-in", "Personne n’est connecté, ou la session est terminée.", "Nobody is signed in, or the session has ended.");

    public static readonly Error Forbidden = new("access.forbidden", "Ceci ne vous est pas ouvert. Rien n’a été changé.", "This is not open to you. Nothing was changed.");

    public static readonly Error NotFound = new(
        "access.not-found", "Ce qui est demandé n’existe pas ou ne vous est pas ouvert.", "What was asked for is not there or is not open to you.");

    public static readonly Error NoSuchRoute = new("request.no-such-route", "Il n’y a rien à cette adresse.", "There is nothing at this address.");

    public static readonly Error NoSuchMethod = new("request.no-such-method", "Cette adresse n’accepte pas cette méthode (voir Allow).", "This address does not take that method (see Allow).");

    public static readonly Error TooLarge = new("request.too-large", "Le corps dépasse 1 Mo. Rien n’a été changé.", "The body is over 1 MB. Nothing was changed.");

    public static readonly Error NotJson = new(
        "request.not-json", "Le corps doit être du JSON (Content-Type: application/json). Rien n’a été changé.", "The body must be JSON (Content-Type: application/json). Nothing was changed.");

    public static readonly Error TooMany = new("request.too-many", "Trop de demandes : réessayez plus tard (voir Retry-After).", "Too many requests: try again later (see Retry-After).");

    public static readonly Error VersionMissing = new(
        "request.version-missing", "Dites quelle version vous avez lue : If-Match est obligatoire ici. Rien n’a été changé.", "Say which version you read: If-Match is required here. Nothing was changed.");

    public static readonly Error VersionDiffers = new(
        "request.version-differs", "Cela a changé depuis votre lecture. Rien n’a été changé : relisez, puis recommencez.", "This has changed since you read it. Nothing was changed: read again, then retry.");

    public static readonly Error Failed = new(
        "request.failed", "Une erreur est survenue de notre côté. Rien n’a été changé.", "Something went wrong on our side. Nothing was changed.");

    /// <summary>What a bare status means when nothing more is known.</summary>
    public static Error Of(int status) => status switch
    {
        401 => NotSignedIn,
        403 => Forbidden,
        404 => NoSuchRoute,
        405 => NoSuchMethod,
        413 => TooLarge,
        415 => NotJson,
        429 => TooMany,
        503 => Application.Shared.SharedErrors.Unavailable,
        >= 500 => Failed,
        _ => Malformed,
    };
}
