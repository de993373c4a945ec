using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation;

/// <summary>Where an organisation or a project works; it decides which law its people are under.</summary>
public enum Country
{
    Quebec,
    France,
}

/// <summary>Whom people reach about what is noted of them: the person responsible for personal information (Québec), or the data protection officer (France).</summary>
/// <param name="Responsible">Their title or name; at most 200 characters.</param>
/// <param name="Reach">Where to reach them: a mail or postal address, a telephone; at most 300 characters.</param>
public sealed record PrivacyContact(string Responsible, string Reach)
{
    public static PrivacyContact? Of(string? responsible, string? reach) => responsible is null || reach is null ? null : new PrivacyContact(responsible, reach);
}

/// <summary>A service, a community organisation or an institution on whose behalf practitioners act.</summary>
public sealed class Organisation : Aggregate
{
    private Organisation()
    {
    }

    public Guid Id { get; private init; }

    public string Name { get; private set; } = "";

    public Country Country { get; private set; }

    /// <summary>Null while an organisation from before it was asked has not said it.</summary>
    public string? ResponsibleForPrivacy { get; private set; }

    public string? PrivacyReach { get; private set; }

    public PrivacyContact? Contact => PrivacyContact.Of(ResponsibleForPrivacy, PrivacyReach);

    public static Organisation Found(Guid id, string name, Country country, PrivacyContact contact) =>
        new() { Id = id, Name = name, Country = country, ResponsibleForPrivacy = contact.Responsible, PrivacyReach = contact.Reach };

    /// <summary>True when that is what the organisation already is: sending again changes nothing.</summary>
    public bool Is(string name, Country country, PrivacyContact contact) => Name == name && Country == country && Contact == contact;

    public void Describe(string name, Country country, PrivacyContact contact)
    {
        (Name, Country, ResponsibleForPrivacy, PrivacyReach) = (name, country, contact.Responsible, contact.Reach);
        Touch();
    }
}
