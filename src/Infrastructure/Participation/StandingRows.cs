using Barometre.Application.Participation.Access;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.Participation;

/// <summary>Gathers what <c>participation.standing</c> says, row by row.</summary>
internal sealed class StandingRows
{
    private readonly List<HeldRole> _roles = [];
    private readonly List<(Guid? ProjectId, Membership Place)> _places = [];
    private readonly List<Membership> _beside = [];
    private bool _live;
    private bool _strong;
    private bool _self;
    private bool _shortPassword;
    private bool _unclaimed;
    private IntegratorReach? _reach;
    private string _asSaid = "";

    public void Add(NpgsqlDataReader row)
    {
        _asSaid = row.GetString(7);
        switch (row.GetString(0))
        {
            case "session":
                (_live, _strong) = (true, row.GetBoolean(4));
                break;
            case "key":
                (_live, _strong, _reach) = (true, true, new IntegratorReach(row.GetGuid(2), row.GetFieldValue<string[]>(6)));
                break;
            case "short":
                _shortPassword = true;
                break;
            case "self":
                _self = true;
                break;
            case "unclaimed":
                _unclaimed = true;
                break;
            case "role":
                _roles.Add(new HeldRole(Words.Parse<Role>(row.GetString(1)), Optional(row, 2), row.GetBoolean(4)));
                break;
            default:
                AddPlace(row);
                break;
        }
    }

    /// <summary>All of it; a key reaches no further than it does, and is never the person nor somebody who decides with them.</summary>
    public Standing Standing() => new(
        _live, _strong, _self && _reach is null, _reach is null ? _roles : _reach.Limit(_roles), [.. _reach is null ? _places.Select(found => found.Place) : _reach.Limit(_places)])
    {
        Scopes = _reach?.Scopes,
        ShortPassword = _shortPassword,
        Unclaimed = _unclaimed,
        Beside = _reach is null ? _beside : [],
        AsSaid = _asSaid,
    };

    private void AddPlace(NpgsqlDataReader row)
    {
        switch (row.GetString(0))
        {
            case "beside":
                _beside.Add(PlaceOf(row));
                break;
            case "rights":
                _beside.Add(RepresentativeOf(row));
                break;
            case "representative":
                _places.Add((null, RepresentativeOf(row)));
                break;
            case "emergency":
                _places.Add((Optional(row, 2), PlaceOf(row) with { InEmergency = true }));
                break;
            default:
                _places.Add((Optional(row, 2), PlaceOf(row)));
                break;
        }
    }

    private static Membership PlaceOf(NpgsqlDataReader row) => new(row.GetGuid(5), Words.Parse<Role>(row.GetString(1)), Optional(row, 3), row.GetBoolean(4), LevelsOf(row))
    {
        Together = row.GetFieldValue<string[]>(6).Contains("together"),
    };

    private static Membership RepresentativeOf(NpgsqlDataReader row) => new(row.GetGuid(5), Role.Representative, null, true, LevelsOf(row)) { DecidesRights = row.GetBoolean(4) };

    private static Dictionary<Tab, AccessLevel> LevelsOf(NpgsqlDataReader row)
    {
        var words = row.GetFieldValue<string[]>(6);
        return Enum.GetValues<Tab>().ToDictionary(tab => tab, tab => Words.Parse<AccessLevel>(words[(int)tab]));
    }

    private static Guid? Optional(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
}
