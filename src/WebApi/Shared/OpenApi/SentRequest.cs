using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using Barometre.Application;
using Barometre.Application.Shared;

namespace Barometre.WebApi.Shared.OpenApi;

/// <summary>The request (command or query) that an endpoint sends: the operation's name followed by Command or Query, unless the endpoint says another.</summary>
/// <remarks>What the contract says of an operation's access is read from the request's own <see cref="IGuarded.Access"/>, asked of an instance whose every id is a
/// different placeholder: one truth, in one place, and which of its members names the record.</remarks>
internal sealed class SentRequest
{
    private static readonly FrozenDictionary<string, Type> ByName = typeof(ApplicationSetup).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsAssignableTo(typeof(IGuarded)))
        .ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);

    private readonly Dictionary<Guid, string> _members = [];

    public SentRequest(Type type)
    {
        Type = type;
        var probe = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
        {
            field.SetValue(probe, Placeholder(field));
        }

        Access = ((IGuarded)probe).Access;
    }

    public Type Type { get; }

    public Access Access { get; }

    public bool IsCommand => Type.IsAssignableTo(typeof(ICommand));

    /// <summary>The answer shows a secret, once.</summary>
    public bool AnswersOnce => Type.GetInterfaces().Any(face =>
        face.IsGenericType && face.GetGenericTypeDefinition() == typeof(MediatR.IRequest<>) && face.GenericTypeArguments[0].IsAssignableTo(typeof(ISecretAnswer)));

    /// <summary>If-Match is asked for: always, or once the thing is there.</summary>
    public bool IsVersioned => MustBeExpected || Type.IsAssignableTo(typeof(IVersionedOnceThere));

    /// <summary>If-Match is asked for always.</summary>
    public bool MustBeExpected => Type.IsAssignableTo(typeof(IVersionedCommand));

    /// <summary>The member, in camelCase, whose value the access decision takes.</summary>
    public string? Member(Guid? placeholder) => placeholder is { } id ? _members.GetValueOrDefault(id) : null;

    /// <summary>Null when neither the endpoint nor its name says which request it sends.</summary>
    public static SentRequest? Of(IEnumerable<object> metadata)
    {
        var all = metadata.ToList();
        if (all.OfType<SentRequest>().LastOrDefault() is { } said)
        {
            return said;
        }

        var name = all.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName;
        return name is not null && (ByName.GetValueOrDefault($"{name}Command") ?? ByName.GetValueOrDefault($"{name}Query")) is { } type ? new SentRequest(type) : null;
    }

    private object? Placeholder(FieldInfo field)
    {
        if (field.FieldType == typeof(Guid) || field.FieldType == typeof(Guid?))
        {
            var id = Guid.CreateVersion7();
            var name = field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
            _members[id] = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
            return id;
        }

        return field.FieldType == typeof(string) ? "" : field.FieldType.IsValueType ? RuntimeHelpers.GetUninitializedObject(Nullable.GetUnderlyingType(field.FieldType) ?? field.FieldType) : null;
    }
}
