using Barometre.Application.Shared;
using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Contracts;

/// <summary>Enters in the register of communications what left a record: to whom, what, why and when. Entries are never changed or taken back.</summary>
public interface ICommunications
{
    /// <summary>To be called in the request that lets it go, before anybody has it; the person's rows must be open.</summary>
    Task EnterAsync(Communication communication, CancellationToken cancellationToken);
}

/// <summary>Something of a record that left it, told by kinds and ids, never by words.</summary>
/// <param name="Form">In what form it left.</param>
/// <param name="Tabs">The parts of the record that it is of; all of them for a whole archive.</param>
/// <param name="To">Who has it now.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Ground">What allowed it.</param>
public sealed record Communication(
    Guid ServiceUserId, CommunicationForm Form, IReadOnlyCollection<Tab> Tabs, CommunicationRecipient To, CommunicationPurpose Purpose, CommunicationGround Ground)
{
    /// <summary>A copy that the caller takes, as what the access decision let them be.</summary>
    public static Communication TakenBy(Caller caller, Guid serviceUserId, CommunicationForm form, IReadOnlyCollection<Tab> tabs) => caller.Grant!.IsSelf
        ? new(serviceUserId, form, tabs, CommunicationRecipient.Person, CommunicationPurpose.OwnUse, CommunicationGround.AskedByPerson)
        : new(serviceUserId, form, tabs, CommunicationRecipient.Account(caller.Author()), CommunicationPurpose.Accompaniment,
            caller.Grant.As == Role.Representative ? CommunicationGround.Representative : CommunicationGround.Sharing);
}

/// <summary>Who received something.</summary>
/// <param name="Id">The account, organisation or study; null for the person themself and for an authority.</param>
public sealed record CommunicationRecipient(RecipientKind Kind, Guid? Id)
{
    /// <summary>The person whose record it is.</summary>
    public static CommunicationRecipient Person { get; } = new(RecipientKind.Person, null);

    /// <summary>Somebody with an account: of the circle, or another system.</summary>
    public static CommunicationRecipient Account(Guid accountId) => new(RecipientKind.Account, accountId);
}

/// <summary>In what form something left a record.</summary>
public enum CommunicationForm
{
    /// <summary>A printable copy.</summary>
    Print,

    /// <summary>An archive of the whole record.</summary>
    Archive,

    /// <summary>A file of one part (a map, a list).</summary>
    File,

    /// <summary>A reading by another system, with its key.</summary>
    Reading,

    /// <summary>De-identified data.</summary>
    Dataset,
}

/// <summary>What a recipient is.</summary>
public enum RecipientKind
{
    Person,
    Account,
    Organisation,
    Study,
    Authority,
}

/// <summary>What something was given for.</summary>
public enum CommunicationPurpose
{
    /// <summary>The person's own use.</summary>
    OwnUse,

    /// <summary>Accompanying the person.</summary>
    Accompaniment,

    /// <summary>Taking the record elsewhere.</summary>
    Portability,

    Statistics,
    Research,

    /// <summary>A duty that the law lays down.</summary>
    LegalDuty,
}

/// <summary>What allowed something to leave.</summary>
public enum CommunicationGround
{
    /// <summary>The person asked for it.</summary>
    AskedByPerson,

    /// <summary>The person opened these parts to whoever took it.</summary>
    Sharing,

    /// <summary>The person agreed to this purpose.</summary>
    Consent,

    /// <summary>A representative asked for it in the person's right.</summary>
    Representative,

    Law,
}
