namespace Barometre.Application.Shared.Jobs;

/// <summary>Asks for work in the transaction of the command that makes it needed: it is done if the command is kept, and only then.</summary>
public interface IJobRequests
{
    /// <param name="work">The name of a <see cref="RequestedWork{TResult}"/>.</param>
    /// <param name="data">Strings: ids and codes only.</param>
    Task RequestAsync(string work, IReadOnlyDictionary<string, string> data, CancellationToken cancellationToken);
}
