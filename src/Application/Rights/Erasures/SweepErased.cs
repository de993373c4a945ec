using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>Looks back at the records erased within a day: what was under way elsewhere at that moment (a job that computes) may have left a row. Then forgets even that they were. By a job.</summary>
public sealed record SweepErasedCommand : ICommand<int>, ILongCommand
{
    public Needed Access => Needed.System;
}

internal sealed class SweepErasedHandler(OwnScopes scopes) : IRequestHandler<SweepErasedCommand, int>
{
    public async Task<int> Handle(SweepErasedCommand command, CancellationToken cancellationToken)
    {
        var traces = await scopes.SendAsync(new ListErasureTracesQuery(), cancellationToken);
        foreach (var (person, since) in traces)
        {
            await scopes.SendAsync(new SweepOneCommand(person, since), cancellationToken);
        }

        return traces.Count;
    }
}
