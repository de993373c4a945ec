using System.Text.Json.Nodes;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;

namespace Barometre.WebApi.Shared.OpenApi;

/// <summary>What an operation's access is, for readers (a sentence) and for machines (<c>x-barometre-access</c>).</summary>
internal static class AccessNote
{
    public static JsonObject Extension(SentRequest sent)
    {
        var note = sent.Access switch
        {
            Access.AnyoneAccess => new JsonObject { ["kind"] = "anyone" },
            Access.SignedInAccess => new JsonObject { ["kind"] = "signed_in" },
            Access.OwnWordsAccess own => new JsonObject { ["kind"] = "own_words", ["tab"] = Words.Of(own.Tab) },
            Access.OwnRecordAccess own => new JsonObject { ["kind"] = "own_record", ["record"] = sent.Member(own.ServiceUserId) },
            Access.RecordAccess record => new JsonObject
            {
                ["kind"] = "record", ["record"] = sent.Member(record.ServiceUserId), ["tab"] = Words.Of(record.Tab), ["level"] = Words.Of(record.Level),
            },
            Access.CircleAccess circle => new JsonObject { ["kind"] = "circle", ["record"] = sent.Member(circle.ServiceUserId), ["roles"] = Roles(circle.Roles) },
            Access.AnyTabAccess any => new JsonObject { ["kind"] = "any_tab", ["record"] = sent.Member(any.ServiceUserId) },
            Access.RightsAccess rights => new JsonObject { ["kind"] = "rights", ["record"] = sent.Member(rights.ServiceUserId) },
            Access.ProjectAccess { ProjectId: { } project } held => new JsonObject { ["kind"] = "project", ["project"] = sent.Member(project), ["roles"] = Roles(held.Roles) },
            Access.ProjectAccess held => new JsonObject { ["kind"] = "any_project", ["roles"] = Roles(held.Roles) },
            _ => new JsonObject { ["kind"] = "system" },
        };
        note["writes"] = sent.IsCommand;
        return note;
    }

    public static string Sentence(SentRequest sent) => sent.Access switch
    {
        Access.AnyoneAccess => "Open to anybody.",
        Access.SignedInAccess => "Open to anybody signed in, for their own account.",
        Access.OwnWordsAccess own => $"Open to anybody signed in, and to a key with the scope `{Words.Of(own.Tab)}:write`, for what they said themself.",
        Access.OwnRecordAccess => "Open to the person whose record it is, and to nobody else.",
        Access.RecordAccess record => $"Open to the person, and to whoever they opened `{Words.Of(record.Tab)}` to at `{Words.Of(record.Level)}`.",
        Access.CircleAccess circle => $"Open to the person, and to the {Named(circle.Roles)} of their circle.",
        Access.AnyTabAccess => "Open to the person, and to whoever they opened at least one tab to, at `read`; only the tabs open to the reader are shown.",
        Access.RightsAccess => "Open to the person, to a representative with the scope `rights`, and, while the person has no account, to a practitioner of their circle beside them.",
        Access.ProjectAccess { ProjectId: not null } held => $"Open to each {Named(held.Roles)} of the project.",
        Access.ProjectAccess held => $"Open to each {Named(held.Roles)} of any project.",
        _ => "Not open.",
    };

    /// <summary>Whether the decision itself may refuse with 403 (the caller may know why) and with 404.</summary>
    public static (bool Forbidden, bool NotFound) Refusals(SentRequest sent) => sent.Access switch
    {
        Access.AnyoneAccess => (false, false),
        Access.SignedInAccess => (false, false),
        Access.ProjectAccess { ProjectId: null } => (true, false),
        _ => (true, true),
    };

    private static JsonArray Roles(IEnumerable<Role> roles) => [.. roles.Select(role => (JsonNode)Words.Of(role))];

    private static string Named(IEnumerable<Role> roles) => string.Join(" or ", roles.Select(role => $"`{Words.Of(role)}`"));
}
