using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Microsoft.Extensions.Caching.Memory;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Access;

/// <summary>What a caller may do, through which place, and in which tab.</summary>
public sealed record Decision(Grant Grant, Membership? Through = null, Tab? Tab = null);

/// <summary>What this node decided lately, with the standing it rests on, as the database said it. Never used on its own word: the database confirms that it says the same together with each reading
/// (<see cref="IStandingReader.ExpectAsync"/>), or the decision is taken again.</summary>
public sealed class RememberedDecisions : IDisposable
{
    // Some hundred bytes each, ids and levels only.
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public (Decision Decision, string AsSaid)? Of(Caller caller, Needed needed) =>
        _kept.TryGetValue<(Decision, string)>(Key(caller, needed), out var kept) ? kept : null;

    public void Keep(Caller caller, Needed needed, Decision decision, string asSaid)
    {
        // The others name lists of roles, and are seldom asked twice.
        if (needed is Needed.RecordAccess or Needed.OwnRecordAccess or Needed.AnyTabAccess && asSaid.Length > 0)
        {
            _kept.Set(Key(caller, needed), (decision, asSaid), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });
        }
    }

    public void Forget(Caller caller, Needed needed) => _kept.Remove(Key(caller, needed));

    public void Dispose() => _kept.Dispose();

    private static (Guid?, Guid?, Guid?, Needed) Key(Caller caller, Needed needed) => (caller.AccountId, caller.SessionId, caller.KeyId, needed);
}
