using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation;

/// <summary>Where an organisation or a project works; it decides which law its people are under.</summary>
public enum Country
{
    Quebec,
    France,
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

    public static Organisation Found(Guid id, string name, Country country) => new() { Id = id, Name = name, Country = country };

    /// <summary>True when that is what the organisation already is: sending again changes nothing.</summary>
    public bool Is(string name, Country country) => Name == name && Country == country;

    public void Describe(string name, Country country)
    {
        (Name, Country) = (name, country);
        Touch();
    }
}
