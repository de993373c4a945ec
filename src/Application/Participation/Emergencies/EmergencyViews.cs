using Barometre.Application.Shared;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Emergencies;

/// <summary>A record opened in an emergency.</summary>
/// <param name="Who">The name of whoever opened it.</param>
/// <param name="Reason">In their words; to the coordination, null while the person’s record is frozen.</param>
/// <param name="SeenAt">When the person noted that they saw it; null while it is a notice to them.</param>
/// <param name="Justified">Null until the coordination reviewed it.</param>
/// <param name="Review">What the coordination says of it; null likewise.</param>
public sealed record EmergencyView(
    Guid EmergencyId, Guid ServiceUserId, Guid ProjectId, string? Who, IReadOnlyList<Tab> Tabs, string? Reason, DateTimeOffset OpenedAt, DateTimeOffset ExpiresAt, DateTimeOffset? SeenAt,
    DateTimeOffset? ReviewedAt, bool? Justified, string? Review)
{
    /// <summary>Without a key, without words.</summary>
    internal static EmergencyView Of(EmergencyAccess one, string? who, IRecordKey? key) => new(
        one.Id, one.ServiceUserId, one.ProjectId, who, one.Tabs, key?.Open(OpenInEmergencyCommand.ReasonColumn, one.ReasonSealed), one.OpenedAt, one.ExpiresAt, one.SeenAt,
        one.ReviewedAt, one.Justified, one.ReviewSealed is null ? null : key?.Open(ReviewEmergencyCommand.ReviewColumn, one.ReviewSealed));
}
